import GRDB

/// Version 3: where a venue is found, and who has its key.
package enum VenueAddresses {
    @Sendable package static func create(_ db: Database) throws {
        for column in ["adresse", "code_postal", "stationnement", "cles", "telephone"] {
            try db.execute(sql: "ALTER TABLE lieux ADD COLUMN \(column) TEXT")
        }
    }
}
