import GRDB

/// Version 1: a territory, what was imported into it, and the answers of routing servers.
package enum TerritoryTables {
    @Sendable package static func create(_ db: Database) throws {
        try GeoPackageSchema.create(db)
        try db.execute(sql: tables)
        for layer in layers { try GeoPackageSchema.register(layer: layer.table, geometry: layer.geometry, db) }
        for table in attributes { try GeoPackageSchema.register(attributes: table, db) }
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

    private static let tables = """
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
