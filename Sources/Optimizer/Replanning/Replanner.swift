import GeoModel
import PlanningModel

/// The plan of a changed scenario that changes least of what people know of the plan before.
///
/// Each thing known of a stop is a pin. Pins that no plan keeps all at once form a conflict; the lightest set of pins that
/// hits every conflict found is let go, and as long as the others still contradict one another, their conflict joins. When
/// they do not, or the lightest set weighs as much as what a plan in hand lets go (`SteadyPlan`), no plan changes less. Source
/// of the scheme: implicit hitting sets, Moreno-Centeno and Karp, Operations Research 61, 2013. Where the time for the proof
/// ends, the plan in hand is the answer, with the weight that is proven so far.
public struct Replanner: Sendable {
    /// What was found for one service.
    public struct Answer: Sendable {
        public var plan: ServicePlan
        /// What the plan changes of what pins can say; stated promises let go weigh as what they speak of.
        public var weight: Int
        /// No plan changes less: proven. The same as `weight` where the proof is complete.
        public var leastWeight: Int
        /// Pins that had been promised and are let go: as few and as light as can be.
        public var broken: [Pin]
        /// The best plan where nothing has to be kept, and with its bound what no plan of the scenario can be worth.
        public var free: ServicePlan
    }

    public enum Failure: Error, Sendable {
        /// Proven: the changed scenario has no plan, whatever is let go.
        case infeasible(service: String)
        /// The limits came before a plan or a proof.
        case undecided(service: String)
    }

    let scenario: Scenario
    /// The same with every promise as a pin, after its own pins.
    let keepingAll: Scenario
    let promises: [KeptPromise]
    let stops: [KnownStop]
    let solver: VariantSolver
    let id: String

    /// - Parameters:
    ///   - scenario: the changed one.
    ///   - stops: those of the service in the plan before, their weeks counted in the new cycle.
    ///   - stated: pins that were promised and that the changed scenario does not ask for: kept before all else.
    public init(
        _ service: Service, in scenario: Scenario, keeping stops: [KnownStop], stated: [Pin] = [],
        _ solver: VariantSolver
    ) {
        self.scenario = scenario.only(service)
        self.stops = stops
        self.solver = solver
        id = service.id
        promises = KeptPromise.all(
            stops, cycleWeeks: scenario.parameters.cycleWeeks, stated: stated,
            communeOf: Dictionary(
                scenario.territory.venues.map { ($0.id, $0.commune) }, uniquingKeysWith: { first, _ in first }))
        var all = self.scenario
        all.services[0].pins += promises.map(\.pin)
        keepingAll = all
    }

    /// The best plan among those that change least. Blocks until done.
    ///
    /// - Parameter proofSeconds: after them no more conflicts are looked for. The search for the best plan of all and that for
    ///   the best answer have half as long each.
    /// - Throws: `Failure`; `SolveFailure.refused` where no model can be made; `LinearError` where GLPK gave up.
    public func leastChange(proofSeconds: Double = .infinity) throws -> Answer {
        let free = try freePlan(seconds: proofSeconds / 2)
        var demands = knownDemands
        var inHand: SteadyPlan?
        let deadline = proofSeconds.isFinite ? ContinuousClock.now + .seconds(proofSeconds) : nil
        while true {
            let letGo = HittingSet.lightest(demands) { promises[$0].weight }
            let isProven = inHand.map { total($0.letGo) <= total(letGo) } ?? false
            let isOver = deadline.map { ContinuousClock.now > $0 } ?? false
            if let inHand, isProven || isOver {
                let least = weight(isProven ? inHand.letGo : letGo)
                return try answer(inHand, least: least, free, seconds: proofSeconds / 2)
            }
            switch try solver.first(keeping(without: letGo)) {
            case .plan(let plan):
                let found = SteadyPlan(letGo: letGo, plan: plan)
                return try answer(found, least: weight(letGo), free, seconds: proofSeconds / 2)
            case .undecided: throw Failure.undecided(service: id)
            case .impossible where inHand == nil: inHand = try steady(letGo, free, &demands, by: deadline)
            case .impossible: demands.append(HittingSet.Demand(try conflict(without: letGo, by: deadline)))
            }
        }
    }

    private func answer(
        _ found: SteadyPlan, least: Int, _ free: ServicePlan, seconds: Double
    ) throws -> Answer {
        let scenario = keeping(without: found.letGo)
        guard let plan = try solver.within(seconds).best(scenario, from: found.plan).plan else {
            throw Failure.undecided(service: id)
        }
        let changed = changing(SteadyPlan(letGo: found.letGo, plan: plan)).letGo
        return Answer(
            plan: plan, weight: weight(changed), leastWeight: least,
            broken: changed.sorted().map { promises[$0] }.filter(\.isStated).map(\.pin), free: free)
    }

    /// With what was promised before all else.
    func total(_ letGo: Set<Int>) -> Int { letGo.reduce(0) { $0 + promises[$1].weight } }

    /// The best plan where nothing has to be kept, as far as the time tells; any plan where it does not.
    private func freePlan(seconds: Double) throws -> ServicePlan {
        if let plan = try solver.within(seconds).best(scenario, from: nil).plan { return plan }
        switch try solver.first(scenario) {
        case .plan(let plan): return plan
        case .impossible: throw Failure.infeasible(service: id)
        case .undecided: throw Failure.undecided(service: id)
        }
    }

    /// A promise, as what may be set aside of the scenario that keeps all.
    private func obstacle(_ index: Int) -> Obstacle { .pin(scenario.services[0].pins.count + index) }

    func keeping(without letGo: Set<Int>) -> Scenario { keepingAll.without(Set(letGo.map(obstacle))) }

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

    /// Promises of which some are broken for certain, without a search: stops that can be none any more, weekdays that are
    /// gone, half-days that hold more stops than may share one.
    private var knownDemands: [HittingSet.Demand] {
        let service = scenario.services[0]
        let parameters = scenario.parameters
        let alone = impossibleAlone
        func index(_ field: ChangedField, of venue: String?) -> Int? {
            promises.firstIndex { $0.field == field && $0.pin.venue == venue }
        }
        let stops = promises.indices.filter { promises[$0].field == .stop && !alone.contains($0) }
        let workdays = Set(parameters.weekdays.filter { day in service.teams.contains { $0.works(on: day) } })
        let weekdays = stops.compactMap { stop -> HittingSet.Demand? in
            let venue = promises[stop].pin.venue
            guard let day = index(.weekday, of: venue) else { return nil }
            let own = service.pins.filter { $0.venue == venue }.compactMap(\.weekdays)
            let left = own.reduce(workdays.intersection(promises[day].pin.weekdays ?? [])) { $0.intersection($1) }
            return left.isEmpty ? HittingSet.Demand([stop, day]) : nil
        }
        let halves = service.teams.reduce(0) { sum, team in
            sum + 2 * parameters.weekdays.count(where: team.works) * parameters.cycleWeeks
        }
        let room = halves * (parameters.shortStops == .yes ? max(1, parameters.shortStopsPerHalfDay) : 1)
        let crowded = stops.count > room ? [HittingSet.Demand(stops, least: stops.count - room)] : []
        return alone.map { HittingSet.Demand([$0]) } + weekdays + crowded
    }

    /// A set of the other promises that no plan keeps all at once, none of which can be left out of it as far as searches
    /// tell.
    private func conflict(without letGo: Set<Int>, by deadline: ContinuousClock.Instant?) throws -> [Int] {
        var filter = DeletionFilter(
            keepingAll, solver.until(deadline), setAside: Set(letGo.map(obstacle)), deadline: deadline)
        // The lightest are set aside first: what is left bounds the weight best.
        for stratum in strata { try filter.reduce(stratum.filter { !letGo.contains($0) }.map(obstacle)[...]) }
        let members = Set(filter.members)
        guard !members.isEmpty else { throw Failure.infeasible(service: id) }
        return promises.indices.filter { members.contains(obstacle($0)) }
    }

    /// What a plan lets go of what was known, by the promises' indices.
    func letGo(by plan: ServicePlan) -> Set<Int> {
        let whole = Plan(
            services: [plan], stop: .interrupted, seed: 0, scenario: scenario, fingerprint: "", sources: [])
        let after = Dictionary(
            KnownStop.all(of: id, in: whole).map { ($0.venue, $0) }, uniquingKeysWith: { first, _ in first })
        let before = Dictionary(stops.map { ($0.venue, $0) }, uniquingKeysWith: { first, _ in first })
        return Set(
            promises.indices.filter { index in
                guard let venue = promises[index].pin.venue else { return false }
                return StopChange(service: id, venue: venue, before: before[venue], after: after[venue])
                    .fields.contains(promises[index].field)
            })
    }

    /// Of the changes, whether somebody was promised otherwise or not.
    func weight(_ letGo: Set<Int>) -> Int { letGo.reduce(0) { $0 + promises[$1].field.weight } }
}
