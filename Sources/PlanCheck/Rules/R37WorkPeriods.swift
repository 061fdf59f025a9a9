import GeoModel
import PlanningModel

/// R37: two periods of work a day, exceptionally three, for each person; a break under 1 h ends no period (our reading, à
/// confirmer). Source: ALISFA, 1.3.1.
public struct WorkPeriods: Sendable {
    public let id = RuleID.r37
    public var separation: Minutes
    public var reported: Int
    public var maximum: Int

    public init(_ parameters: Parameters) {
        separation = parameters.periodBreak
        reported = parameters.periodsReported
        maximum = parameters.periodsMaximum
    }

    func periods(_ day: WorkedDay) -> Int { 1 + day.gaps.count { $0.length >= separation } }
}

extension WorkPeriods: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        plan.rosters.flatMap { person, days in
            days.compactMap { day in
                let periods = periods(day)
                guard periods > min(reported, maximum) else { return nil }
                let locus = PlanLocus(week: day.week, weekday: day.weekday, subject: person.id)
                return periods > maximum
                    ? Violation(id, .tooManyPeriods, at: locus, found: .count(periods), limit: .count(maximum))
                    : Violation(
                        id, .manyPeriods, severity: .soft, at: locus, found: .count(periods), limit: .count(reported))
            }
        }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        plan.rosters.flatMap { $0.days.map(periods) }.max().map { (.count($0), .count(maximum)) }
    }
}
