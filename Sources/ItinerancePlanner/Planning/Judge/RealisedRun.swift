import FileAccess
import GeoModel
import PlanAnalysis
import PlanningModel
import ScenarioFiles

/// What happened, held against a plan.
package struct RealisedRun {
    private let plan: Plan
    private let until: CivilDate?

    /// - Parameter until: the last day that is told of; the last one of the tables where it is not given.
    /// - Throws: `InputFailure`; `RefusedPlan`; `JudgementFailure` for a day that is not one of the plan.
    package init(_ path: String, until: CivilDate?) throws {
        plan = try CheckedPlan(path).plan
        self.until = until
        let first = plan.scenario.firstMonday
        if let until, until < first || until.dayNumber - first.dayNumber > RealisedLine.mostDays {
            throw JudgementFailure.untilOutside(until, first: first)
        }
    }

    /// - Throws: `InputFailure` with all that is wrong with the tables.
    package func report(
        _ tables: [String], _ counts: SmallCounts
    ) throws -> (report: RealisedReport, sources: [SourceFile], warnings: [Finding]) {
        let told = try RealisedReader.read(tables, of: plan.scenario)
        let (realised, warnings) = try RealisedMatching.match(
            told.lines, with: plan, until: until, after: told.warnings)
        return (RealisedReport(realised, counts), told.sources, warnings)
    }
}
