import Foundation
import Optimizer
import RoundPlan

/// A search with its progress line and Ctrl-C, and the check of what it found.
struct PlanRun {
    private let loaded: LoadedScenario
    private let limits: SolveLimits

    init(_ loaded: LoadedScenario, _ limits: SolveLimits) {
        self.loaded = loaded
        self.limits = limits
    }

    /// - Throws: `CommandFailure` where there is no plan, or the check does not confirm it.
    func plan() throws -> (plan: Plan, check: PlanCheck, seconds: Double) {
        let scenario = loaded.scenario
        let flag = StopFlag()
        let watch = InterruptWatch(flag)
        let line = ProgressLine(isShown: Terminal.errorIsTerminal)
        let start = ContinuousClock.now
        let solution: RoundsSolver.Solution
        do {
            solution = try RoundsSolver.solve(scenario, limits: limits, stop: flag) { line.show($0) }
        } catch let failure as SolveFailure {
            line.end()
            throw CommandFailure(ending: Self.ending(failure), messages: [SolveWords.failure(failure, scenario)])
        }
        withExtendedLifetime(watch) {}
        line.end()
        let plan = Plan(
            services: solution.services, stop: solution.stop, seed: limits.seed, scenario: scenario,
            fingerprint: try PlanFile.fingerprint(scenario), sources: loaded.sources)
        let check = PlanCheck(plan)
        guard check.isValid else {
            throw CommandFailure(
                ending: .unexpected, messages: [CommandWords.notConfirmed] + CheckReport(plan, check).lines)
        }
        return (plan, check, (ContinuousClock.now - start) / .seconds(1))
    }

    private static func ending(_ failure: SolveFailure) -> Ending {
        switch failure {
        case .refused(.openingOutOfReach), .infeasible: .infeasible
        case .refused: .wrongData
        case .noPlan(_, let interrupted): interrupted ? .interrupted : .noPlan
        }
    }
}
