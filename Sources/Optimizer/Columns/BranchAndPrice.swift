import PlanningModel

/// A node of the tree, waiting with the bound of its parent.
private struct WaitingNode: Comparable {
    var bound: Int
    var depth: Int
    var order: Int
    var state: BranchState
    /// What its parent was split on, and the answer here.
    var question: PseudoCosts.Question?
    var isUp = false

    /// Highest bound first, then deepest, then first made.
    static func < (a: Self, b: Self) -> Bool { (a.bound, a.depth, -a.order) < (b.bound, b.depth, -b.order) }
    static func == (a: Self, b: Self) -> Bool { a.order == b.order }
}

/// Where a search stands. Thousandths of a point.
struct SearchProgress: Sendable {
    var value: Int?
    /// Need that the best plan reaches.
    var need: Int
    var bound: Int
    var columns: Int
    var nodes: Int
}

/// Closes the gap between the best plan and the relaxation: branch and price, best bound first, two nodes at a time.
struct BranchAndPrice {
    typealias Plan = NodeOutcome.Plan

    private let problem: RoundsProblem
    private let crew: NodeCrew
    private var root: BranchState
    private var waiting: [WaitingNode] = []
    private var made = 0
    private var nodes = 0
    private var nextDive = 0
    private var costs = PseudoCosts()
    private var columnCounts = Array(repeating: 0, count: NodeCrew.slots)
    private(set) var incumbent: Plan?
    /// Bound of nodes that could be neither placed nor split further.
    private(set) var unresolved = Int.min
    /// A bound known from elsewhere.
    private let ceiling: Int
    private var search: LargeNeighbourhoodSearch
    /// Batches since the last better plan.
    private var idleBatches = 0
    /// For each stop, a bound on plans that hold it; empty until the root is solved.
    private var mostWithStop: [Double] = []
    /// Stops that some relaxation took.
    private var supported: Set<Int> = []
    /// Columns found by one slot, or by the neighbourhood search, and not yet told to the others.
    private var news: [[RoundColumn]] = Array(repeating: [], count: NodeCrew.slots)
    /// What the bound follows from: the root, and all nodes where that is asked for.
    private(set) var certificate = TreeCertificate()
    private let limits: SearchLimits
    private let shouldStop: @Sendable () -> Bool
    private let onProgress: @Sendable (SearchProgress) -> Void

    init(
        _ problem: RoundsProblem, _ limits: SearchLimits, incumbent: Plan? = nil,
        ceiling: Int = Int.max, shouldStop: @escaping @Sendable () -> Bool,
        onProgress: @escaping @Sendable (SearchProgress) -> Void
    ) throws {
        self.problem = problem
        self.limits = limits
        self.incumbent = incumbent
        self.ceiling = ceiling
        self.shouldStop = shouldStop
        self.onProgress = onProgress
        crew = try NodeCrew(problem, threads: limits.threads)
        search = LargeNeighbourhoodSearch(problem, seed: limits.seed)
        root = BranchState(problem)
        // Nothing yet: all need reached at no cost.
        waiting = [WaitingNode(bound: min(ceiling, problem.mostValue), depth: 0, order: 0, state: root)]
        if let incumbent { search.adopt(incumbent) }
    }

    /// Begins with what an earlier plan still offers: a first plan at once where that keeps all rules. Call it before
    /// `run`; what has no place any more is answered.
    mutating func begin(with plan: ServicePlan) -> [LeftOutVisit] {
        let start = StartPlan(plan, search.frame)
        search.begin(with: start.draft)
        takeFound()
        return start.leftOut
    }

    /// The best bound that holds for all plans, never below the incumbent.
    var bound: Int {
        let open = waiting.first?.bound ?? Int.min
        return max(min(ceiling, max(open, unresolved)), incumbent?.value ?? Int.min)
    }

    private var needReached: Int { incumbent.map { problem.need(of: $0.columns) } ?? 0 }

    var progress: SearchProgress {
        SearchProgress(
            value: incumbent?.value, need: needReached, bound: bound, columns: columnCounts.reduce(0, +), nodes: nodes)
    }

    /// Looks for a better plan by large neighbourhood search.
    private mutating func improve(moves: Int) {
        guard limits.searchesNeighbourhoods else { return }
        search.run(moves: moves, shouldStop: shouldStop)
        takeFound()
    }

    private mutating func takeFound() {
        if let best = search.best { take(best) }
    }

    private mutating func take(_ plan: Plan) {
        guard plan.value > incumbent?.value ?? Int.min else { return }
        incumbent = plan
        idleBatches = 0
        search.adopt(plan)
        for slot in news.indices { news[slot] += plan.columns }
        onProgress(progress)
    }

    /// Whether the first plan found is the answer.
    private var wantsAny: Bool { limits.gap >= VariantSolver.anyGap }

    private var isCloseEnough: Bool { gap <= limits.gap }

    /// (bound − value) / max(need reached, 1 point).
    private var gap: Double {
        incumbent.map { Double(bound - $0.value) / Double(max(needReached, 1000)) } ?? .infinity
    }

    /// Runs until optimal, close enough or stopped; true unless stopped.
    mutating func run() throws -> Bool {
        // A first plan at once: its columns are what the root starts from.
        if incumbent == nil { improve(moves: SearchEffort.first(problem)) }
        while !waiting.isEmpty {
            if isCloseEnough { return true }
            if shouldStop() { return false }
            prune()
            guard !waiting.isEmpty else { break }
            if limits.nodes.map({ nodes >= $0 }) ?? false { return false }
            if try !solveBatch() { return false }
            if nodes <= NodeCrew.slots, !mostWithStop.isEmpty {
                let order = mostWithStop.indices.sorted { (mostWithStop[$1], $0) < (mostWithStop[$0], $1) }
                search.narrow(to: supported.union(order.prefix(SearchEffort.likely)))
                improve(moves: SearchEffort.afterRoot(problem, anyPlan: wantsAny))
            }
            prune()
            fixStops()
            onProgress(progress)
        }
        return true
    }

    private mutating func prune() {
        guard let value = incumbent?.value else { return }
        waiting.removeAll { $0.bound <= value }
    }

    /// Solves the best nodes and puts their children in their places. False when stopped: a node cut short stays.
    private mutating func solveBatch() throws -> Bool {
        let isRoot = nodes == 0
        // While there is no plan: dives come at the root, and each time the nodes have doubled since the last.
        let dives = incumbent == nil && (isRoot || nodes >= nextDive)
        if dives { nextDive = max(SearchEffort.firstDive, 2 * nodes) }
        let batch = Array(waiting.prefix(NodeCrew.slots))
        let others = waiting.dropFirst(batch.count).first?.bound ?? Int.min
        let requests = batch.indices.map { slot in
            defer { news[slot] = [] }
            var state = batch[slot].state
            for stop in 0..<problem.stopCount where root.forbiddenStop[stop] && !state.forbiddenStop[stop] {
                state.forbid(stop)
            }
            return NodeRequest(
                state: state, bound: batch[slot].bound, isRoot: isRoot,
                dives: dives && slot == 0, incumbent: incumbent?.value, columns: news[slot], costs: costs,
                keepsProof: isRoot || limits.keepsCertificates)
        }
        let base = progress
        let report = onProgress
        let most = ceiling
        let known = incumbent?.value
        var found = search
        let moves =
            isRoot
            ? SearchEffort.besideRoot(problem, anyPlan: wantsAny)
            : SearchEffort.besideNodes(problem, gap: gap, idleBatches: idleBatches)
        let (stop, searches) = (shouldStop, limits.searchesNeighbourhoods)
        let outcomes = try crew.solve(
            requests, shouldStop: shouldStop,
            onBound: { bound in
                // Only the root speaks for all plans before it is done.
                guard isRoot else { return }
                report(
                    SearchProgress(
                        value: base.value, need: base.need,
                        bound: max(min(most, bound, base.bound), max(others, known ?? Int.min)),
                        columns: base.columns, nodes: base.nodes))
            },
            meanwhile: {
                guard searches else { return }
                if isRoot {
                    found.begin(moves: moves, shouldStop: stop)
                } else {
                    found.run(moves: moves, shouldStop: stop)
                }
            })
        search = found
        idleBatches += 1
        var isStopped = false
        for (slot, outcome) in outcomes.enumerated() {
            columnCounts[slot] = max(columnCounts[slot], outcome.columnCount)
            if let plan = outcome.plan { take(plan) }
            if let columns = outcome.unplaced { search.begin(with: columns) }
            if let most = outcome.mostWithStop { mostWithStop = most }
            for taken in outcome.taken {
                for stay in taken.stays { supported.formUnion(problem.stays[stay.stay].stops) }
            }
            for other in news.indices where other != slot { news[other] += outcome.taken }
            settle(batch[slot], outcome, &isStopped)
        }
        takeFound()
        // Now and then the search begins with what a relaxation likes best.
        if limits.searchesNeighbourhoods, idleBatches % SearchEffort.guided == 0, gap > SearchEffort.narrow,
            let liked = outcomes.first?.taken, !liked.isEmpty
        {
            search.begin(with: liked)
        }
        return !isStopped
    }

    private mutating func settle(
        _ node: WaitingNode, _ outcome: NodeOutcome, _ isStopped: inout Bool
    ) {
        waiting.removeAll { $0.order == node.order }
        if let question = node.question, outcome.end != .stopped {
            let points = Double(node.bound - outcome.bound) / 1000
            costs.note(PseudoCosts.Loss(question: question, isUp: node.isUp, points: points))
        }
        for trial in outcome.trials { costs.note(trial) }
        var children: [NodeCertificate.Answer] = []
        defer { certificate.note(node.order, outcome, children: children) }
        switch outcome.end {
        case .stopped:
            isStopped = true
            var left = node
            left.bound = min(node.bound, outcome.bound)
            push(left)
            return
        case .cutOff: break
        case .decided(let isSettled):
            if !isSettled { unresolved = max(unresolved, outcome.bound) }
        case .branched(let decision):
            for answer in decision {
                var child = outcome.state
                child.add(answer)
                made += 1
                children.append(NodeCertificate.Answer(decision: answer, node: made))
                push(
                    WaitingNode(
                        bound: outcome.bound, depth: node.depth + 1, order: made, state: child,
                        question: outcome.question, isUp: answer == decision.first))
            }
        }
        nodes += 1
    }

    private mutating func push(_ node: WaitingNode) {
        let index = waiting.firstIndex { $0 < node } ?? waiting.count
        waiting.insert(node, at: index)
    }

    /// Leaves out stops that no plan better than the incumbent can hold.
    private mutating func fixStops() {
        guard let value = incumbent?.value else { return }
        for stop in mostWithStop.indices
        where !root.forbiddenStop[stop] && mostWithStop[stop] < Double(value + 1) / 1000 - Tolerance.fixing {
            root.forbid(stop)
            certificate.leaveOut(stop)
        }
    }
}

/// When a search may end before its proof, and how it is to run.
struct SearchLimits: Sendable {
    /// (bound − value) / need reached at which it is enough.
    var gap = 0.0
    /// Nodes at most; `nil` for no limit.
    var nodes: Int?
    var seed: UInt64 = 1
    var threads = 1
    /// Whether every node hands out what its bound follows from; the root always does.
    var keepsCertificates = false
    var searchesNeighbourhoods = true
}
