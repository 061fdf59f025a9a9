/// Exact pricing of round columns: the tree of week patterns makes the partners of an anchor independent.
///
/// The order of the halves is the column's: an anchor whose days depend on it is priced once in the morning and once in
/// the afternoon. Complexity: O(lanes × stays² × nodes of the pattern tree).
package struct RoundPricing: ColumnPricing {
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
        for lane in problem.lanes.indices {
            forEachAnchor(lane, stayWorths(duals), duals) { anchor in
                for node in 0..<nodes {
                    guard let (value, column) = anchor.best(at: node) else { continue }
                    best[lane * nodes + node] = max(best[lane * nodes + node], value)
                    if value > Tolerance.reducedCost { found.append((value, column)) }
                }
            }
        }
        found.sort { $0.reducedCost > $1.reducedCost }
        return PricingResult(columns: found.prefix(limit).map(\.column), bestReducedCosts: best)
    }

    /// The best reduced cost of any column of a lane that holds a slot, by lane × slot; −∞ where there is none.
    package func bestWithSlot(_ duals: RoundDuals) -> [Double] {
        let count = problem.slotCount
        var best = Array(repeating: -Double.infinity, count: problem.lanes.count * count)
        let tree = problem.tree
        for lane in problem.lanes.indices {
            func raise(_ stay: Int, _ level: Int, _ value: Double) {
                for slot in problem.slots(of: stay, level: level) {
                    best[lane * count + slot] = max(best[lane * count + slot], value)
                }
            }
            forEachAnchor(lane, stayWorths(duals), duals) { anchor in
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
    private func stayWorths(_ duals: RoundDuals) -> [Double] {
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

    private func forEachAnchor(
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
private struct DayPricing {
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

/// Everything one anchor can carry in one lane, priced.
private struct AnchorPricing {
    /// A way to fill a node whole: with a partner, or alone (−1).
    private struct Filling {
        var value: Double
        var partner: Int
    }

    let stay: Int
    private let order: VisitOrder
    /// Best filling of the other half-day over a node, where a partner might come twice: an upper bound. −∞: not legal.
    private(set) var filled: [Double]
    /// The best ways to fill each node whole, best first; as many as the weeks, so that partners can differ. With short
    /// tours all of them: those that share a stop with one taken fall out.
    private var fillings: [[Filling]]
    private let full: [Double?]
    private let problem: RoundsProblem
    private let branch: BranchState
    private let prices: DayPricing
    private let worths: [Double]
    private let open: [Int]
    private let pairWorth: [StayPair: Double]

    init(
        _ problem: RoundsProblem, _ branch: BranchState, _ duals: RoundDuals, _ prices: DayPricing,
        _ worths: [Double], _ open: [Int], _ stay: Int, _ order: VisitOrder
    ) {
        self.problem = problem
        self.branch = branch
        self.prices = prices
        self.worths = worths
        self.open = open
        self.stay = stay
        self.order = order
        pairWorth = duals.pairWorth
        let tree = problem.tree
        let count = tree.nodes.count
        filled = Array(repeating: -Double.infinity, count: count)
        fillings = Array(repeating: [], count: count)
        full = tree.nodes.indices.map { node in
            guard stay < problem.stopCount, !branch.forbidsFullDay[stay], let day = prices.table.fullDay(stay) else {
                return nil
            }
            let halves = problem.fullDayHalves(stay)
            return tree.nodes[node].weeks.reduce(0.0) { $0 + prices.worth(day, halves, $1) }
        }
        guard allowsPartners else { return }
        let own = problem.stays[stay].halfDays
        if let single = prices.table.single(stay) {
            for node in tree.nodes.indices where tree.nodes[node].children.isEmpty {
                keep(Filling(value: prices.worth(single, own, tree.nodes[node].weeks[0]), partner: -1), at: node)
            }
        }
        var week = Array(repeating: 0.0, count: tree.weekCount)
        for other in open {
            guard let day = pairDay(other) else { continue }
            let halves = own + problem.stays[other].halfDays
            for index in week.indices { week[index] = prices.worth(day, halves, index) }
            let extra = pairWorth(other)
            for node in 0..<count {
                var value = worths[other * count + node] + extra
                guard value.isFinite else { continue }
                for index in tree.nodes[node].weeks { value += week[index] }
                keep(Filling(value: value, partner: other), at: node)
            }
        }
        // Children come after their parent, so that halves are settled first.
        for node in tree.nodes.indices.reversed() {
            filled[node] = fillings[node].first?.value ?? -.infinity
            guard tree.nodes[node].children.count == 2 else { continue }
            filled[node] = max(
                filled[node], filled[tree.nodes[node].children[0]] + filled[tree.nodes[node].children[1]])
        }
    }

    private mutating func keep(_ filling: Filling, at node: Int) {
        let room = problem.formCount > 1 ? Int.max : problem.tree.weekCount + 1
        let count = fillings[node].count
        if count >= room, filling.value <= fillings[node][count - 1].value { return }
        var place = count
        if room == Int.max {
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if fillings[node][middle].value < filling.value { high = middle } else { low = middle + 1 }
            }
            place = low
        } else {
            while place > 0, fillings[node][place - 1].value < filling.value { place -= 1 }
        }
        fillings[node].insert(filling, at: place)
        if fillings[node].count > room { fillings[node].removeLast() }
    }

    var allowsPartners: Bool { branch.allowsHalf(stay) }

    private func pairDay(_ other: Int) -> DayCost? {
        guard other != stay, branch.allowsHalf(other) else { return nil }
        if !branch.forbiddenPairs.isEmpty, branch.forbiddenPairs.contains(StayPair(stay, other)) { return nil }
        let halves =
            order == .anchorLast
            ? StayOrder(morning: other, afternoon: stay) : StayOrder(morning: stay, afternoon: other)
        if !branch.forbiddenOrders.isEmpty, branch.forbiddenOrders.contains(halves) { return nil }
        return prices.table.pair(halves.morning, halves.afternoon)
    }

    private func pairWorth(_ other: Int) -> Double {
        pairWorth.isEmpty ? 0 : pairWorth[StayPair(stay, other)] ?? 0
    }

    /// What the stay itself is worth as an anchor of a node; −∞ where it may not be.
    func worth(at node: Int) -> Double { worths[stay * problem.tree.nodes.count + node] }

    /// Best reduced cost with this anchor at a node, and the column that has it.
    func best(at node: Int) -> (value: Double, column: RoundColumn)? {
        let own = worth(at: node)
        guard own.isFinite else { return nil }
        let shared = exact([node], used: [])
        if let value = full[node], value > shared?.value ?? -.infinity {
            return (
                own + value,
                RoundColumn(
                    lane: prices.lane, anchor: StayPattern(stay: stay, node: node), isFullDay: true, partners: [])
            )
        }
        return shared.map { (own + $0.value, column(at: node, $0.partners)) }
    }

    /// The best filling of some nodes with each stop once.
    private func exact(_ nodes: [Int], used: [Int]) -> (value: Double, partners: [StayPattern])? {
        guard let node = nodes.first else { return (0, []) }
        let later = Array(nodes.dropFirst())
        var best: (value: Double, partners: [StayPattern])?
        func consider(_ value: Double, _ own: [StayPattern], _ rest: (value: Double, partners: [StayPattern])?) {
            guard let rest, value + rest.value > best?.value ?? -.infinity else { return }
            best = (value + rest.value, own + rest.partners)
        }
        let restBound = later.reduce(0.0) { $0 + filled[$1] }
        for filling in fillings[node] {
            if let best, filling.value + restBound <= best.value { break }
            if filling.partner >= 0 {
                let partner = filling.partner
                guard !used.contains(where: { $0 == partner || problem.overlap($0, partner) }) else { continue }
                consider(
                    filling.value, [StayPattern(stay: partner, node: node)], exact(later, used: used + [partner]))
            } else {
                consider(filling.value, [], exact(later, used: used))
            }
        }
        let children = problem.tree.nodes[node].children
        if children.count == 2 {
            let bound = filled[children[0]] + filled[children[1]] + restBound
            if bound > best?.value ?? -.infinity { consider(0, [], exact(children + later, used: used)) }
        }
        return best
    }

    /// What each partner that may hold a node adds there.
    func partnerGains(at node: Int) -> [(partner: Int, gain: Double)] {
        let own = problem.stays[stay].halfDays
        let count = problem.tree.nodes.count
        return open.compactMap { other in
            let worth = worths[other * count + node]
            guard worth.isFinite, let day = pairDay(other) else { return nil }
            let halves = own + problem.stays[other].halfDays
            return (
                other,
                problem.tree.nodes[node].weeks.reduce(worth + pairWorth(other)) {
                    $0 + prices.worth(day, halves, $1)
                }
            )
        }
    }

    private func column(at node: Int, _ partners: [StayPattern]) -> RoundColumn {
        let order = problem.canonical(order, lane: prices.lane, anchor: stay, partners: partners)
        // Two stays at one pattern are one column, whichever is called the anchor.
        if partners.count == 1, partners[0].node == node, partners[0].stay < stay {
            return RoundColumn(
                lane: prices.lane, anchor: partners[0], isFullDay: false,
                partners: [StayPattern(stay: stay, node: node)], order: order.reversed)
        }
        return RoundColumn(
            lane: prices.lane, anchor: StayPattern(stay: stay, node: node), isFullDay: false,
            partners: partners.sorted { problem.tree.nodes[$0.node].weeks[0] < problem.tree.nodes[$1.node].weeks[0] },
            order: order)
    }
}
