import FileAccess
import GRDB

/// What SQLite refuses, as a fault of the store or of its file.
package enum StoreRefusal {
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
