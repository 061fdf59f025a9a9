/// A leaf that its search closed for want of places, searched again below its decisions alone.
///
/// Exclusions on the way to it are not taken over: the search sees more plans than that of the proof did.
struct LeafSearch {
    enum Answer {
        case nothingBetter
        case undecided
        /// A plan of the leaf that is worth more than the one at hand.
        case betterPlan
    }

    /// Nodes at most: what was a leaf once is one again, or takes few more.
    private static let mostNodes = 200

    private let problem: RoundsProblem
    private let decisions: [BranchDecision]
    private let value: Int

    init(_ problem: RoundsProblem, _ decisions: [BranchDecision], value: Int) {
        self.problem = problem
        self.decisions = decisions
        self.value = value
    }

    func answer() throws -> Answer {
        var state = BranchState(problem)
        for decision in decisions { state.add(decision) }
        // What is worth no more than the plan at hand is of no interest here.
        let known = PlacedPlan(columns: [], rounds: [], value: value)
        let limits = SearchLimits(nodes: Self.mostNodes, threads: 1, searchesNeighbourhoods: false)
        var search = try BranchAndPrice(
            problem, limits, below: state, incumbent: known, shouldStop: { false }, onProgress: { _ in })
        let isFinished = try search.run()
        if let best = search.incumbent, best.value > value { return .betterPlan }
        return isFinished && search.unresolved <= value ? .nothingBetter : .undecided
    }
}
