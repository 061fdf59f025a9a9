import GeoModel
import PlanningModel

/// When parents are received: openings without what meetings of professionals take of them.
package struct ReceptionHours: Sendable {
    private struct Key: Hashable {
        var service: String
        var week: Int
        var weekday: Weekday
        var venue: String
    }

    private let meetings: [Key: [Interval]]

    package init(_ plan: Plan) {
        let closed = Set(plan.scenario.services.flatMap { $0.programme.filter(\.isForProfessionals).map(\.id) })
        var meetings: [Key: [Interval]] = [:]
        for service in plan.services {
            for session in service.sessions where closed.contains(session.kind) {
                let key = Key(service: service.id, week: session.week, weekday: session.weekday, venue: session.venue)
                meetings[key, default: []].append(session.hours)
            }
        }
        self.meetings = meetings
    }

    /// Meetings of professionals at a venue on a day of the cycle.
    private func meetings(service: String, week: Int, _ weekday: Weekday, venue: String) -> [Interval] {
        meetings[Key(service: service, week: week, weekday: weekday, venue: venue)] ?? []
    }

    /// An opening of a service cut into when parents are received and when professionals meet, in order.
    package func parts(
        of opening: Interval, service: String, week: Int, _ weekday: Weekday, venue: String
    ) -> [(hours: Interval, isForParents: Bool)] {
        let received = of(opening, service: service, week: week, weekday, venue: venue)
        let met = meetings(service: service, week: week, weekday, venue: venue)
            .filter { opening.start <= $0.start && $0.end <= opening.end }
        return (received.map { ($0, true) } + met.map { ($0, false) }).sorted { $0.0.start < $1.0.start }
    }

    /// What is left of an opening of a service, in order; nothing where a meeting takes all of it.
    ///
    /// - Parameter week: of the cycle, from 1.
    package func of(_ opening: Interval, service: String, week: Int, _ weekday: Weekday, venue: String) -> [Interval] {
        meetings(service: service, week: week, weekday, venue: venue).reduce([opening]) { left, taken in
            left.flatMap { piece in
                [
                    Interval(start: piece.start, end: min(piece.end, taken.start)),
                    Interval(start: max(piece.start, taken.end), end: piece.end),
                ].filter { $0.start < $0.end }
            }
        }
    }
}
