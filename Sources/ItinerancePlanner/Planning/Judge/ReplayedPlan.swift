import PlanAnalysis
import PlanCheck
import PlanningModel
import ScenarioFiles

/// A plan replayed as it is under other needs, other ways and absences.
package struct ReplayedPlan {
    package let plan: Plan
    package let source: SourceFile

    /// - Throws: `InputFailure`; `RefusedPlan` where the plan does not pass the check.
    package init(_ path: String) throws {
        let checked = try CheckedPlan(path)
        (plan, source) = (checked.plan, checked.source)
    }

    package func report(_ laws: ReplayLaws, _ draws: ReplayDraws) -> RobustnessReport {
        RobustnessReport(plan, PlanReplay(plan, laws: laws, draws: draws), source: source)
    }
}
