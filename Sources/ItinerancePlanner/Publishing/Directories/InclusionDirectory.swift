import FileAccess
import Foundation
import FrenchText
import PlanAnalysis
import PlanningModel
import TabularData

/// Structures and services as data·inclusion wants them: the office is a structure, each stop one of its services, since
/// "en présentiel" means at the address of the service. The schema has nothing for itinerance.
///
/// Source: gip-inclusion/data-inclusion-schema 1.0.8, 2026-04, `schemas/v1/`.
package struct InclusionDirectory: Sendable {
    package static let required: Set<DirectoryLack> = [.office, .date]

    private let entries: [DirectoryEntry]
    private let office: Office
    private let zones: [String: [String]]

    package init(_ entries: [DirectoryEntry], _ scenario: Scenario) {
        self.entries = entries.filter { $0.lacks.isDisjoint(with: Self.required) }
        office = scenario.office
        zones = Dictionary(scenario.services.map { ($0.id, $0.communes) }, uniquingKeysWith: { first, _ in first })
    }

    private var source: String { PublishedFile.slug(office.name) }
    private var structureID: String { "\(source)--\(office.siret.isEmpty ? "bureau" : office.siret)" }
    private var site: String? { URL(string: office.site).flatMap { $0.scheme == nil ? nil : $0.absoluteString } }

    package var structures: Data {
        get throws {
            let dates = entries.compactMap(\.updated)
            let all = dates.max().map { date in
                [
                    InclusionStructure(
                        source: source, id: structureID, name: DirectoryWords.name(office.name, "", office.standing),
                        updated: date.iso, siret: office.siret.isEmpty ? nil : office.siret,
                        phone: FrenchPhone.international(office.phone), site: site,
                        networks: NearestNames.folded(office.name).hasPrefix("caf ") ? ["caf"] : nil)
                ]
            }
            return try ReadableJSON.data(all ?? [])
        }
    }

    package var services: Data { get throws { try ReadableJSON.data(entries.map(service)) } }

    private func service(_ entry: DirectoryEntry) -> InclusionService {
        let stop = entry.stop
        let charge: String? =
            switch stop.charge {
            case .free: "gratuit"
            case .symbolic, .paid: "payant"
            case .unknown: nil
            }
        return InclusionService(
            source: source, structure: structureID, id: "\(source)--\(entry.id)", name: entry.name,
            description: DirectoryWords.description(isFixed: stop.isFixed, isForAll: stop.isForAll, entry.standing),
            updated: entry.updated?.iso ?? "",
            type: "information", themes: ["famille--soutien-a-la-parentalite-et-a-leducation"], charge: charge,
            chargeDetail: stop.charge == .symbolic ? DirectoryWords.symbolic : nil,
            audiences: stop.isForAll ? ["tous-publics"] : ["familles"],
            audienceDetail: stop.isForAll ? nil : DirectoryWords.firstThousandDays, commune: entry.commune,
            communeCode: stop.place.commune, postcode: entry.lacks.contains(.postcode) ? nil : entry.facts?.postcode,
            address: entry.lacks.contains(.address) ? nil : entry.facts?.address,
            latitude: DataNumber.rounded(stop.place.position.latitude, .decimal(6)),
            longitude: DataNumber.rounded(stop.place.position.longitude, .decimal(6)),
            phone: FrenchPhone.international(office.phone), link: site, receptionModes: ["en-presentiel"],
            contactModes: ["se-presenter"], contactedBy: ["usagers"], zone: zones[stop.service],
            hours: entry.hours)
    }
}
