import FileAccess
import GRDB

/// What SQLite refuses, as a fault of the store or of its file.
package enum StoreRefusal {
    /// What stands in the way of reading: SQLite's refusal, or what cells hold. Anything else is as it was.
    package static func read(_ error: any Error, _ name: String) -> any Error {
        switch error {
        case let error as DatabaseError: input(error, name)
        case let fault as StoredFault: InputFailure(.store(fault), file: name)
        case let cell as UnreadableCell: InputFailure(.store(.unreadableCell(column: cell.column)), file: name)
        case is RowDecodingError: InputFailure(.store(.damaged), file: name)
        default: error
        }
    }

    package static func input(_ error: DatabaseError, _ name: String) -> any Error {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            StoreFault.busy(name)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_AUTH:
            StoreFault.unreadable(name)
        default: InputFailure(.store(.damaged), file: name)
        }
    }

    package static func output(_ error: DatabaseError, _ name: String) -> any Error {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            StoreFault.busy(name)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: InputFailure(.store(.damaged), file: name)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            StoreFault.readOnly(name)
        case .SQLITE_FULL: StoreFault.full(name)
        default: OutputFault.unwritable(name)
        }
    }
}
