import GeoModel
import PlanCheck
import PlanningModel

/// How many accueillants the openings of a plan need for the sessions that they hold (R03).
struct SessionNeeds {
    private struct Key: Hashable {
        var service: String
        var week: Int
        var weekday: Weekday
        var venue: String
    }

    private var sessions: [Key: [(hours: Interval, needed: Int)]] = [:]
    private let kinds: [String: [String: SessionKind]]

    init(_ plan: Plan) {
        kinds = Dictionary(
            plan.scenario.services.map { service in
                (
                    service.id,
                    Dictionary(service.programme.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
                )
            }, uniquingKeysWith: { first, _ in first })
        for service in plan.services {
            for session in service.sessions {
                let key = Key(service: service.id, week: session.week, weekday: session.weekday, venue: session.venue)
                let needed = accueillants(for: session, of: service.id)
                sessions[key, default: []].append((session.hours, needed))
            }
        }
    }

    func accueillants(for session: PlannedSession, of service: String) -> Int {
        kinds[service]?[session.kind].map(SessionStaff.needed) ?? 1
    }

    /// Of an opening: as many as the session within it that asks for most, and one where it holds none.
    func accueillants(
        at venue: String, _ opening: Interval, of service: String, week: Int, _ weekday: Weekday
    ) -> Int {
        let own = sessions[Key(service: service, week: week, weekday: weekday, venue: venue)] ?? []
        return own.filter { opening.start <= $0.hours.start && $0.hours.end <= opening.end }.map(\.needed).max() ?? 1
    }
}
