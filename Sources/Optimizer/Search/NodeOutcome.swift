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
    /// Whether to hand out what the bound follows from.
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
        /// All is decided. True where that settles the node, false where its bound has to stand.
        case decided(isSettled: Bool)
    }

    var end: End
    var bound: Int
    /// Where a branching is about a stop, an offer or a count.
    var question: BranchCosts.Question?
    /// What answers cost that were tried before one was chosen.
    var trials: [BranchCosts.Loss] = []
    var plan: PlacedPlan?
    /// Rounds of a dive that found no place all together, widest first: worth a repair.
    var unplaced: [RoundColumn]?
    /// Columns of the relaxation's solution, those with the greatest share first.
    var taken: [RoundColumn] = []
    /// At the root: for each stop, a bound in points on plans that hold it.
    var mostWithStop: [Double]?
    /// The node's state, with what its reduced costs rule out.
    var state: BranchState
    var columnCount = 0
    /// Where it was asked for.
    var proof: NodeProof?
}
