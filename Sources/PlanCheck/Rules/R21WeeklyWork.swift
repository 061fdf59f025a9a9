import GeoModel
import PlanningModel

/// R21: at most 48 h in a week, and 44 h on average over 12 weeks; the cycle repeated is the history.
/// Source: Code du travail, L3121-20 and L3121-22.
public struct WeeklyWork: Sendable {
    public let id = RuleID.r21
    public var maximum: Minutes
    public var averageMaximum: Minutes
    static let averagedWeeks = 12

    public init(_ parameters: Parameters) {
        maximum = parameters.weeklyWork
        averageMaximum = parameters.averageWeeklyWork
    }
}

extension PlanView {
    /// Work of a person in each week of the cycle, the share of hours for the way back into society (R19) among it.
    public func weeklyWork(_ person: StaffMember, _ days: [WorkedDay]) -> [Minutes] {
        let own = scenario.prisonRelays.weeklyReintegration(
            of: person, crewSize: scenario.staff.count { $0.crew == person.crew })
        return weeks.map { week in days.filter { $0.week == week }.reduce(own) { $0 + $1.workTime } }
    }
}

extension WeeklyWork: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        plan.rosters.flatMap { person, days -> [Violation] in
            let weeks = plan.weeklyWork(person, days)
            var found = weeks.indices.filter { weeks[$0] > maximum }.map { index in
                Violation(
                    id, .tooMuchWeeklyWork, at: PlanLocus(week: index + 1, subject: person.id),
                    found: .minutes(weeks[index]), limit: .minutes(maximum))
            }
            // 12 is a multiple of every cycle length, so each window of 12 weeks holds the same whole cycles.
            let total = weeks.reduce(.zero, +) * (Self.averagedWeeks / weeks.count)
            if total > averageMaximum * Self.averagedWeeks {
                found.append(
                    Violation(
                        id, .tooMuchAverageWork, at: PlanLocus(subject: person.id),
                        found: .minutes(Minutes(total.count / Self.averagedWeeks)), limit: .minutes(averageMaximum)))
            }
            return found
        }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        plan.rosters.flatMap { plan.weeklyWork($0.person, $0.days) }.max().map { (.minutes($0), .minutes(maximum)) }
    }
}
