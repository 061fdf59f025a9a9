import GeoModel

/// What one week of the cycle holds in one plan and not in the other: half-days at a venue.
public struct WeekChange: Hashable, Sendable {
    /// One half-day at one venue.
    public struct Presence: Hashable, Sendable, Comparable {
        public var service: String
        public var weekday: Weekday
        public var half: HalfDay
        public var venue: String

        public static func < (a: Presence, b: Presence) -> Bool {
            (a.service, a.weekday, a.half == .morning ? 0 : 1, a.venue)
                < (b.service, b.weekday, b.half == .morning ? 0 : 1, b.venue)
        }
    }

    /// Of the second plan's cycle, from 1.
    public var week: Int
    public var gone: [Presence]
    public var added: [Presence]

    /// Every week of the second plan's cycle, those without a change too. The weeks of the first plan are counted in the
    /// cycle of the second; both are of one length.
    public static func all(from first: Plan, to second: Plan) -> [WeekChange] {
        let cycle = second.scenario.parameters.cycleWeeks
        let later = (second.scenario.firstMonday.dayNumber - first.scenario.firstMonday.dayNumber) / 7
        let before = presences(first) { (($0 - 1 - later) % cycle + cycle) % cycle + 1 }
        let after = presences(second) { $0 }
        return (1...cycle).map { week in
            let (old, new) = (before[week] ?? [], after[week] ?? [])
            return WeekChange(
                week: week, gone: old.subtracting(new).sorted(), added: new.subtracting(old).sorted())
        }
    }

    private static func presences(_ plan: Plan, _ week: (Int) -> Int) -> [Int: Set<Presence>] {
        var found: [Int: Set<Presence>] = [:]
        for service in plan.services {
            for day in service.days {
                for visit in day.visits {
                    for opening in visit.openings {
                        found[week(day.week), default: []].insert(
                            Presence(
                                service: service.id, weekday: day.weekday,
                                half: opening.half(split: plan.scenario.parameters.halfDaySplit), venue: visit.venue))
                    }
                }
            }
        }
        return found
    }
}
