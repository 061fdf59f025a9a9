/// A node of the tree, waiting with the bound of its parent.
private struct WaitingNode: Comparable {
    var bound: Int
    var depth: Int
    var order: Int
    var state: BranchState

    /// Highest bound first, then deepest, then first made.
    static func < (a: Self, b: Self) -> Bool { (a.bound, a.depth, -a.order) < (b.bound, b.depth, -b.order) }
    static func == (a: Self, b: Self) -> Bool { a.order == b.order }
}

/// Where a search stands. Thousandths of a point.
struct SearchProgress: Sendable {
    var value: Int?
    var bound: Int
    var columns: Int
    var nodes: Int
}

/// Closes the gap between the best plan and the relaxation: branch and price, best bound first.
struct BranchAndPrice: ~Copyable {
    private let problem: RoundsProblem
    private var master: RoundMaster
    private var root: BranchState
    private var waiting: [WaitingNode] = []
    private var made = 0
    private(set) var nodes = 0
    private(set) var incumbent: [PlacedRound]?
    private(set) var value: Int?
    /// Bound of nodes that could be neither placed nor split further.
    private var unresolved = Int.min
    /// Columns at which the master is purged.
    private var purgeAt = 1500
    /// Share of the gap that a column's reduced cost may lose before it is dropped.
    private static let purgeShare = 0.2
    private var search: LargeNeighbourhoodSearch
    /// For each stop, a bound on plans that hold it; empty until the root is solved.
    private var mostWithStop: [Double] = []
    /// Stops that some relaxation took.
    private var supported: Set<Int> = []
    private let gapTarget: Double
    private let shouldStop: () -> Bool
    private let onProgress: (SearchProgress) -> Void

    init(
        _ problem: RoundsProblem, seed: UInt64, gapTarget: Double, shouldStop: @escaping () -> Bool,
        onProgress: @escaping (SearchProgress) -> Void
    ) throws {
        self.problem = problem
        self.gapTarget = gapTarget
        self.shouldStop = shouldStop
        self.onProgress = onProgress
        search = LargeNeighbourhoodSearch(problem, seed: seed)
        root = BranchState(problem)
        master = try RoundMaster.root(problem, root)
        // Nothing yet: all need reached at no cost.
        waiting = [
            WaitingNode(bound: problem.demands.reduce(0) { $0 + $1.best }, depth: 0, order: 0, state: root)
        ]
    }

    /// The best bound that holds for all plans, never below the incumbent.
    var bound: Int { max(waiting.first?.bound ?? Int.min, max(unresolved, value ?? Int.min)) }

    /// Looks for a better plan by large neighbourhood search, and takes it where it can be placed.
    private mutating func improve(iterations: Int) throws {
        guard search.run(iterations: iterations, shouldStop: shouldStop), let best = search.best,
            best.value > value ?? Int.min, case .placed(let rounds) = Placement.place(best.columns, in: problem)
        else { return }
        incumbent = rounds
        value = best.value
        _ = try master.add(best.columns)
        report()
    }

    /// Iterations of the neighbourhood search: at the start, once the root is solved, and after each node.
    private enum Effort {
        static func start(stops: Int) -> Int { max(50, 20_000 / stops) }
        static func afterRoot(candidates: Int) -> Int { max(200, 20_000 / max(1, candidates)) }
        static let perNode = 10
    }

    var progress: SearchProgress {
        SearchProgress(value: value, bound: bound, columns: master.columns.count, nodes: nodes)
    }

    private func report() { onProgress(progress) }

    /// Whether the gap wanted is reached: (bound − value) / max(need reached, 1 point).
    private var isCloseEnough: Bool {
        guard let value, let incumbent else { return false }
        let need = problem.need(of: incumbent.map(\.column))
        return Double(bound - value) <= gapTarget * Double(max(need, 1000))
    }

    /// Runs until optimal, close enough or stopped.
    mutating func run() throws -> Bool {
        try improve(iterations: Effort.start(stops: problem.stopCount))
        while let node = waiting.first {
            if isCloseEnough { return true }
            if shouldStop() { return false }
            if let value, node.bound <= value {
                waiting.removeAll()
                break
            }
            if try !explore(node) { return false }
            search.narrow(to: supported.sorted())
            try improve(iterations: node.depth == 0 ? Effort.afterRoot(candidates: supported.count) : Effort.perNode)
            prune()
            fixStops()
            report()
        }
        return true
    }

    private mutating func prune() {
        guard let value else { return }
        waiting.removeAll { $0.bound <= value }
    }

    /// Solves a node and puts its children in its place. False when stopped: the node then stays, with its bound.
    private mutating func explore(_ node: WaitingNode) throws -> Bool {
        var node = node
        for stop in 0..<problem.stopCount where root.forbiddenStop[stop] && !node.state.forbiddenStop[stop] {
            node.state.forbid(stop)
        }
        try master.apply(node.state)
        var bound = node.bound
        var duals: RoundDuals?
        while true {
            let pricing = RoundPricing(problem: problem, branch: node.state)
            let floor = value
            let solved = try ColumnGeneration.run(
                &master, pricing, cutoff: { Self.rounded($0) <= floor ?? Self.nothingPossible(problem) },
                shouldStop: shouldStop)
            if let proven = solved.bound { bound = min(bound, Self.rounded(proven)) }
            duals = solved.duals
            switch solved.end {
            case .stopped:
                waiting[0].bound = bound
                waiting.sort(by: >)
                return false
            case .cutOff:
                close(node)
                return true
            case .converged:
                break
            }
            guard master.solution.artificial > Tolerance.artificial else { break }
            try master.raisePenalty()
        }
        if node.depth == 0, let duals { mostWithStop = bestValueWithEachStop(duals) }
        nodes += 1
        let counted = master.solution.rounds.map { (column: master.columns[$0.column], share: $0.share) }
        for taken in counted.flatMap(\.column.stops) { supported.insert(taken.stop) }
        if master.columns.count > purgeAt {
            try master.purge(margin: Double(max(0, bound - (value ?? 0))) / 1000 * Self.purgeShare)
            purgeAt = max(purgeAt, 2 * master.columns.count)
        }
        let choice = BranchingChoice(problem, counted, master.solution.cover, node.state)
        var isProvenImpossible = false
        if choice.isCounted, let plan = PhaseAssignment(problem, counted, node.state).plan() {
            switch Placement.place(plan, in: problem) {
            case .placed(let rounds):
                let worth = problem.value(of: plan)
                if worth > value ?? Int.min {
                    incumbent = rounds
                    value = worth
                }
                if worth >= bound {
                    close(node)
                    return true
                }
            case .impossible: isProvenImpossible = true
            case .undecided: break
            }
        }
        close(node)
        guard let decision = choice.decision else {
            // All is decided: the rounds are these, and no other plan of this node can do without them.
            if !isProvenImpossible || !problem.partnersOnlyLengthen { unresolved = max(unresolved, bound) }
            return true
        }
        for answer in decision {
            var child = node.state
            child.add(answer)
            made += 1
            push(WaitingNode(bound: bound, depth: node.depth + 1, order: made, state: child))
        }
        return true
    }

    private mutating func close(_ node: WaitingNode) {
        waiting.removeAll { $0.order == node.order }
    }

    private mutating func push(_ node: WaitingNode) {
        let index = waiting.firstIndex { $0 < node } ?? waiting.count
        waiting.insert(node, at: index)
    }

    /// For each stop, a bound on plans that hold it, from the duals of the root; points.
    private func bestValueWithEachStop(_ duals: RoundDuals) -> [Double] {
        let best = RoundPricing(problem: problem, branch: root).bestWithStop(duals)
        let cadences = problem.cadences.count
        return (0..<problem.stopCount).map { stop in
            var most = -Double.infinity
            for slot in stop * cadences..<(stop + 1) * cadences {
                most = max(most, best[slot] + min(0, duals.coverReducedCost[slot]))
            }
            return duals.constant + most
        }
    }

    /// Leaves out stops that no plan better than the incumbent can hold.
    private mutating func fixStops() {
        guard let value else { return }
        for stop in mostWithStop.indices
        where !root.forbiddenStop[stop] && mostWithStop[stop] < Double(value) / 1000 - Tolerance.reducedCost {
            root.forbid(stop)
        }
    }

    static func rounded(_ bound: Bound) -> Int { Int((bound.points * 1000 + Tolerance.boundMargin).rounded(.down)) }

    /// Below what any plan is worth: all costs and no need.
    private static func nothingPossible(_ problem: RoundsProblem) -> Int {
        let dearest = (0..<problem.stopCount).reduce(0) { most, a in
            (0..<problem.stopCount).reduce(max(most, problem.single(a)?.cost ?? 0, problem.fullDay(a)?.cost ?? 0)) {
                max($0, problem.pair(StopOrder(morning: a, afternoon: $1))?.cost ?? 0)
            }
        }
        return -dearest * problem.weekdays.count * problem.tree.weekCount - 1
    }
}
