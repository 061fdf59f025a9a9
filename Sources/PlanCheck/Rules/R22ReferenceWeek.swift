import GeoModel
import PlanningModel

/// R22: no more than the reference week of 35 h, nor than the person's contract; overtime, where allowed, is reported.
/// Source: Code du travail, L3121-27; ALISFA.
public struct ReferenceWeek: Sendable {
    public let id = RuleID.r22
    public var reference: Minutes
    public var overtimeAllowed: Bool

    public init(_ parameters: Parameters) {
        reference = parameters.referenceWeek
        overtimeAllowed = parameters.overtime == .yes
    }

    public func limit(of person: StaffMember) -> Minutes { min(reference, person.weeklyHours) }
}

extension ReferenceWeek: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        plan.rosters.flatMap { person, days in
            let weeks = plan.weeklyWork(person, days)
            return weeks.indices.filter { weeks[$0] > limit(of: person) }.map { index in
                Violation(
                    id, .overContract, severity: overtimeAllowed ? .soft : .hard,
                    at: PlanLocus(week: index + 1, subject: person.id), found: .minutes(weeks[index]),
                    limit: .minutes(limit(of: person)))
            }
        }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        plan.rosters.flatMap { person, days in
            plan.weeklyWork(person, days).map { (work: $0, limit: limit(of: person)) }
        }
        .max { ($0.work - $0.limit) < ($1.work - $1.limit) }
        .map { (.minutes($0.work), .minutes($0.limit)) }
    }
}
