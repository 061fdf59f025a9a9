import GeoModel
import RoundPlan

/// Something that happens to a plan, as a change of its scenario: `lieu-ferme=lieu-59601`.
struct PlanEvent {
    enum Kind: String, CaseIterable {
        case venueClosed = "lieu-ferme"
        case personLeaves = "personne-part"
        case vanGone = "vehicule-retire"
        case communeJoins = "commune-rejoint"
    }

    var kind: Kind
    /// Identifier of a venue, a person or a van, or the Insee code of a commune.
    var subject: String

    /// `nil` where the words are no event.
    init?(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let kind = Kind(rawValue: parts[0]), !parts[1].isEmpty else { return nil }
        self.kind = kind
        subject = parts[1]
    }

    /// - Throws: `CommandFailure` where the scenario does not know the subject.
    func happen(in scenario: inout Scenario) throws {
        func unknown(_ known: [String]) -> CommandFailure {
            CommandFailure(
                ending: .wrongData, messages: [ReplanWords.unknownSubject(kind.rawValue, subject, known)])
        }
        switch kind {
        case .venueClosed:
            let venues = scenario.territory.venues
            guard let venue = venues.first(where: { $0.id == subject }) else { throw unknown(venues.map(\.id)) }
            for index in scenario.services.indices where scenario.services[index].communes.contains(venue.commune) {
                scenario.services[index].pins.append(
                    Pin(venue: subject, served: false, reason: ReplanWords.venueClosed))
            }
        case .personLeaves:
            guard scenario.staff.contains(where: { $0.id == subject }) else { throw unknown(scenario.staff.map(\.id)) }
            scenario.staff.removeAll { $0.id == subject }
        case .vanGone:
            guard scenario.vans.contains(where: { $0.id == subject }) else { throw unknown(scenario.vans.map(\.id)) }
            for index in scenario.services.indices {
                scenario.services[index].teams.removeAll { $0.van == subject }
                guard !scenario.services[index].teams.isEmpty else {
                    throw CommandFailure(
                        ending: .infeasible, messages: [ReplanWords.lastVan(subject, scenario.services[index].name)])
                }
            }
        case .communeJoins:
            let codes = scenario.territory.communes.map(\.code)
            guard codes.contains(subject) else { throw unknown(codes) }
            for index in scenario.services.indices where !scenario.services[index].communes.contains(subject) {
                scenario.services[index].communes = (scenario.services[index].communes + [subject]).sorted()
            }
        }
    }
}
