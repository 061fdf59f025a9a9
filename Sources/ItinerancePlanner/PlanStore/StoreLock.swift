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

    /// `nil` where nobody holds it any more.
    package static func held(_ db: Database, today: CivilDate = KeptInstant.today()) throws -> StoreLock? {
        guard try db.tableExists("verrous"),
            let row = try Row.fetchOne(
                db, sql: "SELECT auteur, depuis, jusqu_a FROM verrous WHERE jusqu_a >= ? ORDER BY fid DESC",
                arguments: [today.iso]),
            let until = CivilDate(iso: row["jusqu_a"] as String)
        else { return nil }
        return StoreLock(author: row["auteur"], since: KeptInstant(text: row["depuis"]), until: until)
    }

    /// - Throws: `StoreLocked` where another role holds it.
    package static func check(_ db: Database, for author: String?, _ name: String) throws {
        guard let lock = try held(db), !lock.isOf(author) else { return }
        throw StoreLocked(store: name, lock: lock)
    }

    package func isOf(_ role: String?) -> Bool { role?.lowercased() == author.lowercased() }

    package static func take(_ db: Database, for author: String, until: CivilDate) throws {
        let since = try held(db)?.since.text
        try release(db)
        try db.execute(
            sql: """
                INSERT INTO verrous (auteur, depuis, jusqu_a)
                VALUES (?, COALESCE(?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), ?)
                """, arguments: [author, since, until.iso])
    }

    package static func release(_ db: Database) throws { try db.execute(sql: "DELETE FROM verrous") }
}
