import GeoModel
import LinearSolver
import PlanningModel

/// Searches the front of need, cost and equity of one service by ε-constraint steps.
///
/// First the ends: the most need; how fair a plan can be; the cheapest plan of each line of floors. Then what lies between two
/// neighbours of a line, two at a time: first at the price of euros that makes both worth the same (Aneja and Nair, "Bicriteria
/// transportation problem", Management Science 25, 1979), whose bound holds for every limit of euros; then, where that finds
/// nothing new, under a limit between them. What is proven of a cell holds for every cell within it, and a plan of a cell is one
/// of every cell around it, so that a step begins with a plan and a bound, or needs no search.
public struct FrontSearch {
    let limits: FrontLimits
    let stop: StopFlag
    private let report: @Sendable (FrontProgress) -> Void
    private let start = ContinuousClock.now
    /// The service alone, with the user's prices.
    let given: Scenario
    var known: FrontKnowledge
    private(set) var cells: [(cell: EpsilonCell, isInherited: Bool)] = []
    var ends: FrontEnds
    /// Prices that were tried on a line.
    var asked: Set<FrontQuestion> = []

    /// Steps solved beside one another, whatever the cores: the front does not depend on them.
    static let width = 2

    private init(
        _ given: Scenario, _ limits: FrontLimits, _ stop: StopFlag, _ known: FrontKnowledge, _ ends: FrontEnds,
        _ report: @escaping @Sendable (FrontProgress) -> Void
    ) {
        self.given = given
        self.limits = limits
        self.stop = stop
        self.known = known
        self.ends = ends
        self.report = report
    }

    /// Blocks until done. Where it is stopped, what was found and proven so far is the answer.
    ///
    /// - Throws: `SolveFailure` where the service has no plan, or none was found; `LinearError` where GLPK gave up.
    public static func run(
        _ service: Service, in scenario: Scenario, limits: FrontLimits, stop: StopFlag = StopFlag(),
        progress: @escaping @Sendable (FrontProgress) -> Void = { _ in }
    ) throws -> ParetoFront {
        let given = scenario.only(service)
        let free = FrontPrices(perEuro: 0, in: given)
        var own = SolveLimits(
            gap: limits.gap / aimedAtMost, seconds: limits.seconds * 0.2, seed: limits.seed, workers: limits.workers)
        own.auditsTree = false
        let most = try RoundsSolver.solve(free.applied(to: given), limits: own, stop: stop).services[0]
        let weight = most.needs.reduce(MilliPoints.zero) { $0 + $1.points }
        let euros = PlanFigures(most, in: given).euros
        var known = FrontKnowledge(given, FrontPrices(euros: euros, weight: weight, in: given))
        let index = known.learn(most)
        known.learn(
            FrontKnowledge.Proof(cell: EpsilonCell(), prices: free, value: most.bound, audit: most.audit))
        let figures = known.figures[index]
        let ends = FrontEnds(
            needBound: most.bound, leastEuros: figures.euros, leastEurosBound: 0, mostEquity: figures.equity,
            impossibleEquity: nil, mostEuros: dearest * figures.euros)
        var search = FrontSearch(given, limits, stop, known, ends, progress)
        return try search.run(weight)
    }

    private mutating func run(_ weight: MilliPoints) throws -> ParetoFront {
        try climb(weight)
        let floors = lineFloors
        let tops = floors.map { EpsilonCell(mostEuros: $0 == nil ? nil : ends.mostEuros, leastEquity: $0) }
        try settle(tops, later: limits.points)
        try findCheapest(floors)
        try fill(floors)
        try tighten()
        return front()
    }

    /// Searches aim at this part of the gap that is asked for.
    static let aimed = 2.0
    /// That of most need bounds all others.
    private static let aimedAtMost = 10.0
    /// What a plan of the front may cost at most, beside that of most need.
    static let dearest = 1.5

    var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }
    var left: Double { max(0, limits.seconds - seconds) }
    var isOver: Bool { stop.isRaised || left <= 0 }

    func tell(_ phase: FrontProgress.Phase) {
        report(FrontProgress(phase: phase, seconds: seconds, points: kept.count, steps: cells.count))
    }

    // MARK: Steps

    /// What some steps find, side by side, each beginning with what was known before them all.
    func solve(_ steps: [EpsilonStep], seconds: Double) throws -> [EpsilonStep.Found] {
        // With one worker the steps come one after the other.
        let turn = seconds * min(1, Double(self.limits.workers) / Double(max(1, steps.count)))
        var own = SolveLimits(seconds: turn, seed: limits.seed, workers: limits.workers)
        own.workers = max(1, limits.workers / max(1, steps.count))
        let (limits, stop) = (own, stop)
        return try SolverThread.run(
            steps.map { step in { try step.solve(limits, stop: stop) } }, width: self.limits.workers)
    }

    /// - Returns: the place of the plan that was found.
    @discardableResult
    mutating func note(_ found: EpsilonStep.Found, _ step: EpsilonStep) -> Int? {
        switch found {
        case .plan(let plan, let proof):
            known.learn(proof)
            return known.learn(plan)
        case .impossible: known.learn(FrontKnowledge.Proof(cell: step.cell, prices: step.prices, value: nil))
        case .undecided: break
        }
        return nil
    }

    /// Whether what is known answers a cell as closely as searches aim at.
    func isSettled(_ cell: EpsilonCell) -> Bool {
        known.isImpossible(cell) || known.gap(cell).map { $0 <= limits.gap / Self.aimed } ?? false
    }

    /// Adds a cell to those that were answered.
    mutating func take(_ cell: EpsilonCell, isInherited: Bool) {
        if !cells.contains(where: { $0.cell == cell }) { cells.append((cell, isInherited)) }
    }

    /// Settles cells, two at a time; those that are settled already need no search.
    ///
    /// - Parameter later: cells that come after these: they have their share of the time.
    mutating func settle(_ wanted: [EpsilonCell], later: Int) throws {
        var open = wanted.filter { cell in !cells.contains { $0.cell == cell } }[...]
        while !open.isEmpty {
            var wave: [EpsilonCell] = []
            while let cell = open.first, wave.count < Self.width {
                open.removeFirst()
                if isSettled(cell) {
                    take(cell, isInherited: true)
                } else {
                    wave.append(cell)
                }
            }
            guard !wave.isEmpty else { continue }
            let turns = (wave.count + open.count + later + Self.width - 1) / Self.width
            let steps = wave.map { EpsilonStep($0, known, gap: limits.gap / Self.aimed) }
            for (step, found) in zip(steps, try solve(steps, seconds: left / Double(max(1, turns)))) {
                note(found, step)
                take(step.cell, isInherited: false)
            }
            tell(.steps)
        }
    }
}
