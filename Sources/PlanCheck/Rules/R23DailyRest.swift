import GeoModel
import PlanningModel

/// R23: from the end of a day to the next start, at least 11 h by law, 12 h under ALISFA.
/// Source: Code du travail, L3131-1; ALISFA, chapter IV.
public struct DailyRest: Sendable {
    public let id = RuleID.r23
    public var minimum: Minutes

    public init(_ parameters: Parameters) { minimum = parameters.dailyRest }
}

extension PlanView {
    /// Minutes from the Monday midnight of the cycle.
    static func clock(_ day: WorkedDay, _ time: Minutes) -> Minutes {
        Minutes(((day.week - 1) * 7 + day.weekday.rawValue) * 1440) + time
    }

    /// Rests between working days, the last one leading to the first day of the next cycle.
    public func rests(_ days: [WorkedDay]) -> [(after: WorkedDay, before: WorkedDay, length: Minutes)] {
        let cycle = Minutes(parameters.cycleWeeks * 7 * 1440)
        return days.indices.map { index in
            let after = days[index]
            let isLast = index == days.count - 1
            let before = isLast ? days[0] : days[index + 1]
            let start = Self.clock(before, before.departure) + (isLast ? cycle : .zero)
            return (after, before, start - Self.clock(after, after.arrival))
        }
    }
}

extension DailyRest: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        plan.rosters.flatMap { person, days in
            plan.rests(days).filter { $0.length < minimum }.map { rest in
                Violation(
                    id, .shortDailyRest,
                    at: PlanLocus(week: rest.after.week, weekday: rest.after.weekday, subject: person.id),
                    found: .minutes(rest.length), limit: .minutes(minimum))
            }
        }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        plan.rosters.flatMap { plan.rests($0.days).map(\.length) }.min().map { (.minutes($0), .minutes(minimum)) }
    }
}
