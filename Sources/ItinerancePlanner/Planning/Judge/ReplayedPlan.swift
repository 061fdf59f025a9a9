import Foundation
import PlanAnalysis
import PlanCheck
import PlanningModel
import ScenarioFiles

/// A plan replayed as it is under other needs, other ways and absences.
package struct ReplayedPlan {
    package let plan: Plan
    package let source: SourceFile

    /// - Throws: `InputFailure`; `JudgementFailure` where the plan does not pass the check.
    package init(_ path: String) throws {
        (plan, source) = try PlanFile.read(URL(fileURLWithPath: path), named: path)
        guard PlanCheck(plan).holds(plan) else { throw JudgementFailure.brokenPlan(path: path) }
    }

    package func report(_ laws: ReplayLaws, _ draws: ReplayDraws) -> RobustnessReport {
        RobustnessReport(plan, PlanReplay(plan, laws: laws, draws: draws), source: source)
    }
}
