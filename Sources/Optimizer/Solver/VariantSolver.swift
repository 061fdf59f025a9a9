import GeoModel
import LinearSolver
import PlanningModel

/// What a search showed of the scenario of one service.
public enum VariantAnswer: Sendable {
    /// The best plan found, with its bound.
    case plan(ServicePlan)
    /// Proven: no plan keeps all rules.
    case impossible
    /// The limits came before a plan or a proof.
    case undecided

    public var plan: ServicePlan? { if case .plan(let plan) = self { plan } else { nil } }
    var isImpossible: Bool { if case .impossible = self { true } else { false } }
}

/// Solves scenarios of one service again, one question each.
public struct VariantSolver: Sendable {
    /// For each question; its workers are shared where several are asked at once.
    public var limits: SolveLimits
    public var stop: StopFlag
    private let onAnswer: @Sendable () -> Void

    /// - Parameter onAnswer: called after each answer, on any thread.
    public init(
        _ limits: SolveLimits, stop: StopFlag = StopFlag(), onAnswer: @escaping @Sendable () -> Void = {}
    ) {
        self.limits = limits
        self.stop = stop
        self.onAnswer = onAnswer
    }

    /// The same with so many seconds for each question at most.
    func within(_ seconds: Double) -> Self {
        var own = self
        own.limits.seconds = min(limits.seconds, max(0, seconds))
        return own
    }

    /// The same with what is left until then.
    func until(_ deadline: ContinuousClock.Instant?) -> Self {
        deadline.map { within(($0 - .now) / .seconds(1)) } ?? self
    }

    /// - Parameter start: a plan to begin with.
    /// - Throws: `SolveFailure.refused` where no model can be made; `LinearError` where GLPK gave up.
    func best(_ scenario: Scenario, from start: ServicePlan?) throws -> VariantAnswer {
        try answer(scenario, limits, from: start)
    }

    /// Every answer in the order of the scenarios, as many at a time as there are workers. Blocks until done.
    ///
    /// - Parameter seconds: for all of them together; one that ends early leaves its time to those not begun.
    /// - Throws: as `best`.
    func best(_ scenarios: [Scenario], from start: ServicePlan?, seconds: Double) throws -> [VariantAnswer] {
        guard !scenarios.isEmpty else { return [] }
        let width = max(1, min(limits.workers, scenarios.count))
        let share = TimeShare(seconds, since: .now, services: scenarios.count, workers: width)
        return try SolverThread.run(
            scenarios.map { scenario in
                {
                    var own = limits
                    own.workers = max(1, limits.workers / width)
                    own.seconds = min(limits.seconds, share.next())
                    return try answer(scenario, own, from: start)
                }
            }, width: width)
    }

    /// Whether there is any plan: the first one found is the answer.
    ///
    /// - Throws: as `best`.
    func first(_ scenario: Scenario) throws -> VariantAnswer {
        var limits = limits
        limits.gap = SearchLimits.anyGap
        return try answer(scenario, limits, from: nil)
    }

    /// The same of several, as many at a time as there are workers; in the order of the scenarios.
    ///
    /// - Throws: as `best`.
    func first(_ scenarios: [Scenario]) throws -> [VariantAnswer] {
        guard !scenarios.isEmpty else { return [] }
        let width = max(1, min(limits.workers, scenarios.count))
        var own = limits
        own.gap = SearchLimits.anyGap
        own.workers = max(1, limits.workers / width)
        return try SolverThread.run(
            scenarios.map { scenario in { [own] in try answer(scenario, own, from: nil) } }, width: width)
    }

    /// The search tree down to its root; `nil` where the limits came before it was done.
    ///
    /// - Throws: as `best`.
    func root(_ scenario: Scenario, from start: ServicePlan?) throws -> SearchedTree? {
        var limits = limits
        limits.nodes = 1
        guard !stop.isRaised else { return nil }
        do {
            let found = try RoundsSolver.solve(scenario, limits: limits, start: start.map { [$0] } ?? [], stop: stop)
            return found.trees.first?.first
        } catch SolveFailure.noPlan { return nil }
    }

    private func answer(_ scenario: Scenario, _ limits: SolveLimits, from start: ServicePlan?) throws -> VariantAnswer {
        guard !stop.isRaised else { return .undecided }
        defer { onAnswer() }
        do {
            let solution = try RoundsSolver.solve(
                scenario, limits: limits, start: start.map { [$0] } ?? [], stop: stop)
            return solution.services.first.map { .plan($0) } ?? .undecided
        } catch SolveFailure.refused(.openingOutOfReach), SolveFailure.infeasible {
            return .impossible
        } catch SolveFailure.noPlan {
            return .undecided
        }
    }
}
