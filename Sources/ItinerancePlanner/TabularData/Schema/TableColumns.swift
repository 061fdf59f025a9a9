import GeoModel
import PlanningModel

/// The columns of each table, with the names the same figures bear in open formats.
///
/// Insee names: base du comparateur de territoires (`CODGEO`, `P21_POP`, `SUPERF`, `NAISD22`…) and Filosofi (`MED21`,
/// `TP6021`); La Mednum: standard-mediation-num 1.0.2; France services: list published by the ANCT.
package enum TableColumns {
    package static func columns(of kind: TableKind) -> [Column] {
        switch kind {
        case .codeChanges:
            [
                Column("ancien", .text, .key), Column("nouveau", .text, .required), Column("date", .date),
                Column("source", .text),
            ]
        case .epcis: [Column("code_epci", .text, .key), Column("nom", .text, .required), Column("nature", .text)]
        case .communes: communes
        case .indicators: indicators
        case .facilities: facilities
        case .completeLists:
            [
                Column("type", .choice(FacilityKind.words), .key), Column("zone", .text, .key),
                Column("millesime", .vintage), Column("source", .text),
            ]
        case .venues: venues
        case .permits:
            [
                Column("lieu", .text, .key), Column("du", .date, .key), Column("au", .date), Column("source", .text),
            ]
        case .depots: place + [Column("statut", .text)]
        case .vans:
            [
                Column("id", .text, .key), Column("nom", .text, .required),
                Column("ptac_kg", .number(500...20_000)), Column("places", .number(1...60)), Column("statut", .text),
                Column("espace_confidentiel", .presence), Column("espace_collectif", .presence),
                Column("accessible", .presence), Column("identifiable", .presence),
                Column("autonome_electricite", .presence),
            ]
        case .staff:
            [
                Column("id", .text, .key), Column("equipe", .text, .required),
                Column("roles", .choices(StaffRole.words), .required), Column("permis", .text),
                Column("heures_semaine", .number(1...48), .required), Column("statut", .text),
            ]
        case .partners:
            [
                Column("id", .text, .key), Column("type", .text, .required), Column("nom", .text, .required),
                Column("code_insee", .commune, .required, communeNames), Column("role_contact", .text),
                Column("statut", .text),
            ]
        case .prisons: place + [Column("parloirs", .openingHours), Column("statut", .text)]
        case .publicHolidays: [Column("date", .date, .key), Column("nom", .text, .required, ["nom_jour_ferie"])]
        case .schoolHolidays: [Column("date", .date, .key), Column("nom", .text, .required, ["nom_vacances"])]
        case .exceptions:
            [
                Column("lieu", .text, .key), Column("du", .date, .key), Column("au", .date, .required),
                Column("motif", .text, .required),
            ]
        case .absences:
            [
                Column("personne", .text, .key), Column("du", .date, .key), Column("au", .date, .required),
            ]
        case .calls:
            [
                Column("service", .text, .key), Column("lundi", .date, .key), Column("recus", .count, .required),
                Column("traites", .count, .required),
            ]
        }
    }

    private static let latitudeNames = ["lat", "y", "y_l93", "coordonnee_y", "geo_y", "coord_y", "latitude_wgs84"]
    private static let longitudeNames = [
        "lon", "lng", "long", "x", "x_l93", "coordonnee_x", "geo_x", "coord_x", "longitude_wgs84",
    ]
    private static let communeNames = [
        "codgeo", "code_commune", "insee", "insee_com", "code_commune_insee", "codeinsee", "commune", "nom_commune",
        "com",
    ]

    private static let place = [
        Column("id", .text, .key), Column("nom", .text, .required, ["name"]),
        Column("code_insee", .commune, .required, communeNames),
        Column("latitude", .latitude, .required, latitudeNames),
        Column("longitude", .longitude, .required, longitudeNames),
    ]

    private static let communes = [
        Column("code_insee", .text, .key, ["codgeo", "code_commune", "insee", "insee_com", "com", "code"]),
        Column("nom", .text, .required, ["libgeo", "nom_commune", "libelle", "nom_com"]),
        Column("code_epci", .text, .optional, ["epci", "siren_epci"]),
        Column("nom_epci", .text, .optional, ["libepci"]), Column("nature_epci", .text),
        Column("latitude", .latitude, .required, latitudeNames),
        Column("longitude", .longitude, .required, longitudeNames),
        Column("population", .count, .optional, ["population_municipale", "pmun", "p##_pop"]),
        Column("superficie_km2", .number(0.01...20_000), .required, ["superf", "superficie"]),
        Column("menages", .count, .optional, ["menages_####", "p##_men"]),
        Column("familles", .count, .optional, ["familles_####"]),
        Column("naissances", .count, .optional, ["naissances_####", "naisd##"]),
        Column("actifs_15_64", .count, .optional, ["actifs_15_64_####", "p##_act1564"]),
        Column("chomeurs_15_64", .count, .optional, ["chomeurs_15_64_####", "p##_chom1564"]),
        Column("niveau_vie_median", .figure(0...1_000_000), .optional, ["niveau_vie_median_####", "med##", "q2##"]),
        Column("taux_pauvrete", .figure(0...100), .optional, ["taux_pauvrete_60_####", "tp60##"]),
        Column(
            "part_prestations_familiales", .figure(0...100), .optional,
            ["part_prestations_familiales_####", "ppfam##"]),
        Column("part_minima_sociaux", .figure(0...100), .optional, ["part_minima_sociaux_####", "ppmini##"]),
        Column("centre_social", .presence),
    ]

    private static let indicators = [
        Column("code_insee", .commune, .key, communeNames), Column("indicateur", .text, .key),
        Column("valeur", .figure(-1e9...1e9)), Column("retenu", .presence), Column("unite", .text),
        Column("millesime", .vintage, .optional, ["annee"]), Column("source", .text),
    ]

    private static let facilities = [
        Column("type", .choice(FacilityKind.words), .key),
        Column("id", .text, .key, ["id_fs", "identifiant"]),
        Column("nom", .text, .required, ["lib_fs", "nom_structure", "name"]),
        Column("code_insee", .commune, .required, communeNames),
        Column("latitude", .latitude, .optional, latitudeNames),
        Column("longitude", .longitude, .optional, longitudeNames),
        Column("itinerant", .presence, .optional, ["itinerance", "format_fs"]),
        Column("horaires", .openingHours, .optional, ["opening_hours"]),
        Column("millesime", .vintage, .optional, ["date_maj", "date"]), Column("source", .text),
    ]

    private static let venues =
        place + [
            Column("statut", .text), Column("espace_confidentiel", .presence), Column("espace_collectif", .presence),
            Column("acces_propre", .presence), Column("accessible", .presence), Column("identifiable", .presence),
            Column("electricite", .presence), Column("horaires", .openingHours, .optional, ["opening_hours"]),
            Column("adresse", .text), Column("code_postal", .text), Column("stationnement", .text),
            Column("cles", .text), Column("telephone", .text), Column("millesime", .vintage), Column("source", .text),
        ]
}
