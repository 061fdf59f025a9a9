/// A structure of data·inclusion. Source: gip-inclusion/data-inclusion-schema 1.0.8, `schemas/v1/structure.json`.
struct InclusionStructure: Encodable {
    var source: String
    var id: String
    var name: String
    var updated: String
    var siret: String?
    var phone: String?
    var site: String?
    var networks: [String]?

    enum CodingKeys: String, CodingKey {
        case source
        case id
        case name = "nom"
        case updated = "date_maj"
        case siret
        case phone = "telephone"
        case site = "site_web"
        case networks = "reseaux_porteurs"
    }
}

/// A service of data·inclusion. Source: gip-inclusion/data-inclusion-schema 1.0.8, `schemas/v1/service.json`.
struct InclusionService: Encodable {
    var source: String
    var structure: String
    var id: String
    var name: String
    var description: String
    var updated: String
    var type: String
    var themes: [String]
    var charge: String?
    var chargeDetail: String?
    var audiences: [String]
    var audienceDetail: String?
    var commune: String
    var communeCode: String
    var postcode: String?
    var address: String?
    var latitude: Double
    var longitude: Double
    var phone: String?
    var link: String?
    var receptionModes: [String]
    var contactModes: [String]
    var contactedBy: [String]
    var zone: [String]?
    var hours: String

    enum CodingKeys: String, CodingKey {
        case source
        case structure = "structure_id"
        case id
        case name = "nom"
        case description
        case updated = "date_maj"
        case type
        case themes = "thematiques"
        case charge = "frais"
        case chargeDetail = "frais_precisions"
        case audiences = "publics"
        case audienceDetail = "publics_precisions"
        case commune
        case communeCode = "code_insee"
        case postcode = "code_postal"
        case address = "adresse"
        case latitude
        case longitude
        case phone = "telephone"
        case link = "lien_source"
        case receptionModes = "modes_accueil"
        case contactModes = "modes_mobilisation"
        case contactedBy = "mobilisable_par"
        case zone = "zone_eligibilite"
        case hours = "horaires_accueil"
    }
}
