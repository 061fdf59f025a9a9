import GRDB

/// The tables of a store, version by version. A migration that was published never changes.
package enum StoreSchema {
    /// Version written and read by this program.
    package static let version = 4

    /// GeoPackage 1.3: `GPKG` in the file's application id, 10300 as its user version.
    package static let applicationID = 0x4750_4B47
    package static let geoPackageVersion = 10300

    package static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: "PRAGMA user_version = \(geoPackageVersion)")
            try db.execute(sql: geoPackageTables)
            try db.execute(sql: territoryTables)
            for layer in layers {
                try db.execute(
                    sql: """
                        INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)
                        VALUES (?, 'features', ?, '1970-01-01T00:00:00.000Z', 4326)
                        """, arguments: [layer.table, layer.table])
                try db.execute(
                    sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)",
                    arguments: [layer.table, layer.geometry])
            }
            for table in attributes {
                try db.execute(
                    sql: """
                        INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)
                        VALUES (?, 'attributes', ?, '1970-01-01T00:00:00.000Z', 0)
                        """, arguments: [table, table])
            }
            try db.execute(sql: "INSERT INTO itinerance_version (version) VALUES (1)")
        }
        migrator.registerMigration("2") { db in
            try db.execute(sql: peopleAndPremises)
            for table in ["absences", "appels"] {
                try db.execute(
                    sql: """
                        INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)
                        VALUES (?, 'attributes', ?, '1970-01-01T00:00:00.000Z', 0)
                        """, arguments: [table, table])
            }
            try db.execute(sql: "INSERT INTO itinerance_version (version) VALUES (2)")
        }
        migrator.registerMigration("3") { db in
            for column in ["adresse", "code_postal", "stationnement", "cles", "telephone"] {
                try db.execute(sql: "ALTER TABLE lieux ADD COLUMN \(column) TEXT")
            }
            try db.execute(sql: "INSERT INTO itinerance_version (version) VALUES (3)")
        }
        migrator.registerMigration("4") { db in
            try db.execute(sql: RegisterTables.sql)
            for table in RegisterTables.names {
                try db.execute(
                    sql: """
                        INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)
                        VALUES (?, 'attributes', ?, '1970-01-01T00:00:00.000Z', 0)
                        """, arguments: [table, table])
            }
            try db.execute(sql: "INSERT INTO itinerance_version (version) VALUES (4)")
        }
        return migrator
    }

    package static let layers: [(table: String, geometry: String)] = [
        ("communes", "MULTIPOLYGON"), ("equipements", "POINT"), ("lieux", "POINT"), ("depots", "POINT"),
        ("etablissements_penitentiaires", "POINT"), ("arrets", "POINT"),
    ]

    private static let attributes = [
        "changements_communes", "epci", "indicateurs", "listes_completes", "autorisations", "vehicules", "personnel",
        "partenaires", "jours_feries", "vacances_zone_b", "fermetures", "trajets", "imports", "colonnes_apprises",
        "itinerance_version",
    ]

    private static let peopleAndPremises = """
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

    /// Source: OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, annex C.
    package static let geoPackageTables = """
        CREATE TABLE gpkg_spatial_ref_sys (
            srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
            organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES
            ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
            ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
            ('WGS 84 geodetic', 4326, 'EPSG', 4326,
             'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
             'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
        CREATE TABLE gpkg_contents (
            table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
            description TEXT DEFAULT '',
            last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
            CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        CREATE TABLE gpkg_geometry_columns (
            table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
            srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
            CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
            CONSTRAINT uk_gc_table_name UNIQUE (table_name),
            CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
            CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        """

    private static let territoryTables = """
        CREATE TABLE itinerance_version (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, version INTEGER NOT NULL);
        CREATE TABLE changements_communes (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ancien TEXT NOT NULL UNIQUE, nouveau TEXT NOT NULL,
            date DATE, source TEXT);
        CREATE TABLE epci (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, code_epci TEXT NOT NULL UNIQUE, nom TEXT NOT NULL,
            nature TEXT);
        CREATE TABLE communes (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON, code_insee TEXT NOT NULL UNIQUE,
            nom TEXT NOT NULL, code_epci TEXT REFERENCES epci (code_epci), latitude DOUBLE NOT NULL,
            longitude DOUBLE NOT NULL, population INTEGER, superficie_km2 DOUBLE NOT NULL, menages INTEGER,
            familles INTEGER, naissances INTEGER, actifs_15_64 INTEGER, chomeurs_15_64 INTEGER,
            niveau_vie_median DOUBLE, taux_pauvrete DOUBLE, part_prestations_familiales DOUBLE,
            part_minima_sociaux DOUBLE, centre_social TEXT);
        CREATE TABLE indicateurs (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
            code_insee TEXT NOT NULL REFERENCES communes (code_insee), indicateur TEXT NOT NULL, valeur DOUBLE,
            retenu TEXT, unite TEXT, millesime TEXT, source TEXT, UNIQUE (code_insee, indicateur));
        CREATE TABLE equipements (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, type TEXT NOT NULL, id TEXT NOT NULL,
            nom TEXT NOT NULL, code_insee TEXT NOT NULL REFERENCES communes (code_insee), itinerant TEXT,
            horaires TEXT, millesime TEXT, source TEXT, UNIQUE (type, id));
        CREATE TABLE listes_completes (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, type TEXT NOT NULL, zone TEXT NOT NULL, millesime TEXT,
            source TEXT, UNIQUE (type, zone));
        CREATE TABLE lieux (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT NOT NULL, id TEXT NOT NULL UNIQUE,
            nom TEXT NOT NULL, code_insee TEXT NOT NULL REFERENCES communes (code_insee), statut TEXT,
            espace_confidentiel TEXT, espace_collectif TEXT, acces_propre TEXT, accessible TEXT, identifiable TEXT,
            electricite TEXT, horaires TEXT, millesime TEXT, source TEXT);
        CREATE TABLE autorisations (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, lieu TEXT NOT NULL REFERENCES lieux (id),
            du DATE NOT NULL, au DATE, source TEXT, UNIQUE (lieu, du));
        CREATE TABLE depots (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT NOT NULL, id TEXT NOT NULL UNIQUE,
            nom TEXT NOT NULL, code_insee TEXT NOT NULL REFERENCES communes (code_insee), statut TEXT);
        CREATE TABLE vehicules (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT NOT NULL UNIQUE, nom TEXT NOT NULL,
            ptac_kg DOUBLE, places DOUBLE, statut TEXT);
        CREATE TABLE personnel (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT NOT NULL UNIQUE, equipe TEXT NOT NULL,
            roles TEXT NOT NULL, permis TEXT, heures_semaine DOUBLE NOT NULL, statut TEXT);
        CREATE TABLE partenaires (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
            nom TEXT NOT NULL, code_insee TEXT NOT NULL REFERENCES communes (code_insee), role_contact TEXT,
            statut TEXT);
        CREATE TABLE etablissements_penitentiaires (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT NOT NULL, id TEXT NOT NULL UNIQUE,
            nom TEXT NOT NULL, code_insee TEXT NOT NULL REFERENCES communes (code_insee), parloirs TEXT, statut TEXT);
        CREATE TABLE jours_feries (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, date DATE NOT NULL UNIQUE, nom TEXT NOT NULL);
        CREATE TABLE vacances_zone_b (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, date DATE NOT NULL UNIQUE, nom TEXT NOT NULL);
        CREATE TABLE fermetures (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, lieu TEXT NOT NULL, du DATE NOT NULL, au DATE NOT NULL,
            motif TEXT NOT NULL, UNIQUE (lieu, du));
        CREATE TABLE arrets (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT NOT NULL, plan TEXT NOT NULL,
            service TEXT NOT NULL, lieu TEXT NOT NULL, nom TEXT NOT NULL, code_insee TEXT NOT NULL,
            jours TEXT NOT NULL, passages_4_semaines INTEGER NOT NULL, UNIQUE (plan, service, lieu));
        CREATE TABLE trajets (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, source TEXT NOT NULL, profil TEXT NOT NULL,
            de_latitude INTEGER NOT NULL, de_longitude INTEGER NOT NULL, vers_latitude INTEGER NOT NULL,
            vers_longitude INTEGER NOT NULL, secondes INTEGER NOT NULL, metres INTEGER NOT NULL,
            UNIQUE (source, profil, de_latitude, de_longitude, vers_latitude, vers_longitude));
        CREATE TABLE imports (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, fichier TEXT NOT NULL, sha256 TEXT NOT NULL,
            type TEXT NOT NULL, date DATETIME NOT NULL, lignes INTEGER NOT NULL, UNIQUE (sha256, type));
        CREATE TABLE colonnes_apprises (
            fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, type TEXT NOT NULL, colonne TEXT NOT NULL,
            nom_fichier TEXT NOT NULL, UNIQUE (type, colonne));
        """
}
