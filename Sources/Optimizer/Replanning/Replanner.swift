import GeoModel
import RoundPlan

/// The plan of a changed scenario that changes least of what people know of the plan before.
///
/// Each thing known of a stop is a pin. Pins that no plan keeps all at once form a conflict; the lightest set of pins that
/// hits every conflict found is let go, and as long as the others still contradict one another, their conflict joins. When
/// they do not, no plan changes less: the weight let go is at most that of any set that hits all conflicts. Source of the
/// scheme: implicit hitting sets, Moreno-Centeno and Karp, Operations Research 61, 2013.
public struct Replanner: Sendable {
    /// What was found for one service.
    public struct Answer: Sendable {
        public var plan: ServicePlan
        /// The least weight of changes of what pins can say; proven.
        public var leastWeight: Int
        /// The best plan where nothing has to be kept, and with its bound what no plan of the scenario can be worth.
        public var free: ServicePlan
    }

    public enum Failure: Error, Sendable {
        /// Proven: the changed scenario has no plan, whatever is let go.
        case infeasible(service: String)
        /// The limits came before a plan or a proof.
        case undecided(service: String)
    }

    private let scenario: Scenario
    /// The same with every promise as a pin, after its own pins.
    private let keepingAll: Scenario
    private let promises: [KeptPromise]
    private let solver: VariantSolver
    private let id: String

    /// - Parameters:
    ///   - scenario: the changed one.
    ///   - stops: those of the service in the plan before, their weeks counted in the new cycle.
    public init(_ service: Service, in scenario: Scenario, keeping stops: [KnownStop], _ solver: VariantSolver) {
        self.scenario = scenario.only(service)
        self.solver = solver
        id = service.id
        promises = KeptPromise.all(stops, cycleWeeks: scenario.parameters.cycleWeeks)
        var all = self.scenario
        all.services[0].pins += promises.map(\.pin)
        keepingAll = all
    }

    /// The best plan among those that change least. Blocks until done.
    ///
    /// - Throws: `Failure`; `SolveFailure.refused` where no model can be made; `LinearError` where GLPK gave up.
    public func leastChange() throws -> Answer {
        let free: ServicePlan
        switch try solver.best(scenario, from: nil) {
        case .plan(let plan): free = plan
        case .impossible: throw Failure.infeasible(service: id)
        case .undecided: throw Failure.undecided(service: id)
        }
        var conflicts = impossibleAlone.map { [$0] }
        while true {
            let letGo = HittingSet.lightest(conflicts) { promises[$0].weight }
            let keeping = keepingAll.without(Set(letGo.map(obstacle)))
            switch try solver.first(keeping) {
            case .undecided: throw Failure.undecided(service: id)
            case .impossible: conflicts.append(try conflict(without: letGo))
            case .plan(let first):
                guard let plan = try solver.best(keeping, from: first).plan else {
                    throw Failure.undecided(service: id)
                }
                return Answer(plan: plan, leastWeight: letGo.reduce(0) { $0 + promises[$1].weight }, free: free)
            }
        }
    }

    /// A promise, as what may be set aside of the scenario that keeps all.
    private func obstacle(_ index: Int) -> Obstacle { .pin(scenario.services[0].pins.count + index) }

    /// Stops that are promised no more, since the venue is gone or ruled out: no search is needed for them.
    private var impossibleAlone: [Int] {
        let service = scenario.services[0]
        let venues = Dictionary(
            scenario.territory.venues.filter { service.communes.contains($0.commune) }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        return promises.indices.filter { index in
            guard promises[index].field == .stop, let id = promises[index].pin.venue else { return false }
            guard let venue = venues[id] else { return true }
            return service.pins.contains { $0.served == false && $0.concerns(venue) }
        }
    }

    /// A set of the other promises that no plan keeps all at once, none of which can be left out of it as far as searches
    /// tell.
    private func conflict(without letGo: Set<Int>) throws -> [Int] {
        var filter = DeletionFilter(keepingAll, solver, setAside: Set(letGo.map(obstacle)))
        let kept = promises.indices.filter { !letGo.contains($0) }
        try filter.reduce(kept.map(obstacle)[...])
        let members = Set(filter.members)
        guard !members.isEmpty else { throw Failure.infeasible(service: id) }
        return kept.filter { members.contains(obstacle($0)) }
    }
}
