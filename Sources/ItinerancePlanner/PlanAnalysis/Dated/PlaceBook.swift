import Foundation
import GeoModel
import RoundPlan

/// What is known of each place of a scenario, by identifier: depots, venues, prisons, and communes by their centre.
package struct PlaceBook: Sendable {
    package let names: ReportNames
    private let known: PublishedPlaces
    /// Prisons, and communes by their centre.
    private let points: [String: Place]
    private let isApproximate: Set<String>

    package init(_ scenario: Scenario, _ names: ReportNames) {
        self.names = names
        known = PublishedPlaces(scenario)
        let territory = scenario.territory
        let centres = territory.communes.map {
            Place(id: $0.code, name: $0.name, commune: $0.code, position: $0.centre)
        }
        let byCode = Dictionary(centres.map { ($0.id, $0.position) }, uniquingKeysWith: { first, _ in first })
        let prisons = territory.prisons.compactMap { prison in
            (prison.position ?? byCode[prison.commune]).map {
                Place(
                    id: prison.id, name: prison.name, commune: prison.commune, position: $0, standing: prison.standing)
            }
        }
        points = Dictionary((prisons + centres).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        isApproximate = Set(territory.prisons.filter { $0.position == nil }.map(\.id) + territory.communes.map(\.code))
    }

    package func place(_ id: String) -> Place? { known.place(id) ?? points[id] }
    package func name(_ id: String) -> String { place(id)?.name ?? id }
    package func facts(_ id: String) -> VenueFacts? { known.facts(id) }
    /// Whether its position is only the centre of its commune.
    package func isAtCommuneCentre(_ id: String) -> Bool { isApproximate.contains(id) }

    /// `12 rue de la Gare, 59212 Wignehies`; the commune alone where no more is known; empty where the name says it.
    package func addressLine(_ id: String) -> String {
        guard let place = place(id) else { return "" }
        let commune = names.communeName(place.commune)
        guard let facts = facts(id), !facts.address.isEmpty else { return names.communeBeside(id) ?? "" }
        return [facts.address, [facts.postcode, commune].filter { !$0.isEmpty }.joined(separator: " ")]
            .joined(separator: ", ")
    }

    /// `geo:50.12345,3.93456` (RFC 5870): what a telephone opens in its map.
    package static func geo(_ position: Position) -> String {
        String(format: "geo:%.5f,%.5f", position.latitude, position.longitude)
    }
}
