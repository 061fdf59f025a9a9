import ColumnGeneration

/// Exact pricing of round columns, by labelling or from a list.
protocol RoundPricer: ColumnPricing where Column == RoundColumn, Duals == RoundDuals {
    var problem: RoundsProblem { get }
    /// The best reduced cost of any column of a lane that holds a slot, by lane × slot; −∞ where there is none.
    func bestWithSlot(_ duals: RoundDuals) -> [Double]
}

/// Exact pricing of round columns: the tree of week patterns makes the partners of an anchor independent.
///
/// The order of the halves is the column's: an anchor whose days depend on it is priced once in the morning and once in
/// the afternoon. Complexity: O(lanes × stays² × nodes of the pattern tree).
package struct RoundPricing: RoundPricer {
    let problem: RoundsProblem
    let branch: BranchState
    /// Columns handed over at most.
    var limit = 400
    private let limits: BranchState.StayLimits

    package init(problem: RoundsProblem, branch: BranchState) {
        self.problem = problem
        self.branch = branch
        limits = BranchState.StayLimits(branch)
    }

    /// Best reduced costs come by lane, then node of the anchor.
    package func price(_ duals: RoundDuals) -> PricingResult<RoundColumn> {
        let nodes = problem.tree.nodes.count
        var best = Array(repeating: 0.0, count: problem.lanes.count * nodes)
        var found: [(reducedCost: Double, column: RoundColumn)] = []
        let worths = stayWorths(duals)
        for lane in problem.lanes.indices {
            forEachAnchor(lane, worths, duals) { anchor in
                for node in 0..<nodes {
                    guard let (value, load) = anchor.best(at: node) else { continue }
                    best[lane * nodes + node] = max(best[lane * nodes + node], value)
                    if value > Tolerance.reducedCost { found.append((value, anchor.column(at: node, load))) }
                }
            }
        }
        found.sort { $0.reducedCost > $1.reducedCost }
        return PricingResult(columns: found.prefix(limit).map(\.column), bestReducedCosts: best)
    }

    package func bestWithSlot(_ duals: RoundDuals) -> [Double] {
        let count = problem.slotCount
        var best = Array(repeating: -Double.infinity, count: problem.lanes.count * count)
        let tree = problem.tree
        let worths = stayWorths(duals)
        for lane in problem.lanes.indices {
            func raise(_ stay: Int, _ level: Int, _ value: Double) {
                for slot in problem.slots(of: stay, level: level) {
                    best[lane * count + slot] = max(best[lane * count + slot], value)
                }
            }
            forEachAnchor(lane, worths, duals) { anchor in
                for root in tree.nodes.indices {
                    guard let whole = anchor.best(at: root)?.value else { continue }
                    raise(anchor.stay, tree.nodes[root].level, whole)
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

    /// What a stay is worth at a node, by stay × node; −∞ where it may not be.
    func stayWorths(_ duals: RoundDuals) -> [Double] {
        let nodes = problem.tree.nodes
        var worths = Array(repeating: -Double.infinity, count: problem.stays.count * nodes.count)
        for stay in problem.stays.indices {
            for node in nodes.indices where limits.allowedNodes[stay] & (1 << UInt32(node)) != 0 {
                worths[stay * nodes.count + node] = problem.slots(of: stay, level: nodes[node].level)
                    .reduce(0) { $0 + duals.slotWorth[$1] }
            }
        }
        return worths
    }

    func forEachAnchor(
        _ lane: Int, _ worths: [Double], _ duals: RoundDuals, _ body: (borrowing AnchorPricing) -> Void
    ) {
        let open = problem.stays.indices.filter {
            limits.allowedNodes[$0] != 0 && limits.forbiddenLanes[$0] & (1 << UInt128(lane)) == 0
        }
        let prices = DayPricing(problem, lane, duals)
        for stay in open {
            for order in problem.orders(lane, anchor: stay) {
                body(AnchorPricing(problem, branch, duals, prices, worths, open, stay, order))
            }
        }
    }
}

/// What a day of one lane costs under some duals.
struct DayPricing {
    let lane: Int
    let table: DayTable
    let weekCount: Int
    private let workPrice: [[Double]]
    private let fixed: [Double]
    private let halfDay: [Double]
    private let metre: Double

    init(_ problem: RoundsProblem, _ lane: Int, _ duals: RoundDuals) {
        let kind = problem.lanes[lane].kind
        self.lane = lane
        table = problem.table(lane)
        weekCount = problem.tree.weekCount
        workPrice = duals.workPrice[kind]
        fixed = duals.dayPrice[lane]
        halfDay = duals.halfDayPrice[lane]
        metre = duals.metrePrice
    }

    @inline(__always)
    func worth(_ day: DayCost, _ halfDays: Int, _ week: Int) -> Double {
        -Double(day.cost) / 1000 - Double(day.metres) * metre - workPrice[week][Int(day.work)] - fixed[week]
            - Double(halfDays) * halfDay[week]
    }
}
