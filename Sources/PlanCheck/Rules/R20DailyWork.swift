import GeoModel
import PlanningModel

/// R20: at most 10 h of work a day: driving, setting up, opening, packing up; breaks are not work.
/// Source: Code du travail, L3121-18.
public struct DailyWork: Sendable {
    public let id = RuleID.r20
    public var maximum: Minutes

    public init(_ parameters: Parameters) { maximum = parameters.dailyWork }
}

extension DailyWork: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        plan.rosters.flatMap { person, days in
            days.compactMap { day in
                day.workTime > maximum
                    ? Violation(
                        id, .tooMuchWork, at: PlanLocus(week: day.week, weekday: day.weekday, subject: person.id),
                        found: .minutes(day.workTime), limit: .minutes(maximum)) : nil
            }
        }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        plan.rosters.flatMap { $0.days.map(\.workTime) }.max().map { (.minutes($0), .minutes(maximum)) }
    }
}
