import Foundation
import Optimizer
import PlanCheck
import PlanningModel
import ScenarioFiles

/// A plan that was found and confirmed by the check.
package struct PlannedRounds: Sendable {
    package var plan: Plan
    package var check: PlanCheck
    /// How long that took.
    package var seconds: Double
    /// What the bounds follow from, by service; empty where it was not asked for, or does not hold.
    package var proofs: [ServiceProof]

    package init(plan: Plan, check: PlanCheck, seconds: Double, proofs: [ServiceProof] = []) {
        self.plan = plan
        self.check = check
        self.seconds = seconds
        self.proofs = proofs
    }
}

/// The search for the plan of a scenario, and the check of what it found.
package struct PlanRun {
    private let loaded: LoadedScenario
    private let limits: SolveLimits
    private let start: [ServicePlan]
    /// Whether some of the time goes to planning with the other frequency curve.
    private let triesShape: Bool

    /// - Parameter start: plans to begin with, by service.
    package init(
        _ loaded: LoadedScenario, _ limits: SolveLimits, start: [ServicePlan] = [], triesShape: Bool = false
    ) {
        self.loaded = loaded
        self.limits = limits
        self.start = start
        self.triesShape = triesShape
    }

    /// - Throws: `PlanningFailure`; `LinearError` where GLPK gave up.
    package func plan(stop: StopFlag, progress: @escaping ProgressReport = { _ in }) throws -> PlannedRounds {
        let began = ContinuousClock.now
        let scenario = loaded.scenario
        // Before the long search.
        try scenario.refuseContradictions()
        var limits = limits
        if triesShape { limits.seconds *= 1 - Self.trialShare }
        let solution = try scenario.solving {
            try RoundsSolver.solve(scenario, limits: limits, start: start, stop: stop) { progress(.search($0)) }
        }
        let trial = !triesShape || stop.isRaised ? nil : shapeTrial(of: solution.services, stop: stop)
        var plan = Plan(
            services: solution.services, stop: solution.stop, seed: limits.seed, scenario: scenario,
            fingerprint: try PlanFile.fingerprint(scenario), sources: loaded.sources)
        plan.shapeTrial = trial
        plan = try plan.withFixedTimes()
        let check = try confirmed(plan)
        if !solution.leftOut.isEmpty { progress(.leftOut(solution.leftOut)) }
        return PlannedRounds(
            plan: plan, check: check, seconds: (ContinuousClock.now - began) / .seconds(1), proofs: proofs(of: solution)
        )
    }

    private func proofs(of solution: RoundsSolver.Solution) -> [ServiceProof] {
        guard limits.auditsTree, solution.services.allSatisfy({ $0.audit == .wholeTree }) else { return [] }
        return zip(solution.services, solution.trees).map { ServiceProof(service: $0.id, $1) }
    }

    private func confirmed(_ plan: Plan) throws -> PlanCheck {
        do { return try PlanCheck.confirmed(plan) } catch  where Self.lacksSharedRests(plan) {
            throw PlanningFailure.sharedRests
        }
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
}
