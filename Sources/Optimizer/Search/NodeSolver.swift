import ColumnGeneration

/// Solves nodes one after the other on the thread that made it, each warm from the one before.
final class NodeSolver {
    let problem: RoundsProblem
    var master: RoundMaster
    private lazy var leavesAreFinal = !problem.openingDependsOnPlace && problem.partnersOnlyLengthen
    /// Columns at which the master is purged.
    private var purgeAt: Int
    private static let firstPurge = 800
    /// Share of the gap that a column's reduced cost may lose before it is dropped.
    private static let purgeShare = 0.2
    /// How far pricing looks from the master's duals to those of the best bound.
    private static let smoothing = 0.3
    let nothingPossible: Int

    init(_ problem: RoundsProblem) throws {
        self.problem = problem
        master = try RoundMaster.root(problem, BranchState(problem))
        nothingPossible = Self.nothingPossible(problem)
        purgeAt = Self.firstPurge + problem.stopCount
    }

    /// - Parameter onBound: called with each bound proven on the way, in thousandths.
    func solve(
        _ request: NodeRequest, _ shouldStop: () -> Bool, _ onBound: (Int) -> Void
    ) throws -> NodeOutcome {
        _ = try master.add(request.columns)
        if let list = request.state.list, list.isShort { _ = try master.add(list.columns) }
        try master.apply(request.state)
        var outcome = NodeOutcome(end: .stopped, bound: request.bound, state: request.state)
        let floor = request.incumbent ?? nothingPossible
        let pricing: any RoundPricer =
            request.state.list.map { ListedPricing($0, problem: problem, branch: request.state) }
            ?? RoundPricing(problem: problem, branch: request.state)
        var duals: RoundDuals?
        var best: (bound: Bound, duals: RoundDuals)?
        while true {
            let solved = try ColumnGeneration.run(
                &master, pricing, smoothing: Self.smoothing,
                onBest: { if best.map({ $0.bound }) ?? $0 >= $0 { best = ($0, $1) } },
                cutoff: { bound in
                    onBound(Self.rounded(bound))
                    return Self.rounded(bound) <= floor
                }, shouldStop: shouldStop)
            if let proven = solved.bound { outcome.bound = min(outcome.bound, Self.rounded(proven)) }
            outcome.columnCount = master.columns.count
            duals = solved.duals
            if request.keepsProof { outcome.proof = NodeProof(bound: best.map { master.certificate(of: $0.duals) }) }
            switch solved.end {
            case .stopped where shouldStop(): return outcome
            case .stopped: duals = nil
            case .cutOff:
                outcome.end = .cutOff
                return outcome
            case .converged: break
            }
            guard master.solution.artificial > Tolerance.artificial else { break }
            try master.raisePenalty()
        }
        var fixing: ReducedCostFixing?
        if let duals, request.isRoot || request.incumbent != nil {
            let found = ReducedCostFixing(pricing, duals)
            fixing = found
            if request.isRoot { outcome.mostWithStop = found.mostWithStop }
            if let incumbent = request.incumbent { found.apply(to: &outcome.state, incumbent: incumbent) }
            if request.keepsProof {
                let exclusions = outcome.state.exclusions(since: request.state)
                outcome.proof?.exclusions = exclusions
                // The root's say later, too, what a better plan rules out.
                if request.isRoot || !exclusions.isEmpty { outcome.proof?.fixing = master.certificate(of: duals) }
            }
        }
        let counted = master.solution.rounds.map { (column: master.columns[$0.column], share: $0.share) }
        outcome.taken = counted.sorted { $0.share > $1.share }.map(\.column)
        let gap = Double(outcome.bound - (request.incumbent ?? nothingPossible)) / 1000
        let choice = BranchingChoice(
            problem, counted, master.solution.cover, request.state, request.costs, most: gap,
            leavesAreFinal: leavesAreFinal)
        outcome = close(outcome, choice, counted, request)
        if let duals, let fixing, case .branched = outcome.end { listRounds(&outcome, request, fixing, duals) }
        var hasDived = false
        if request.dives, case .branched = outcome.end, outcome.plan == nil {
            let found = try dive(from: outcome.state, incumbent: request.incumbent, shouldStop: shouldStop)
            outcome.plan = found?.plan
            if found?.plan == nil { outcome.unplaced = found?.columns.sorted(by: isWider) }
            outcome.columnCount = master.columns.count
            hasDived = true
        }
        try purge(outcome.bound, request.incumbent)
        // A dive leaves another basis than that of the node.
        if !hasDived, case .branched = outcome.end {
            let trials = try StrongBranching(costs: request.costs, most: gap).choose(
                among: choice.questions, from: outcome.state, in: &master, shouldStop: shouldStop)
            outcome.trials = trials.losses
            if let best = trials.best {
                outcome.question = best
                outcome.end = .branched(best.answers)
            }
        }
        return outcome
    }

    private func close(
        _ solved: NodeOutcome, _ choice: BranchingChoice, _ counted: [(column: RoundColumn, share: Double)],
        _ request: NodeRequest
    ) -> NodeOutcome {
        var outcome = solved
        var isProvenImpossible = false
        if choice.isCounted, let columns = PhaseAssignment(problem, counted, request.state).plan() {
            switch Placement.place(columns, in: problem) {
            case .placed(let rounds):
                if problem.shortfall(columns) == 0 {
                    let value = problem.value(of: rounds)
                    outcome.plan = PlacedPlan(columns: columns, rounds: rounds, value: value)
                    if value >= outcome.bound {
                        outcome.end = .decided(isSettled: true)
                        return outcome
                    }
                }
            case .impossible(let opensTooLittle):
                // Of a lone team a leaf stands for larger plans too.
                isProvenImpossible = !opensTooLittle || problem.openingDependsOnPlace
            case .undecided: break
            }
        }
        if let decision = choice.decision {
            outcome.end = .branched(decision)
            outcome.question = choice.questions.first
        } else {
            // All is decided: the rounds are these, and no other plan of this node can do without them.
            outcome.end = .decided(isSettled: isProvenImpossible)
        }
        return outcome
    }

    /// Lists the rounds that a better plan may hold, where they are few enough.
    private func listRounds(
        _ outcome: inout NodeOutcome, _ request: NodeRequest, _ fixing: ReducedCostFixing, _ duals: RoundDuals
    ) {
        guard let incumbent = request.incumbent else { return }
        let floor = fixing.leastReducedCost(incumbent: incumbent)
        let list: RoundList?
        if let longer = outcome.state.list {
            list = longer.shortened(from: floor, duals, outcome.state, in: problem)
        } else {
            let pricing = RoundPricing(problem: problem, branch: outcome.state)
            list = pricing.rounds(from: floor, duals, most: RoundList.most).map { RoundList($0, in: problem) }
        }
        guard let list else { return }
        outcome.state.list = list
        if request.keepsProof {
            outcome.proof?.fixing = master.certificate(of: duals)
            outcome.proof?.listsRounds = true
        }
    }

    /// The widest patterns come first: they find no place between others.
    private func isWider(_ a: RoundColumn, _ b: RoundColumn) -> Bool {
        let nodes = problem.tree.nodes
        return (nodes[a.anchor.node].level, a.anchor.segment) < (nodes[b.anchor.node].level, b.anchor.segment)
    }

    private func purge(_ bound: Int, _ incumbent: Int?) throws {
        guard master.columns.count > purgeAt else { return }
        try master.purge(margin: Double(max(0, bound - (incumbent ?? 0))) / 1000 * Self.purgeShare)
        purgeAt = max(Self.firstPurge + problem.stopCount, 2 * master.columns.count)
    }

    static func rounded(_ bound: Bound) -> Int { Int((bound.points * 1000 + Tolerance.boundMargin).rounded(.down)) }

    /// Below the value of any plan: all costs there may be, and no need reached.
    private static func nothingPossible(_ problem: RoundsProblem) -> Int {
        let days = problem.blocks.reduce(0) { sum, block in
            let table = problem.tables[block.table]
            let dearest = [table.singles, table.fullDays, table.pairs].compactMap { $0.lazy.map(\.cost).max() }.max()
            return sum + Int(dearest ?? 0) * block.places * problem.tree.weekCount
        }
        let overtime = problem.model.overtime.reduce(0) {
            $0 + problem.overtimePrice * $1.persons * problem.repeats * problem.tree.weekCount * 168 * 60
        }
        return -days - problem.offerCost.reduce(0, +) - overtime - 1
    }
}
