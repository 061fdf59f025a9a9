import GeoModel
import PlanningModel

/// A rule that judges a finished plan, from the plan alone.
public protocol CheckingRule: Sendable {
    var id: RuleID { get }
    func violations(in plan: PlanView) -> [Violation]
    /// The figure nearest to the threshold over the plan, and the threshold where there is one.
    func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)?
    /// False where the plan has nothing that the rule speaks of.
    func applies(to plan: PlanView) -> Bool
}

extension CheckingRule {
    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? { nil }
    public func applies(to plan: PlanView) -> Bool { true }

    public func verdict(on plan: PlanView) -> RuleVerdict {
        guard applies(to: plan) else { return RuleVerdict(rule: id, state: .notConcerned, violations: []) }
        let violations = violations(in: plan)
        let severities = Set(violations.map(\.severity))
        let state: RuleState =
            if severities.contains(.hard) { .broken } else if severities.contains(.unknown) {
                .notCheckable
            } else if severities.contains(.soft) { .reported } else { .met }
        let margin = margin(in: plan)
        return RuleVerdict(
            rule: id, state: state, violations: violations, found: margin?.found, limit: margin?.limit)
    }
}
