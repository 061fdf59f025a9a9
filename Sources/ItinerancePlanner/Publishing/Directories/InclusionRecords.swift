/// A structure of data·inclusion. Source: gip-inclusion/data-inclusion-schema 1.0.8, `schemas/v1/structure.json`.
package struct InclusionStructure: Encodable {
    package var source: String
    package var id: String
    package var name: String
    package var updated: String
    package var siret: String?
    package var phone: String?
    package var site: String?
    package var networks: [String]?

    package enum CodingKeys: String, CodingKey {
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
package struct InclusionService: Encodable {
    package var source: String
    package var structure: String
    package var id: String
    package var name: String
    package var description: String
    package var updated: String
    package var type: String
    package var themes: [String]
    package var charge: String?
    package var chargeDetail: String?
    package var audiences: [String]
    package var audienceDetail: String?
    package var commune: String
    package var communeCode: String
    package var postcode: String?
    package var address: String?
    package var latitude: Double
    package var longitude: Double
    package var phone: String?
    package var link: String?
    package var receptionModes: [String]
    package var contactModes: [String]
    package var contactedBy: [String]
    package var zone: [String]?
    package var hours: String

    package enum CodingKeys: String, CodingKey {
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
