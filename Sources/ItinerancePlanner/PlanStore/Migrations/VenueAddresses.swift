import GRDB

/// Version 3: where a venue is found, and who has its key.
enum VenueAddresses {
    @Sendable static func create(_ db: Database) throws {
        for column in ["adresse", "code_postal", "stationnement", "cles", "telephone"] {
            try db.execute(sql: "ALTER TABLE lieux ADD COLUMN \(column) TEXT")
        }
    }
}
