import GRDB

/// Version 4: kept plans, and who has reserved the store.
package enum RegisterTables {
    @Sendable package static func create(_ db: Database) throws {
        try db.execute(sql: tables)
        for table in ["versions", "versions_fichiers", "versions_entrees", "contenus", "verrous"] {
            try GeoPackageSchema.register(attributes: table, db)
        }
    }

    /// Files are kept once, by their hash, whatever the number of versions that hold them. `graine` is text, since a seed
    /// may be too large for the whole numbers of SQLite.
    private static let tables = """
        CREATE TABLE versions (
            numero INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, parent INTEGER REFERENCES versions (numero),
            garde_le DATETIME NOT NULL, auteur TEXT, note TEXT, programme TEXT NOT NULL, scenario TEXT NOT NULL,
            premier_lundi DATE NOT NULL, empreinte TEXT NOT NULL, options TEXT NOT NULL, graine TEXT NOT NULL,
            arret TEXT NOT NULL, valeur DOUBLE NOT NULL, borne DOUBLE NOT NULL, ecart DOUBLE NOT NULL,
            services TEXT NOT NULL);
        CREATE TABLE contenus (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, sha256 TEXT NOT NULL UNIQUE, octets BLOB NOT NULL);
        CREATE TABLE versions_fichiers (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, version INTEGER NOT NULL REFERENCES versions (numero),
            nom TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES contenus (sha256), UNIQUE (version, nom));
        CREATE TABLE versions_entrees (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, version INTEGER NOT NULL REFERENCES versions (numero),
            nature TEXT NOT NULL, nom TEXT NOT NULL, sha256 TEXT NOT NULL);
        CREATE TABLE verrous (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, auteur TEXT NOT NULL, depuis DATETIME NOT NULL,
            jusqu_a DATE NOT NULL);
        """
}
