import ColumnGeneration

/// A node of the tree to be solved.
struct NodeRequest: Sendable {
    var state: BranchState
    /// Proven for its parent, thousandths.
    var bound: Int
    var isRoot: Bool
    /// Whether to dive for a plan from here.
    var dives: Bool
    /// Value of the best plan so far.
    var incumbent: Int?
    /// Columns found elsewhere.
    var columns: [RoundColumn]
    var costs: BranchCosts
    /// Whether to keep a certificate of the bound.
    var keepsProof = false
}

/// What became of a node.
struct NodeOutcome: Sendable {
    enum End: Hashable, Sendable {
        /// The limits came first: the node stays, with its bound.
        case stopped
        /// Nothing better than the incumbent is left here.
        case cutOff
        /// Two answers that keep every plan of the node.
        case branched([BranchDecision])
        /// Nothing is left to branch on. True where the node is then proven to hold no better plan, false where only its bound
        /// is known.
        case decided(isSettled: Bool)
    }

    var end: End
    var bound: Int
    /// The question branched on, where it is about a stop, an offer or a count.
    var question: BranchCosts.Question?
    /// Losses of the answers that strong branching tried.
    var trials: [BranchCosts.Loss] = []
    var plan: PlacedPlan?
    /// Rounds of a dive that could not all be placed, widest pattern first: the heuristic may repair them.
    var unplaced: [RoundColumn]?
    /// Columns of the relaxation's solution, those with the greatest share first.
    var taken: [RoundColumn] = []
    /// At the root: for each stop, a bound in points on plans that hold it.
    var mostWithStop: [Double]?
    /// The node's state, with what its reduced costs rule out.
    var state: BranchState
    var columnCount = 0
    /// Where a certificate was asked for.
    var proof: NodeProof?
}
