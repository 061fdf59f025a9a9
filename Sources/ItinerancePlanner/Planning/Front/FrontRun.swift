import FileAccess
import Foundation
import Optimizer
import PlanAnalysis
import PlanCheck
import PlanningModel
import ScenarioFiles

/// The search of a front, and the check of every plan it found.
package struct FrontRun {
    package let report: FrontReport
    private let loaded: LoadedScenario

    /// - Throws: `FrontFailure`, `PlanningFailure` where there is no plan, or the check does not confirm one.
    package init(
        _ loaded: LoadedScenario, _ service: Service, _ limits: FrontLimits, stop: StopFlag,
        progress: @escaping ProgressReport
    ) throws {
        self.loaded = loaded
        let front = try loaded.scenario.solving {
            try FrontSearch.run(service, in: loaded.scenario, limits: limits, stop: stop) {
                progress(.front($0, wanted: limits.points))
            }
        }
        guard !stop.isRaised else { throw FrontFailure.interrupted }
        var plans: [Int: FrontReport.Confirmed] = [:]
        for index in front.kept { plans[index] = try Self.confirmed(front, front.points[index], loaded, limits) }
        report = FrontReport(front, plans: plans, limits: limits)
    }

    /// A point's plan in the scenario that its proof is of.
    private static func confirmed(
        _ front: ParetoFront, _ point: FrontPoint, _ loaded: LoadedScenario, _ limits: FrontLimits
    ) throws -> FrontReport.Confirmed {
        let scenario = front.scenario(of: point)
        var own = point.plan
        own.bound = point.valueBound
        own.audit = point.audit
        let plan = try Plan(
            services: [own], stop: own.bound == own.value ? .optimal : .gapReached, seed: limits.seed,
            scenario: scenario, fingerprint: try PlanFile.fingerprint(scenario), sources: loaded.sources
        ).withFixedTimes()
        return FrontReport.Confirmed(plan: plan, check: try PlanCheck.confirmed(plan))
    }

    /// `plans/NAME/plan.json` of each point, with its outlines: other commands take it from there.
    package func planFiles() throws -> [(name: OutputName, data: Data)] {
        try report.plans.sorted { $0.key < $1.key }.flatMap { index, confirmed -> [(name: OutputName, data: Data)] in
            let folder: OutputName = "plans/\(report.name(index))"
            return [("\(folder)/\(PlanFolder.plan)", try PlanFile.encode(confirmed.plan))]
                + (try ContoursFile(loaded.contours, of: confirmed.plan.scenario.territory).files).map {
                    ("\(folder)/\($0.name)", $0.data)
                }
        }
    }
}
