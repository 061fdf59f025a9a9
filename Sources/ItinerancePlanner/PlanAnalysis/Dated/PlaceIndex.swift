import Foundation
import GeoModel
import PlanningModel
import TabularData

/// What is known of each place of a scenario, by identifier: depots, venues, prisons, and communes by their centre.
package struct PlaceIndex: Sendable {
    /// Depots and venues.
    private let places: [String: Place]
    private let venueFacts: [String: VenueFacts]
    private let communes: [String: Commune]
    /// Prisons, and communes by their centre.
    private let points: [String: Place]
    private let isApproximate: Set<String>

    package init(_ scenario: Scenario) {
        let territory = scenario.territory
        places = Dictionary(
            (territory.depots + territory.venues).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        venueFacts = Dictionary(
            territory.venueFacts.map { ($0.venue, $0) }, uniquingKeysWith: { first, _ in first })
        communes = Dictionary(territory.communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
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

    /// A depot or a venue.
    package func place(_ id: String) -> Place? { places[id] }
    /// A depot, a venue, a prison, or a commune at its centre.
    package func point(_ id: String) -> Place? { places[id] ?? points[id] }
    package func name(_ id: String) -> String { point(id)?.name ?? id }
    package func facts(_ venue: String) -> VenueFacts? { venueFacts[venue] }
    package func commune(_ code: String) -> Commune? { communes[code] }
    /// Whether its position is only the centre of its commune.
    package func isAtCommuneCentre(_ id: String) -> Bool { isApproximate.contains(id) }

    /// The commune of a depot or a venue, where its own name does not say it already.
    package func communeBeside(_ id: String) -> String? {
        guard let place = places[id], let commune = communes[place.commune]?.name, !place.name.contains(commune)
        else { return nil }
        return commune
    }

    /// `12 rue de la Gare, 59212 Wignehies`; the commune alone where no more is known; empty where the name says it.
    package func addressLine(_ id: String) -> String {
        guard let place = point(id) else { return "" }
        let commune = communes[place.commune]?.name ?? place.commune
        guard let facts = facts(id), !facts.address.isEmpty else { return communeBeside(id) ?? "" }
        return [facts.address, [facts.postcode, commune].filter { !$0.isEmpty }.joined(separator: " ")]
            .joined(separator: ", ")
    }

    /// Name, address and commune on one line, as far as they are known.
    package func location(_ id: String) -> String {
        guard let place = places[id] else { return id }
        let facts = venueFacts[id]
        let commune = communes[place.commune]?.name ?? ""
        let postcode = facts?.postcode ?? ""
        let isSaid = postcode.isEmpty && place.name.contains(commune)
        let town = isSaid ? "" : [postcode, commune].filter { !$0.isEmpty }.joined(separator: " ")
        return [place.name, facts?.address ?? "", town].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// Where a day of a van starts.
    package func depot(of day: DayRound) -> String { day.legs.first.map { location($0.from) } ?? "" }

    /// What the data say of the standing of several things, each once: `exemple fictif`.
    package static func standing(_ standings: [String]) -> String {
        var seen: Set<String> = []
        return standings.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: ", ")
    }

    /// `geo:50.12345,3.93456` (RFC 5870): what a telephone opens in its map.
    package static func geo(_ position: Position) -> String {
        "geo:\(DataNumber.printed(position.latitude, 5)),\(DataNumber.printed(position.longitude, 5))"
    }
}
