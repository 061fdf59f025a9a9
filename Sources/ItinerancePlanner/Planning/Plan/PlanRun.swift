import Foundation
import Optimizer
import RoundPlan

/// A search with its progress line and Ctrl-C, and the check of what it found.
package struct PlanRun {
    private let loaded: LoadedScenario
    private let limits: SolveLimits
    private let start: [ServicePlan]
    private let journal: RunJournal?

    /// - Parameter start: plans to begin with, by service.
    package init(_ loaded: LoadedScenario, _ limits: SolveLimits, start: [ServicePlan] = [], journal: RunJournal? = nil)
    {
        self.loaded = loaded
        self.limits = limits
        self.start = start
        self.journal = journal
    }

    /// - Throws: `CommandFailure` where there is no plan, or the check does not confirm it.
    package func plan() throws -> (plan: Plan, check: PlanCheck, seconds: Double) {
        let flag = StopFlag()
        let watch = InterruptWatch(flag)
        let line = ProgressLine(isShown: Terminal.errorIsTerminal)
        defer {
            withExtendedLifetime(watch) {}
            line.end()
        }
        let began = ContinuousClock.now
        let (plan, check, leftOut) = try plan(stop: flag, triesShape: true) { [journal] in
            journal?.note($0)
            line.show($0)
        }
        line.end()
        if !leftOut.isEmpty { Terminal.error(SolveWords.leftOut(leftOut)) }
        return (plan, check, (ContinuousClock.now - began) / .seconds(1))
    }

    /// The same without a terminal: the caller minds the flag, and shows what is of use.
    ///
    /// - Parameter triesShape: whether some of the time goes to planning with the other frequency curve.
    package func plan(
        stop flag: StopFlag, triesShape: Bool = false, progress: @escaping @Sendable (SolveProgress) -> Void = { _ in }
    ) throws -> (plan: Plan, check: PlanCheck, leftOut: [LeftOutVisit]) {
        let scenario = loaded.scenario
        // What cannot be staffed even without rounds is told before the long search.
        _ = try Plan(services: [], stop: .interrupted, seed: 0, scenario: scenario, fingerprint: "", sources: [])
            .withFixedTimes()
        let solution: RoundsSolver.Solution
        var limits = limits
        if triesShape { limits.seconds *= 1 - Self.trialShare }
        do {
            solution = try RoundsSolver.solve(scenario, limits: limits, start: start, stop: flag, progress: progress)
        } catch let failure as SolveFailure {
            throw CommandFailure(ending: Self.ending(failure), messages: [SolveWords.failure(failure, scenario)])
        }
        let trial = !triesShape || flag.isRaised ? nil : shapeTrial(of: solution.services, stop: flag)
        var plan = Plan(
            services: solution.services, stop: solution.stop, seed: limits.seed, scenario: scenario,
            fingerprint: try PlanFile.fingerprint(scenario), sources: loaded.sources)
        plan.shapeTrial = trial
        plan = try plan.withFixedTimes()
        do {
            return (plan, try Self.confirmed(plan), solution.leftOut)
        } catch is CommandFailure where Self.lacksSharedRests(plan) {
            throw CommandFailure(ending: .noPlan, messages: [SolveWords.sharedRests])
        }
    }

    /// The check of a plan that was made here, or is about to be used: valid, at least for the whole crew.
    ///
    /// - Throws: `CommandFailure` where it is not.
    package static func confirmed(_ plan: Plan) throws -> PlanCheck {
        let check = PlanCheck(plan)
        guard check.holds(plan) else {
            throw CommandFailure(
                ending: .unexpected, messages: [CommandWords.notConfirmed] + CheckReport(plan, check).lines)
        }
        return check
    }

    /// Services that share a crew are planned one without the other: its rests between their days may not hold.
    private static func lacksSharedRests(_ plan: Plan) -> Bool {
        let check = PlanCheck(plan.forWholeCrew)
        let crews = plan.scenario.services.flatMap { $0.teams.map(\.crew) }
        let broken = check.verdicts.filter { $0.state == .broken }.map(\.rule)
        return Set(crews).count < crews.count && check.discrepancies.isEmpty && !broken.isEmpty
            && !check.commitments.contains { $0.state == .broken } && Set(broken).isSubset(of: [.r23, .r24])
    }

    /// Share of the time kept to try another frequency curve, and the gap at which that is settled.
    private static let trialShare = 0.05
    private static let trialGap = 0.002

    /// Plans once more with the other frequency curve, since neither is established. `nil` where time did not do.
    private func shapeTrial(of services: [ServicePlan], stop: StopFlag) -> ShapeTrial? {
        var scenario = loaded.scenario
        scenario.parameters.frequency = scenario.parameters.frequency.other
        var limits = limits
        limits.seconds *= Self.trialShare
        limits.gap = max(limits.gap, Self.trialGap)
        limits.auditsTree = false
        guard let other = try? RoundsSolver.solve(scenario, limits: limits, stop: stop) else { return nil }
        func stops(_ services: [ServicePlan]) -> Set<[String]> {
            Set(services.flatMap { service in service.days.flatMap { $0.visits.map { [service.id, $0.venue] } } })
        }
        let own = stops(services)
        return ShapeTrial(
            shape: scenario.parameters.frequency, kept: own.intersection(stops(other.services)).count,
            stops: own.count, gap: Plan.gap(other.services))
    }

    package static func ending(_ failure: SolveFailure) -> Ending {
        switch failure {
        case .refused(.openingOutOfReach), .infeasible: .infeasible
        case .refused: .wrongData
        case .noPlan(_, let interrupted): interrupted ? .interrupted : .noPlan
        }
    }
}
