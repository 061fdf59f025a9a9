import GeoModel
import PlanningModel

/// One thing compared: the stops of a plan, or today's facilities.
package struct CoverageOption: Sendable {
    package var name: String
    package var places: [CoveragePlace]
    /// What is not known of today's facilities; all zero for a plan.
    package var gaps = Gaps()

    /// How many facilities are not known as well as they should be.
    package struct Gaps: Hashable, Sendable {
        /// Without a position: they stand at the centre of their commune.
        package var atCentre = 0
        package var unreadableHours = 0
        package var unknownHours = 0
    }

    /// The stops of a plan: the same venue for two services is two places, since each is visited by its own van.
    package init(_ plan: Plan, named name: String) {
        self.name = name
        let venues = Dictionary(
            plan.scenario.territory.venues.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let turns = Double(plan.scenario.parameters.cyclesInFourWeeks)
        places = PlanView(plan).services.flatMap { view in
            view.visitsByVenue.compactMap { id, visits -> CoveragePlace? in
                guard let venue = venues[id] else { return nil }
                let open = visits.reduce(Minutes.zero) { sum, entry in
                    entry.visit.openings.reduce(sum) { $0 + $1.length }
                }
                return CoveragePlace(
                    id: view.service.id + "/" + id, name: venue.name, commune: venue.commune,
                    position: venue.position, visits: Double(visits.count) * turns,
                    openHours: Double(open.count) / 60 * turns)
            }
        }
    }

    /// Facilities of some kinds, always there; hours of 4 weeks from the scenario's first Monday where they are given.
    package init(facilitiesOf scenario: Scenario, kinds: [FacilityKind], named name: String) {
        self.name = name
        let communes = Dictionary(
            scenario.territory.communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [CoveragePlace] = []
        for facility in scenario.territory.facilities where kinds.contains(facility.kind) {
            guard let commune = communes[facility.commune] else { continue }
            if facility.position == nil { gaps.atCentre += 1 }
            var hours: Double?
            if !facility.openingHours.isEmpty {
                if let opening = try? OpeningHours(parsing: facility.openingHours) {
                    let open = opening.openMinutes(from: scenario.firstMonday, days: 28, calendar: scenario.calendar)
                    hours = Double(open.count) / 60
                } else {
                    gaps.unreadableHours += 1
                }
            }
            found.append(
                CoveragePlace(
                    id: facility.id, name: facility.name, commune: facility.commune,
                    position: facility.position ?? commune.centre, openHours: hours))
        }
        places = found
        gaps.unknownHours = found.count { $0.openHours == nil }
    }
}

/// What people are counted by.
package enum CoverageWeight: String, CaseIterable, Sendable {
    case population
    /// Families with children; households where they are not given.
    case families = "familles"
    case births = "naissances"
    /// Points of need of the first scenario's services.
    case points = "besoin"
}
