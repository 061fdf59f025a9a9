import GeoModel
import PlanningModel

/// R24: 35 h of rest in a row each week; under ALISFA two days in a row, Sunday among them: Sunday itself is free, and
/// Saturday or Monday with it.
/// Source: Code du travail, L3132-2; ALISFA.
public struct WeeklyRest: Sendable {
    public let id = RuleID.r24
    public var minimum: Minutes
    public var twoDays: Bool

    public init(_ parameters: Parameters) {
        minimum = parameters.weeklyRest
        twoDays = parameters.twoDaysOff == .yes
    }
}

/// The rest around the Sunday of a week.
private struct SundayRest {
    var week: Int
    var length: Minutes
    /// Whether Sunday itself is free, and Saturday or Monday with it.
    var sunday: Bool
    var pair: Bool
}

extension WeeklyRest: CheckingRule {
    /// The rest over each Sunday of the repeated cycle: from the last end before it to the first start after it.
    private func sundayRests(_ days: [WorkedDay], in plan: PlanView) -> [SundayRest] {
        let weekCount = plan.parameters.cycleWeeks
        let cycle = Minutes(weekCount * 7 * 1440)
        let stretches = [-1, 0, 1].flatMap { turn in
            days.map { day in
                let shift = Minutes(cycle.count * turn)
                return (
                    start: PlanView.clock(day, day.departure) + shift,
                    end: PlanView.clock(day, day.arrival) + shift
                )
            }
        }
        return plan.weeks.map { week in
            let sunday = Minutes(((week - 1) * 7 + 6) * 1440)
            let end = stretches.map(\.end).filter { $0 <= sunday }.max() ?? sunday - cycle
            let start = stretches.map(\.start).filter { $0 > sunday }.min() ?? sunday + cycle
            let saturdayOff = end <= sunday - Minutes(1440)
            let mondayOff = start >= sunday + Minutes(2 * 1440)
            let worksSunday = stretches.contains { $0.end > sunday && $0.start < sunday + Minutes(1440) }
            return SundayRest(
                week: week, length: start - end, sunday: !worksSunday, pair: saturdayOff || mondayOff)
        }
    }

    public func violations(in plan: PlanView) -> [Violation] {
        plan.rosters.flatMap { person, days in
            sundayRests(days, in: plan).flatMap { rest -> [Violation] in
                let locus = PlanLocus(week: rest.week, subject: person.id)
                var found: [Violation] = []
                if rest.length < minimum {
                    found.append(
                        Violation(
                            id, .shortWeeklyRest, at: locus, found: .minutes(rest.length), limit: .minutes(minimum)))
                }
                if twoDays && !rest.sunday {
                    found.append(Violation(id, .sundayWorked, at: locus))
                } else if twoDays && !rest.pair {
                    found.append(Violation(id, .noTwoDaysOff, at: locus))
                }
                return found
            }
        }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        plan.rosters.flatMap { sundayRests($0.days, in: plan).map(\.length) }.min()
            .map { (.minutes($0), .minutes(minimum)) }
    }
}
