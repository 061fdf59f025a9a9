import GeoModel
import PlanningModel

/// One stop of a plan: how often, and when.
public struct StopState: Hashable, Sendable {
    /// One weekday of a stop.
    public struct Time: Hashable, Sendable {
        public var weekday: Weekday
        public var halves: [HalfDay]
        public var van: String
    }

    public var venue: String
    /// In 4 weeks.
    public var visits: Int
    /// Whether it shares a half-day with other short stops.
    public var isShort: Bool
    public var times: [Time]

    /// Every stop of the plan of one service, in the order of the venues' identifiers.
    static func all(of plan: ServicePlan, in scenario: Scenario) -> [StopState] {
        let whole = Plan(services: [plan], stop: .optimal, seed: 0, scenario: scenario, fingerprint: "", sources: [])
        let parameters = scenario.parameters
        return PlanView(whole).services.flatMap { $0.stops(parameters) }.map { stop in
            StopState(
                venue: stop.venue, visits: stop.visits.count * parameters.cyclesInFourWeeks, isShort: stop.isTour,
                times: stop.lines.map { weekday, visits in
                    let halves = Set(visits.flatMap { $0.halves.halves(of: stop.venue) })
                    return Time(weekday: weekday, halves: halves.sorted(), van: visits.first?.day.van ?? "")
                })
        }
    }
}

/// What becomes of the stops of a plan in another one.
public struct StopDifference: Hashable, Sendable {
    public struct Change: Hashable, Sendable {
        public var before: StopState
        public var after: StopState
    }

    public var pushedOut: [StopState]
    public var added: [StopState]
    /// Another number of visits, or short stops for sessions.
    public var changed: [Change]
    /// As often as before on another weekday, in another half of the day or with another van.
    public var moved: [Change]

    init(from plan: [StopState], to other: [StopState]) {
        let before = Dictionary(plan.map { ($0.venue, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(other.map { ($0.venue, $0) }, uniquingKeysWith: { first, _ in first })
        pushedOut = plan.filter { after[$0.venue] == nil }
        added = other.filter { before[$0.venue] == nil }
        let pairs = plan.compactMap { stop in
            after[stop.venue].flatMap { $0 == stop ? nil : Change(before: stop, after: $0) }
        }
        changed = pairs.filter { $0.before.visits != $0.after.visits || $0.before.isShort != $0.after.isShort }
        moved = pairs.filter { $0.before.visits == $0.after.visits && $0.before.isShort == $0.after.isShort }
    }
}
