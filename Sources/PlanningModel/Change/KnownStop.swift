import GeoModel

/// What people know of a stop of a plan: how often, when and by whom.
public struct KnownStop: Hashable, Sendable {
    public var venue: String
    /// In 4 weeks.
    public var visits: Int
    public var weekdays: [Weekday]
    /// Weeks of the cycle, from 1.
    public var weeks: [Int]
    /// Both on a full day.
    public var halves: [HalfDay]
    /// Starts of the first opening of its visits.
    public var starts: [Minutes]
    public var vans: [String]
    public var crews: [String]

    /// Every stop of a service of a plan, in the order of the venues' identifiers.
    ///
    /// - Parameter weeksLater: the weeks are counted in a cycle that begins so many weeks after the plan's own.
    public static func all(of service: String, in plan: Plan, weeksLater: Int = 0) -> [KnownStop] {
        let parameters = plan.scenario.parameters
        guard let view = PlanView(plan).services.first(where: { $0.service.id == service }) else { return [] }
        return view.stops(parameters).map { stop in
            let visits = stop.visits
            func every<Value: Hashable & Comparable>(_ value: (StopVisit) -> Value) -> [Value] {
                Set(visits.map(value)).sorted()
            }
            let cycle = parameters.cycleWeeks
            return KnownStop(
                venue: stop.venue, visits: visits.count * parameters.cyclesInFourWeeks,
                weekdays: every { $0.day.weekday },
                weeks: every { (($0.day.week - 1 - weeksLater) % cycle + cycle) % cycle + 1 },
                halves: Set(visits.flatMap { $0.halves.halves(of: stop.venue) }).sorted(),
                starts: Set(visits.compactMap { $0.visit.openings.first?.start }).sorted(),
                vans: every { $0.day.van }, crews: every { $0.day.crew })
        }
    }
}
