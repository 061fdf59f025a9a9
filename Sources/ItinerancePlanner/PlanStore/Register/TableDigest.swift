import FileAccess
import Foundation
import GRDB
import TabularData

/// Hashes of the tables of a territory, to tell what has changed since a plan was made.
///
/// A row is its columns that hold something, in the order of the table: name, a zero byte, a letter for the type, the value.
/// Whole numbers and decimals are 8 bytes, little-endian; texts and blobs have their length before them, in 8 bytes. A zero
/// byte ends a row. Rows follow their `fid`, which itself is left out. A column added later and still empty changes nothing.
package enum TableDigest {
    package static func all(_ db: Database) throws -> [SourceTable] {
        try TableKind.allCases.map { SourceTable(name: $0.rawValue, sha256: try of($0.rawValue, db)) }
    }

    /// A table that an earlier version of the store lacks is an empty one.
    private static func of(_ table: String, _ db: Database) throws -> String {
        var hash = Sha256()
        if try db.tableExists(table) {
            let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(table) ORDER BY fid")
            while let row = try rows.next() {
                for (column, value) in row where column != "fid" { add(value, of: column, to: &hash) }
                hash.update(Data([0]))
            }
        }
        return hash.hex()
    }

    private static func add(_ value: DatabaseValue, of column: String, to hash: inout Sha256) {
        func begin(_ type: String) { hash.update(Data("\(column)\0\(type)".utf8)) }
        func number(_ bits: UInt64) { withUnsafeBytes(of: bits.littleEndian) { hash.update($0) } }
        func bytes(_ data: Data) {
            number(UInt64(data.count))
            hash.update(data)
        }
        switch value.storage {
        case .null: break
        case .int64(let whole):
            begin("i")
            number(UInt64(bitPattern: whole))
        case .double(let decimal):
            begin("r")
            number(decimal.bitPattern)
        case .string(let text):
            begin("t")
            bytes(Data(text.utf8))
        case .blob(let data):
            begin("b")
            bytes(data)
        }
    }
}

/// A table of a territory, with its fingerprint.
package struct SourceTable: Hashable {
    package var name: String
    package var sha256: String
}
