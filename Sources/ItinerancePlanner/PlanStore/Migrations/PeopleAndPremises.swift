import GRDB

/// Version 2: what vans offer, days of absence, calls of listening services.
package enum PeopleAndPremises {
    @Sendable package static func create(_ db: Database) throws {
        try db.execute(sql: tables)
        for table in ["absences", "appels"] { try GeoPackageSchema.register(attributes: table, db) }
    }

    private static let tables = """
        ALTER TABLE vehicules ADD COLUMN espace_confidentiel TEXT;
        ALTER TABLE vehicules ADD COLUMN espace_collectif TEXT;
        ALTER TABLE vehicules ADD COLUMN accessible TEXT;
        ALTER TABLE vehicules ADD COLUMN identifiable TEXT;
        ALTER TABLE vehicules ADD COLUMN autonome_electricite TEXT;
        CREATE TABLE absences (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, personne TEXT NOT NULL, du DATE NOT NULL, au DATE NOT NULL,
            UNIQUE (personne, du));
        CREATE TABLE appels (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, service TEXT NOT NULL, lundi DATE NOT NULL,
            recus INTEGER NOT NULL, traites INTEGER NOT NULL, UNIQUE (service, lundi));
        """
}
