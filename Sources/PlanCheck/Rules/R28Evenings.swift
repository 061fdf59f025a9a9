import GeoModel
import PlanningModel

/// R28: work after 20:00 on at most 3 days a week, for each person. Rounds of a crew that is shared keep to their team's share of
/// these: each service is planned with what is left to it.
/// Source: ALISFA.
public struct Evenings: Sendable {
    public let id = RuleID.r28
    public var after: Minutes
    public var maximum: Int

    public init(_ parameters: Parameters) {
        after = parameters.eveningFrom
        maximum = parameters.eveningsMaximum
    }

    private func counts(in plan: PlanView) -> [(person: String, week: Int, found: Int)] {
        plan.rosters.flatMap { person, days in
            plan.weeks.map { week in (person.id, week, days.count { $0.week == week && $0.arrival > after }) }
        }
    }
}

extension Evenings: CheckingRule {
    private func sharedCrews(in plan: PlanView) -> [Violation] {
        plan.sharedTeams(ofDays: maximum).flatMap { own in
            plan.weeks.compactMap { week -> Violation? in
                let found = own.days.count { $0.week == week && $0.arrival > after }
                guard found > own.share else { return nil }
                return Violation(
                    id, .tooManyEvenings, at: PlanLocus(service: own.service, week: week, subject: own.team.crew),
                    found: .count(found), limit: .count(own.share))
            }
        }
    }

    public func violations(in plan: PlanView) -> [Violation] {
        sharedCrews(in: plan)
            + counts(in: plan).filter { $0.found > maximum }.map {
                Violation(
                    id, .tooManyEvenings, at: PlanLocus(week: $0.week, subject: $0.person), found: .count($0.found),
                    limit: .count(maximum))
            }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        counts(in: plan).map(\.found).max().map { (.count($0), .count(maximum)) }
    }
}
