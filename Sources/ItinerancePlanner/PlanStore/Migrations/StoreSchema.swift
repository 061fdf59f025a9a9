import GRDB

/// The tables of a store, version by version.
package enum StoreSchema {
    private static let migrations = [
        StoreMigration(version: 1, run: TerritoryTables.create),
        StoreMigration(version: 2, run: PeopleAndPremises.create),
        StoreMigration(version: 3, run: VenueAddresses.create),
        StoreMigration(version: 4, run: RegisterTables.create),
    ]

    /// Version written and read by this program.
    package static let version = 4

    package static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(String(migration.version)) { db in
                try migration.run(db)
                try db.execute(
                    sql: "INSERT INTO itinerance_version (version) VALUES (?)", arguments: [migration.version])
            }
        }
        return migrator
    }
}
