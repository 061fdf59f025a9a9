import FileAccess
import Foundation
import Optimizer
import PlanningModel
import ScenarioFiles

/// The plans of some inputs: those of files as they are, those of scenarios searched one after the other. Time is shared
/// out: what one leaves, the next have.
package struct ScenarioRuns {
    /// In the order of the inputs.
    package let plans: [Plan]
    private let inputs: [ComparedInput]

    /// - Throws: `ComparisonFailure` where a scenario has no plan.
    package init(
        _ inputs: [ComparedInput], _ limits: SolveLimits, stop: StopFlag, progress: @escaping ProgressReport
    ) throws {
        self.inputs = inputs
        let start = ContinuousClock.now
        let count = inputs.count(where: \.isScenario)
        var turn = 0
        // The same scenario twice is solved once.
        var known: [String: Plan] = [:]
        var plans: [Plan] = []
        for input in inputs {
            switch input.content {
            case .plan(let plan, _): plans.append(plan)
            case .scenario(let loaded):
                turn += 1
                let fingerprint = try PlanFile.fingerprint(loaded.scenario)
                var own = limits
                own.seconds = max(
                    0, (limits.seconds - (ContinuousClock.now - start) / .seconds(1)) / Double(count - turn + 1))
                progress(.scenario(path: input.path, turn: turn, count: count))
                let plan = try known[fingerprint] ?? Self.plan(loaded, own, input.path, stop, progress)
                guard plan.stop != .interrupted || turn == count else {
                    throw ComparisonFailure.interrupted(path: input.path)
                }
                known[fingerprint] = plan
                plans.append(plan)
            }
        }
        self.plans = plans
    }

    private static func plan(
        _ loaded: LoadedScenario, _ limits: SolveLimits, _ path: String, _ stop: StopFlag,
        _ progress: @escaping ProgressReport
    ) throws -> Plan {
        do {
            return try PlanRun(loaded, limits, triesShape: true).plan(stop: stop, progress: progress).plan
        } catch let failure as PlanningFailure { throw ComparisonFailure.noPlan(path: path, failure) }
    }

    /// `plans/NAME/plan.json` of each scenario, with its outlines: other commands take it from there.
    package func files() throws -> [(name: OutputName, data: Data)] {
        var names = UniqueFileNames()
        return try zip(inputs, plans).flatMap { input, plan -> [(name: OutputName, data: Data)] in
            guard input.isScenario else { return [] }
            let folder: OutputName = "plans/\(names.unique(input.name))"
            return [("\(folder)/\(PlanFolder.plan)", try PlanFile.encode(plan))]
                + (try ContoursFile(input.contours, of: plan.scenario.territory).files).map {
                    ("\(folder)/\($0.name)", $0.data)
                }
        }
    }
}

extension ComparedInput {
    fileprivate var isScenario: Bool { if case .scenario = content { true } else { false } }
}
