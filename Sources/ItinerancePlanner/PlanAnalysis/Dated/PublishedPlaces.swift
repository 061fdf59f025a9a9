import GeoModel
import RoundPlan

/// Places of a plan with what is known of them, by identifier.
package struct PublishedPlaces: Sendable {
    private let places: [String: Place]
    private let venueFacts: [String: VenueFacts]
    private let communes: [String: Commune]

    package init(_ scenario: Scenario) {
        let territory = scenario.territory
        places = Dictionary(
            (territory.depots + territory.venues).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        venueFacts = Dictionary(
            territory.venueFacts.map { ($0.venue, $0) }, uniquingKeysWith: { first, _ in first })
        communes = Dictionary(territory.communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func place(_ id: String) -> Place? { places[id] }
    package func facts(_ venue: String) -> VenueFacts? { venueFacts[venue] }
    package func commune(_ code: String) -> Commune? { communes[code] }

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
}
