import FileAccess
import Foundation
import PlanningModel

/// `--depart`: the plan that a search begins with.
package struct StartPlanFile {
    /// Those that the scenario has too, over a cycle no shorter than its own.
    package var services: [ServicePlan]
    package var source: SourceFile

    /// - Throws: `InputFailure` where it is no plan, or none of a service of the scenario.
    package init(_ path: String, for scenario: Scenario) throws(InputFailure) {
        let (plan, source) = try PlanFile.read(URL(fileURLWithPath: path), named: path)
        let known = scenario.services.map(\.id)
        let own = plan.services.filter { known.contains($0.id) }
        guard !own.isEmpty else {
            throw InputFailure(.plan(.noServiceInCommon(plan.services.map(\.id), known)), file: path)
        }
        let (cycle, weeks) = (plan.scenario.parameters.cycleWeeks, scenario.parameters.cycleWeeks)
        services = own.map { $0.repeated(every: cycle, until: weeks) }
        self.source = SourceFile(name: URL(fileURLWithPath: path).lastPathComponent, sha256: source.sha256)
    }
}

extension ServicePlan {
    /// The same days again every so many weeks, in a longer cycle.
    fileprivate func repeated(every cycle: Int, until weeks: Int) -> ServicePlan {
        guard cycle > 0, cycle < weeks else { return self }
        var longer = self
        longer.days = stride(from: 0, to: weeks, by: cycle).flatMap { turn in
            days.map { day in
                var later = day
                later.week += turn
                return later
            }
        }
        return longer
    }
}
