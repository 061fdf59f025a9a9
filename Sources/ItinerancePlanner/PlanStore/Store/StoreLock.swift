import Foundation
import GRDB
import GeoModel

/// Another role has asked to be the only one to write in a store. Nothing was written.
package struct StoreLocked: Error {
    package var store: String
    package var lock: StoreLock
}

/// Who has asked to be the only one to write, in the store itself. It ends by itself at the end of a day.
package struct StoreLock {
    /// A role, never a name.
    package var author: String
    package var since: KeptInstant
    /// The last day that it holds.
    package var until: CivilDate

    package func isOf(_ role: String?) -> Bool { role?.lowercased() == author.lowercased() }
}

extension TerritoryStore {
    /// `nil` where nobody holds it any more.
    package func lock() throws -> StoreLock? { try read { try Self.lock($0) } }

    /// - Throws: `StoreLocked` where another role holds it.
    package func checkLock(for author: String?) throws { try read { try checkLock($0, for: author) } }

    /// Reserves the store for a role, until the end of a day.
    ///
    /// - Throws: `StoreLocked` where another role holds it.
    package func reserve(for author: String, until: CivilDate) throws -> StoreLock? {
        try transaction { db in
            try checkLock(db, for: author)
            let since = try Self.lock(db)?.since.text
            try db.execute(sql: "DELETE FROM verrous")
            try db.execute(
                sql: """
                    INSERT INTO verrous (auteur, depuis, jusqu_a)
                    VALUES (?, COALESCE(?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), ?)
                    """, arguments: [author, since, until.iso])
            return try Self.lock(db)
        }
    }

    /// Gives the store back to all.
    ///
    /// - Throws: `StoreLocked` where another role holds it.
    package func release(by author: String) throws {
        try transaction { db in
            try checkLock(db, for: author)
            try db.execute(sql: "DELETE FROM verrous")
        }
    }

    package func checkLock(_ db: Database, for author: String?) throws {
        guard let lock = try Self.lock(db), !lock.isOf(author) else { return }
        throw StoreLocked(store: name, lock: lock)
    }

    private static func lock(_ db: Database) throws -> StoreLock? {
        guard try db.tableExists("verrous"),
            let row = try Row.fetchOne(
                db, sql: "SELECT auteur, depuis, jusqu_a FROM verrous WHERE jusqu_a >= ? ORDER BY fid DESC",
                arguments: [KeptInstant.today().iso]),
            let until = CivilDate(iso: try row.held("jusqu_a") as String)
        else { return nil }
        return StoreLock(author: try row.held("auteur"), since: KeptInstant(text: try row.held("depuis")), until: until)
    }
}
