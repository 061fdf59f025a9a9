/// The best columns of one anchor in one block at given duals. Not copied: there are thousands in each pricing, each of
/// many arrays.
struct AnchorPricing: ~Copyable {
    /// A way to fill a node whole: with a partner, or alone (−1).
    private struct Filling {
        var value: Double
        var partner: Int
    }

    let segment: Int
    private let order: VisitOrder
    /// Best filling of the other half-day over a node, where a partner might come twice: an upper bound. −∞: not legal.
    private(set) var filled: [Double]
    /// The best ways to fill each node whole, best first; as many as the weeks, so that partners can differ. With short
    /// tours all of them: those that share a stop with one taken fall out.
    private var fillings: [[Filling]]
    private let full: [Double?]
    let problem: RoundsProblem
    private let branch: BranchState
    private let prices: DayPricing
    private let worths: [Double]
    private let open: [Int]
    private let pairWorth: [SegmentPair: Double]

    init(
        _ problem: RoundsProblem, _ branch: BranchState, _ duals: RoundDuals, _ prices: DayPricing,
        _ worths: [Double], _ open: [Int], _ segment: Int, _ order: VisitOrder
    ) {
        self.problem = problem
        self.branch = branch
        self.prices = prices
        self.worths = worths
        self.open = open
        self.segment = segment
        self.order = order
        pairWorth = duals.pairWorth
        let tree = problem.tree
        let count = tree.nodes.count
        filled = Array(repeating: -Double.infinity, count: count)
        fillings = Array(repeating: [], count: count)
        full = tree.nodes.indices.map { node in
            guard segment < problem.stopCount, !branch.forbidsFullDay[segment], let day = prices.table.fullDay(segment)
            else {
                return nil
            }
            return tree.nodes[node].weeks.reduce(0.0) { $0 + prices.worth(day, $1) }
        }
        guard allowsPartners else { return }
        if let single = prices.table.single(segment) {
            for node in tree.nodes.indices where tree.nodes[node].children.isEmpty {
                keep(Filling(value: prices.worth(single, tree.nodes[node].weeks[0]), partner: -1), at: node)
            }
        }
        var week = Array(repeating: 0.0, count: tree.weekCount)
        for other in open {
            guard let day = pairDay(other) else { continue }
            for index in week.indices { week[index] = prices.worth(day, index) }
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

    var allowsPartners: Bool { branch.allowsHalf(segment) }

    private func pairDay(_ other: Int) -> DayCost? {
        guard other != segment, branch.allowsHalf(other) else { return nil }
        if !branch.forbiddenPairs.isEmpty, branch.forbiddenPairs.contains(SegmentPair(segment, other)) { return nil }
        let halves =
            order == .anchorLast
            ? SegmentOrder(morning: other, afternoon: segment) : SegmentOrder(morning: segment, afternoon: other)
        if !branch.forbiddenOrders.isEmpty, branch.forbiddenOrders.contains(halves) { return nil }
        return prices.table.pair(halves.morning, halves.afternoon)
    }

    private func pairWorth(_ other: Int) -> Double {
        pairWorth.isEmpty ? 0 : pairWorth[SegmentPair(segment, other)] ?? 0
    }

    /// What the segment itself is worth as an anchor of a node; −∞ where it may not be.
    func worth(at node: Int) -> Double { worths[segment * problem.tree.nodes.count + node] }

    /// Best reduced cost with this anchor at a node, and what the column that has it carries.
    func best(at node: Int) -> (value: Double, load: Load)? {
        let own = worth(at: node)
        guard own.isFinite else { return nil }
        let shared = exact([node], used: [])
        if let value = full[node], value > shared?.value ?? -.infinity { return (own + value, .fullDay) }
        return shared.map { (own + $0.value, .partners($0.partners)) }
    }

    enum Load {
        case fullDay
        case partners([SegmentPattern])
    }

    func column(at node: Int, _ load: Load) -> RoundColumn {
        switch load {
        case .fullDay: fullDay(at: node)
        case .partners(let partners): column(at: node, partners)
        }
    }

    /// Full days with this anchor at a node, where they are legal and their reduced cost is at least `floor`.
    func fullDay(at node: Int, from floor: Double) -> RoundColumn? {
        guard let value = full[node], worth(at: node) + value >= floor else { return nil }
        return fullDay(at: node)
    }

    private func fullDay(at node: Int) -> RoundColumn {
        RoundColumn(
            block: prices.block, anchor: SegmentPattern(segment: segment, node: node), isFullDay: true, partners: [])
    }

    /// What fills a node whole, with what it adds there: the anchor alone (−1) in a single week, or a partner.
    func ways(at node: Int) -> [(partner: Int, gain: Double)] {
        let partners = partnerGains(at: node)
        guard problem.tree.nodes[node].children.isEmpty, let single = prices.table.single(segment) else {
            return partners
        }
        let week = problem.tree.nodes[node].weeks[0]
        return partners + [(-1, prices.worth(single, week))]
    }

    /// The best filling of some nodes with each stop once.
    private func exact(_ nodes: [Int], used: [Int]) -> (value: Double, partners: [SegmentPattern])? {
        guard let node = nodes.first else { return (0, []) }
        let later = Array(nodes.dropFirst())
        var best: (value: Double, partners: [SegmentPattern])?
        func consider(_ value: Double, _ own: [SegmentPattern], _ rest: (value: Double, partners: [SegmentPattern])?) {
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
                    filling.value, [SegmentPattern(segment: partner, node: node)], exact(later, used: used + [partner]))
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
        let count = problem.tree.nodes.count
        return open.compactMap { other in
            let worth = worths[other * count + node]
            guard worth.isFinite, let day = pairDay(other) else { return nil }
            return (
                other,
                problem.tree.nodes[node].weeks.reduce(worth + pairWorth(other)) {
                    $0 + prices.worth(day, $1)
                }
            )
        }
    }

    func column(at node: Int, _ partners: [SegmentPattern]) -> RoundColumn {
        let order = problem.canonical(order, block: prices.block, anchor: segment, partners: partners)
        // Two segments at one pattern are one column, whichever is called the anchor.
        if partners.count == 1, partners[0].node == node, partners[0].segment < segment {
            return RoundColumn(
                block: prices.block, anchor: partners[0], isFullDay: false,
                partners: [SegmentPattern(segment: segment, node: node)], order: order.reversed)
        }
        let nodes = problem.tree.nodes
        return RoundColumn(
            block: prices.block, anchor: SegmentPattern(segment: segment, node: node), isFullDay: false,
            partners: partners.sorted { nodes[$0.node].weeks[0] < nodes[$1.node].weeks[0] }, order: order)
    }
}
