import Foundation
import Optimizer
import RoundPlan

/// The best plan with a stop in a commune, as `planifier` writes plans, confirmed by the check.
package struct ExplainedPlan {
    private let plan: Plan
    private let check: PlanCheck
    private let explanation: CommuneExplanation

    /// - Throws: `CommandFailure` where the check does not confirm it.
    package init(_ plan: Plan, _ explanation: CommuneExplanation) throws {
        var plan = try plan.withFixedTimes()
        plan.fingerprint = try PlanFile.fingerprint(plan.scenario)
        self.plan = plan
        self.explanation = explanation
        check = PlanCheck(plan)
        guard check.isValid else {
            throw CommandFailure(
                ending: .unexpected,
                messages: [ExplanationWords.notConfirmed(explanation.commune)] + CheckReport(plan, check).lines)
        }
    }

    /// Named by the code of the commune, and by the service where several know it.
    package func files(inSeveralServices: Bool) throws -> [(name: String, data: Data)] {
        let name = explanation.commune + (inSeveralServices ? "-\(explanation.service)" : "")
        return [
            ("\(name)-plan.json", try PlanFile.encode(plan)),
            ("\(name)-horaires.html", Data(try TimetableReport(plan, check).html().utf8)),
        ]
    }
}
