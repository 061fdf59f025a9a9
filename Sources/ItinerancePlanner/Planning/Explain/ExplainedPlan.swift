import Optimizer
import PlanCheck
import PlanningModel
import ScenarioFiles

/// The best plan with a stop in a commune, confirmed by the check.
package struct ExplainedPlan {
    package let plan: Plan
    package let check: PlanCheck
    package let explanation: CommuneExplanation

    /// - Throws: `ExplanationFailure` where the check does not confirm it; `PlanningFailure`.
    package init(_ plan: Plan, _ explanation: CommuneExplanation) throws {
        var plan = try plan.withFixedTimes()
        plan.fingerprint = try PlanFile.fingerprint(plan.scenario)
        self.plan = plan
        self.explanation = explanation
        check = PlanCheck(plan)
        guard check.isValid else {
            throw ExplanationFailure.notConfirmed(commune: explanation.commune, plan, check)
        }
    }
}
