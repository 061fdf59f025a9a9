import GeoModel
import PlanAnalysis
import PlanningModel

/// When parents are received at a place on a date: an opening of a round or of a fixed centre, without what meetings of
/// professionals take of it.
package struct PublicOpening: Sendable {
    package var date: CivilDate
    /// Identifier of a service of rounds or of a fixed centre.
    package var service: String
    package var venue: String
    /// In order; never empty.
    package var hours: [Interval]
    package var state: DatedPlan.State

    /// Of a period, in the order of dates and hours; openings of one service, place and date are one, those that fall apart
    /// from those that are held.
    package static func all(_ dated: DatedPlan) -> [PublicOpening] {
        let scenario = dated.plan.scenario
        let reception = ReceptionHours(dated.plan)
        let centres = Dictionary(
            scenario.centres.map { ($0.id, $0.venue) }, uniquingKeysWith: { first, _ in first })
        var order: [Key] = []
        var found: [Key: PublicOpening] = [:]
        func add(_ key: Key, _ left: [Interval]) {
            guard !left.isEmpty else { return }
            if found[key] == nil {
                order.append(key)
                found[key] = PublicOpening(
                    date: key.date, service: key.service, venue: key.venue, hours: [], state: key.state)
            }
            found[key]?.hours += left
        }
        for opening in dated.openings {
            let key = Key(
                date: opening.date, service: opening.service, venue: opening.visit.venue, state: opening.state)
            let left = reception.of(
                opening.hours, service: opening.service, week: opening.week, opening.day.weekday,
                venue: opening.visit.venue)
            add(key, left)
        }
        for shift in dated.shifts {
            guard let venue = centres[shift.shift.service] else { continue }
            add(
                Key(date: shift.date, service: shift.shift.service, venue: venue, state: shift.state),
                [shift.shift.hours])
        }
        return order.compactMap { found[$0] }.sorted {
            ($0.date, $0.hours[0].start, $0.service) < ($1.date, $1.hours[0].start, $1.service)
        }
    }

    private struct Key: Hashable {
        var date: CivilDate
        var service: String
        var venue: String
        var state: DatedPlan.State
    }
}

/// All that parents find at one place in a period.
package struct VenueProgramme: Sendable {
    package var venue: String
    /// Identifiers, in the order of the scenario: services of rounds, then fixed centres.
    package var services: [String]
    package var openings: [PublicOpening]
    /// Those parents can come to.
    package var sessions: [DatedPlan.Session]

    /// Every place where parents are received, by identifier.
    package static func all(_ dated: DatedPlan) -> [VenueProgramme] {
        let scenario = dated.plan.scenario
        let closed = Set(scenario.services.flatMap { $0.programme.filter(\.isForProfessionals).map(\.id) })
        let sessions = Dictionary(
            grouping: dated.sessions.filter { !closed.contains($0.session.kind) }, by: \.session.venue)
        let order = scenario.services.map(\.id) + scenario.centres.map(\.id)
        return Dictionary(grouping: PublicOpening.all(dated), by: \.venue).sorted { $0.key < $1.key }
            .map { venue, openings in
                let own = Set(openings.map(\.service))
                return VenueProgramme(
                    venue: venue, services: order.filter(own.contains), openings: openings,
                    sessions: sessions[venue] ?? [])
            }
    }
}
