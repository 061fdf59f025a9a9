import ColumnGeneration
import PlanningModel

/// What a node of the tree keeps while it waits, besides the bound of its parent.
private struct TreeNode {
    var state: BranchState
    /// What its parent was split on, and the answer here.
    var question: BranchCosts.Question?
    var isUp = false
}

/// Closes the gap between the best plan and the relaxation: branch and price, best bound first, two nodes at a time.
struct BranchAndPrice {
    /// Nodes in a batch.
    private static let batch = 2

    private let problem: RoundsProblem
    private let workers: NodeWorkers<NodeRequest, NodeOutcome>
    private var root: BranchState
    private var waiting: OpenNodes<TreeNode>
    private var made = 0
    private var nodes = 0
    private var nextDive = 0
    private var costs = BranchCosts()
    private var columnCounts = Array(repeating: 0, count: Self.batch)
    private(set) var incumbent: PlacedPlan?
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
    /// By place in a batch: columns found by the other places, or by the neighbourhood search, and not yet told to the others.
    private var news: [[RoundColumn]] = Array(repeating: [], count: Self.batch)
    /// What the bound follows from: the root, and all nodes where that is asked for.
    private(set) var certificate = TreeCertificate()
    private let limits: SearchLimits
    private let shouldStop: @Sendable () -> Bool
    private let onProgress: @Sendable (SearchProgress) -> Void

    /// - Parameter state: what decisions have left to search; all of the problem where none is given.
    init(
        _ problem: RoundsProblem, _ limits: SearchLimits, below state: BranchState? = nil,
        incumbent: PlacedPlan? = nil, ceiling: Int = Int.max, shouldStop: @escaping @Sendable () -> Bool,
        onProgress: @escaping @Sendable (SearchProgress) -> Void
    ) throws {
        self.problem = problem
        self.limits = limits
        self.incumbent = incumbent
        self.ceiling = ceiling
        self.shouldStop = shouldStop
        self.onProgress = onProgress
        workers = try NodeWorkers(places: Self.batch, threads: limits.threads) { try NodeSolver(problem).solve }
        search = LargeNeighbourhoodSearch(problem, seed: limits.seed)
        root = state ?? BranchState(problem)
        // Nothing yet: all need reached at no cost.
        waiting = OpenNodes(root: TreeNode(state: root), bound: min(ceiling, problem.mostValue))
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
        let open = waiting.bound ?? Int.min
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

    private mutating func take(_ plan: PlacedPlan) {
        guard plan.value > incumbent?.value ?? Int.min else { return }
        incumbent = plan
        idleBatches = 0
        search.adopt(plan)
        for place in news.indices { news[place] += plan.columns }
        onProgress(progress)
    }

    /// Whether the first plan found is the answer.
    private var wantsAny: Bool { limits.gap >= SearchLimits.anyGap }

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
            if nodes <= Self.batch, !mostWithStop.isEmpty {
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
        waiting.prune(upTo: value)
    }

    /// Solves the best nodes and puts their children in their places. False when stopped: a node cut short stays.
    private mutating func solveBatch() throws -> Bool {
        let isRoot = nodes == 0
        // While there is no plan: dives come at the root, and each time the nodes have doubled since the last.
        let dives = incumbent == nil && (isRoot || nodes >= nextDive)
        if dives { nextDive = max(SearchEffort.firstDive, 2 * nodes) }
        let (batch, boundOfOthers) = waiting.next(Self.batch)
        let others = boundOfOthers ?? Int.min
        let requests = batch.indices.map { place in
            defer { news[place] = [] }
            var state = batch[place].content.state
            for stop in 0..<problem.stopCount where root.forbiddenStop[stop] && !state.forbiddenStop[stop] {
                state.forbid(stop)
            }
            return NodeRequest(
                state: state, bound: batch[place].bound, isRoot: isRoot,
                dives: dives && place == 0, incumbent: incumbent?.value, columns: news[place], costs: costs,
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
        let outcomes = try workers.solve(
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
        for (place, outcome) in outcomes.enumerated() {
            columnCounts[place] = max(columnCounts[place], outcome.columnCount)
            if let plan = outcome.plan { take(plan) }
            if let columns = outcome.unplaced { search.begin(with: columns) }
            if let most = outcome.mostWithStop { mostWithStop = most }
            for taken in outcome.taken {
                for segment in taken.segments { supported.formUnion(problem.segments[segment.segment].stops) }
            }
            for other in news.indices where other != place { news[other] += outcome.taken }
            settle(batch[place], outcome, &isStopped)
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
        _ node: OpenNode<TreeNode>, _ outcome: NodeOutcome, _ isStopped: inout Bool
    ) {
        if let question = node.content.question, outcome.end != .stopped {
            let points = Double(node.bound - outcome.bound) / 1000
            costs.note(BranchCosts.Loss(question: question, isUp: node.content.isUp, points: points))
        }
        for trial in outcome.trials { costs.note(trial) }
        var children: [NodeCertificate.Answer] = []
        defer { certificate.note(node.number, outcome, children: children) }
        switch outcome.end {
        case .stopped:
            isStopped = true
            waiting.lower(node.number, to: outcome.bound)
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
                waiting.insert(
                    OpenNode(
                        bound: outcome.bound, depth: node.depth + 1, number: made,
                        content: TreeNode(
                            state: child, question: outcome.question, isUp: answer == decision.first)))
            }
        }
        waiting.remove(node.number)
        nodes += 1
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
