import GRDB

/// The tables of a store, version by version.
enum StoreSchema {
    private static let migrations: [any StoreMigration.Type] = [
        TerritoryTables.self, PeopleAndPremises.self, VenueAddresses.self, RegisterTables.self,
    ]

    /// Version written and read by this program.
    static let version = 4

    /// - Parameter last: the version to stop at, as an older program would.
    static func migrator(upTo last: Int = version) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in migrations where migration.version <= last {
            migrator.registerMigration(String(migration.version)) { db in
                try migration.run(db)
                try db.execute(
                    sql: "INSERT INTO itinerance_version (version) VALUES (?)", arguments: [migration.version])
            }
        }
        return migrator
    }
}
