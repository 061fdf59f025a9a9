import Foundation
import GeoModel
import RoundPlan

/// Structures and services as data·inclusion wants them: the office is a structure, each stop one of its services, since
/// "en présentiel" means at the address of the service. The schema has nothing for itinerance.
///
/// Source: gip-inclusion/data-inclusion-schema 1.0.8, 2026-04, `schemas/v1/`.
struct InclusionDirectory: Sendable {
    static let required: Set<DirectoryEntry.Lack> = [.office, .date]

    private struct Structure: Encodable {
        var source: String
        var id: String
        var nom: String
        var date_maj: String
        var siret: String?
        var telephone: String?
        var site_web: String?
        var reseaux_porteurs: [String]?
    }

    private struct Service: Encodable {
        var source: String
        var structure_id: String
        var id: String
        var nom: String
        var description: String
        var date_maj: String
        var type: String
        var thematiques: [String]
        var frais: String?
        var publics: [String]
        var publics_precisions: String?
        var commune: String
        var code_insee: String
        var code_postal: String?
        var adresse: String?
        var latitude: Double
        var longitude: Double
        var telephone: String?
        var lien_source: String?
        var modes_accueil: [String]
        var modes_mobilisation: [String]
        var mobilisable_par: [String]
        var zone_eligibilite: [String]?
        var horaires_accueil: String
    }

    private let entries: [DirectoryEntry]
    private let office: Office
    private let zones: [String: [String]]

    init(_ entries: [DirectoryEntry], _ scenario: Scenario) {
        self.entries = entries.filter { $0.lacks.isDisjoint(with: Self.required) }
        office = scenario.office
        zones = Dictionary(scenario.services.map { ($0.id, $0.communes) }, uniquingKeysWith: { first, _ in first })
    }

    var count: Int { entries.count }

    private var source: String { PublishedFile.slug(office.name) }
    private var structureID: String { "\(source)--\(office.siret.isEmpty ? "bureau" : office.siret)" }
    private var site: String? { URL(string: office.site).flatMap { $0.scheme == nil ? nil : $0.absoluteString } }

    var structures: Data {
        get throws {
            let dates = entries.compactMap(\.updated)
            let all = dates.max().map { date in
                [
                    Structure(
                        source: source, id: structureID, nom: DirectoryWords.name(office.name, "", office.standing),
                        date_maj: date.iso, siret: office.siret.isEmpty ? nil : office.siret,
                        telephone: FrenchPhone.international(office.phone), site_web: site,
                        reseaux_porteurs: NearestNames.folded(office.name).hasPrefix("caf ") ? ["caf"] : nil)
                ]
            }
            return try PublicationJSON.encoded(all ?? [])
        }
    }

    var services: Data { get throws { try PublicationJSON.encoded(entries.map(service)) } }

    private func service(_ entry: DirectoryEntry) -> Service {
        let stop = entry.stop
        let isForAll = DirectoryWords.isForAll(stop)
        let charge: String? =
            switch stop.charge {
            case .free: "gratuit"
            case .symbolic, .paid: "payant"
            case .unknown: nil
            }
        return Service(
            source: source, structure_id: structureID, id: "\(source)--\(entry.id)", nom: entry.name,
            description: DirectoryWords.description(stop, entry.standing), date_maj: entry.updated?.iso ?? "",
            type: "information", thematiques: ["famille--soutien-a-la-parentalite-et-a-leducation"], frais: charge,
            publics: isForAll ? ["tous-publics"] : ["familles"],
            publics_precisions: isForAll ? nil : DirectoryWords.firstThousandDays, commune: entry.commune,
            code_insee: stop.place.commune, code_postal: entry.lacks.contains(.postcode) ? nil : entry.facts?.postcode,
            adresse: entry.lacks.contains(.address) ? nil : entry.facts?.address,
            latitude: DataNumber.rounded(stop.place.position.latitude, .decimal(6)),
            longitude: DataNumber.rounded(stop.place.position.longitude, .decimal(6)),
            telephone: FrenchPhone.international(office.phone), lien_source: site, modes_accueil: ["en-presentiel"],
            modes_mobilisation: ["se-presenter"], mobilisable_par: ["usagers"], zone_eligibilite: zones[stop.service],
            horaires_accueil: entry.hours)
    }
}
