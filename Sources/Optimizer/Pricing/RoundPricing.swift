import ColumnGeneration

/// Exact pricing of round columns, by labelling or from a list.
protocol RoundPricer: ColumnPricing where Column == RoundColumn, Duals == RoundDuals {
    var problem: RoundsProblem { get }
    /// The best reduced cost of any column of a block that holds an offer, by block × offer; −∞ where there is none.
    func bestWithOffer(_ duals: RoundDuals) -> [Double]
}

/// Exact pricing of round columns: the tree of week patterns makes the partners of an anchor independent.
///
/// The order of the halves is the column's: an anchor whose days depend on it is priced once in the morning and once in
/// the afternoon. Complexity: O(blocks × segments² × nodes of the pattern tree).
package struct RoundPricing: RoundPricer {
    let problem: RoundsProblem
    let branch: BranchState
    /// Columns handed over at most.
    var limit = 400
    private let limits: BranchState.SegmentLimits

    package init(problem: RoundsProblem, branch: BranchState) {
        self.problem = problem
        self.branch = branch
        limits = BranchState.SegmentLimits(branch)
    }

    /// Best reduced costs come by block, then node of the anchor.
    package func price(_ duals: RoundDuals) -> PricingResult<RoundColumn> {
        let nodes = problem.tree.nodes.count
        var best = Array(repeating: 0.0, count: problem.blocks.count * nodes)
        var found: [(reducedCost: Double, column: RoundColumn)] = []
        let worths = segmentWorths(duals)
        for block in problem.blocks.indices {
            forEachAnchor(block, worths, duals) { anchor in
                for node in 0..<nodes {
                    guard let (value, load) = anchor.best(at: node) else { continue }
                    best[block * nodes + node] = max(best[block * nodes + node], value)
                    if value > Tolerance.reducedCost { found.append((value, anchor.column(at: node, load))) }
                }
            }
        }
        found.sort { $0.reducedCost > $1.reducedCost }
        return PricingResult(columns: found.prefix(limit).map(\.column), bestReducedCosts: best)
    }

    package func bestWithOffer(_ duals: RoundDuals) -> [Double] {
        let count = problem.offerCount
        var best = Array(repeating: -Double.infinity, count: problem.blocks.count * count)
        let tree = problem.tree
        let worths = segmentWorths(duals)
        for block in problem.blocks.indices {
            func raise(_ segment: Int, _ level: Int, _ value: Double) {
                for offer in problem.offers(of: segment, level: level) {
                    best[block * count + offer] = max(best[block * count + offer], value)
                }
            }
            forEachAnchor(block, worths, duals) { anchor in
                for root in tree.nodes.indices {
                    guard let whole = anchor.best(at: root)?.value else { continue }
                    raise(anchor.segment, tree.nodes[root].level, whole)
                    guard anchor.allowsPartners else { continue }
                    // What the rest of the column adds when one node is given to a stated partner.
                    var rest: [(node: Int, value: Double)] = [(root, anchor.worth(at: root))]
                    while let (node, value) = rest.popLast() {
                        for (other, gain) in anchor.partnerGains(at: node) {
                            raise(other, tree.nodes[node].level, value + gain)
                        }
                        let children = tree.nodes[node].children
                        guard children.count == 2 else { continue }
                        rest.append((children[0], value + anchor.filled[children[1]]))
                        rest.append((children[1], value + anchor.filled[children[0]]))
                    }
                }
            }
        }
        return best
    }

    /// What a segment is worth at a node, by segment × node; −∞ where it may not be.
    func segmentWorths(_ duals: RoundDuals) -> [Double] {
        let nodes = problem.tree.nodes
        var worths = Array(repeating: -Double.infinity, count: problem.segments.count * nodes.count)
        for segment in problem.segments.indices {
            for node in nodes.indices where limits.allowedNodes[segment] & (1 << UInt32(node)) != 0 {
                worths[segment * nodes.count + node] = problem.offers(of: segment, level: nodes[node].level)
                    .reduce(0) { $0 + duals.offerWorth[$1] }
            }
        }
        return worths
    }

    /// The same on the dates of a block: −∞ also at the nodes that they bar.
    private func worthsOfBlock(_ block: Int, _ worths: [Double], _ open: [Int]) -> [Double] {
        guard !limits.barredNodes.isEmpty else { return worths }
        let nodes = problem.tree.nodes.count
        var own = worths
        for segment in open where limits.barredNodes[block][segment] != 0 {
            for node in 0..<nodes where limits.barredNodes[block][segment] & (1 << UInt32(node)) != 0 {
                own[segment * nodes + node] = -.infinity
            }
        }
        return own
    }

    func forEachAnchor(
        _ block: Int, _ worths: [Double], _ duals: RoundDuals, _ body: (borrowing AnchorPricing) -> Void
    ) {
        let open = problem.segments.indices.filter { limits.nodes($0, block: block) != 0 }
        let worths = worthsOfBlock(block, worths, open)
        let prices = DayPricing(problem, block, duals)
        for segment in open {
            for order in problem.orders(block, anchor: segment) {
                body(AnchorPricing(problem, branch, duals, prices, worths, open, segment, order))
            }
        }
    }
}

/// What a day of one block costs under some duals.
struct DayPricing {
    let block: Int
    let table: DayTable
    let weekCount: Int
    private let workPrice: [[Double]]
    private let fixed: [Double]
    private let halfDay: [Double]
    private let metre: Double
    private let evening: [Double]
    private let longDay: [Double]

    init(_ problem: RoundsProblem, _ block: Int, _ duals: RoundDuals) {
        let kind = problem.blocks[block].kind
        self.block = block
        table = problem.table(block)
        weekCount = problem.tree.weekCount
        workPrice = duals.workPrice[kind]
        fixed = duals.dayPrice[block]
        halfDay = duals.halfDayPrice[block]
        metre = duals.metrePrice
        evening = duals.eveningPrice[kind]
        longDay = duals.longDayPrice[kind]
    }

    @inline(__always)
    func worth(_ day: DayCost, _ week: Int) -> Double {
        -Double(day.cost) / 1000 - Double(day.metres) * metre - workPrice[week][Int(day.work)] - fixed[week]
            - Double(day.halfDays) * halfDay[week] - (day.isEvening ? evening[week] : 0)
            - (day.isLong ? longDay[week] : 0)
    }
}
