/// Exact pricing of round columns: the tree of week patterns makes the partners of an anchor independent.
///
/// The order of the stops is the column's: an anchor whose days depend on it is priced once in the morning and once in
/// the afternoon. Complexity: O(stops² × nodes of the pattern tree).
package struct RoundPricing: ColumnPricing {
    let problem: RoundsProblem
    let branch: BranchState
    /// Columns handed over at most.
    var limit = 400

    package init(problem: RoundsProblem, branch: BranchState) {
        self.problem = problem
        self.branch = branch
    }

    package func price(_ duals: RoundDuals) -> PricingResult<RoundColumn> {
        let tree = problem.tree
        var best = Array(repeating: 0.0, count: tree.nodes.count)
        var found: [(reducedCost: Double, column: RoundColumn)] = []
        forEachAnchor(duals) { anchor in
            for node in tree.nodes.indices {
                guard let (value, column) = anchor.best(at: node) else { continue }
                best[node] = max(best[node], value)
                if value > Tolerance.reducedCost { found.append((value, column)) }
            }
        }
        found.sort { $0.reducedCost > $1.reducedCost }
        return PricingResult(columns: found.prefix(limit).map(\.column), bestReducedCosts: best)
    }

    /// The best reduced cost of any column that holds a stop at a cadence; −∞ where there is none.
    package func bestWithStop(_ duals: RoundDuals) -> [Double] {
        let cadences = problem.cadences.count
        var best = Array(repeating: -Double.infinity, count: problem.stopCount * cadences)
        let tree = problem.tree
        forEachAnchor(duals) { anchor in
            for root in tree.nodes.indices {
                guard let whole = anchor.best(at: root)?.value else { continue }
                let own = anchor.stop * cadences + tree.nodes[root].level
                best[own] = max(best[own], whole)
                guard anchor.allowsPartners else { continue }
                // What the rest of the column adds when one node is given to a stated partner.
                var rest: [(node: Int, value: Double)] = [(root, anchor.worth(at: root))]
                while let (node, value) = rest.popLast() {
                    let level = tree.nodes[node].level
                    for other in 0..<problem.stopCount {
                        guard let gain = anchor.partnerGain(other, at: node) else { continue }
                        let slot = other * cadences + level
                        best[slot] = max(best[slot], value + gain)
                    }
                    let children = tree.nodes[node].children
                    guard children.count == 2 else { continue }
                    rest.append((children[0], value + anchor.filled[children[1]]))
                    rest.append((children[1], value + anchor.filled[children[0]]))
                }
            }
        }
        return best
    }

    private func forEachAnchor(_ duals: RoundDuals, _ body: (borrowing AnchorPricing) -> Void) {
        for stop in 0..<problem.stopCount where !branch.forbiddenStop[stop] {
            for order in problem.orders(anchor: stop) { body(AnchorPricing(problem, branch, duals, stop, order)) }
        }
    }
}

/// Everything one anchor can carry, priced.
private struct AnchorPricing {
    /// A way to fill a node whole: with a partner, or alone.
    private struct Filling {
        var value: Double
        var partner: Int?
    }

    let stop: Int
    private let order: VisitOrder
    /// Best filling of the other half-day over a node, where a partner might come twice: an upper bound. −∞: not legal.
    private(set) var filled: [Double]
    /// The best ways to fill each node whole, best first; as many as the weeks, so that partners can differ.
    private var fillings: [[Filling]]
    private let full: [Double?]
    private let problem: RoundsProblem
    private let branch: BranchState
    private let duals: RoundDuals

    init(
        _ problem: RoundsProblem, _ branch: BranchState, _ duals: RoundDuals, _ stop: Int, _ order: VisitOrder
    ) {
        self.problem = problem
        self.branch = branch
        self.duals = duals
        self.stop = stop
        self.order = order
        let tree = problem.tree
        let count = tree.nodes.count
        filled = Array(repeating: -Double.infinity, count: count)
        fillings = Array(repeating: [], count: count)
        full = tree.nodes.indices.map { node in
            guard !branch.forbidsFullDay[stop], let day = problem.fullDay(stop) else { return nil }
            let halves = problem.halfDays(sessions: 2)
            return tree.nodes[node].weeks.reduce(0.0) { $0 + Self.worth(day, halves, $1, duals) }
        }
        guard allowsPartners else { return }
        if let single = problem.single(stop) {
            for node in tree.nodes.indices where tree.nodes[node].children.isEmpty {
                let value = Self.worth(single, problem.halfDays(sessions: 1), tree.nodes[node].weeks[0], duals)
                keep(Filling(value: value, partner: nil), at: node)
            }
        }
        var week = Array(repeating: 0.0, count: tree.weekCount)
        let halves = problem.halfDays(sessions: 2)
        for other in 0..<problem.stopCount where other != stop {
            guard let day = pairDay(other) else { continue }
            for index in week.indices { week[index] = Self.worth(day, halves, index, duals) }
            let extra = pairWorth(other)
            for node in tree.nodes.indices {
                guard branch.allows(StopPattern(stop: other, node: node)) else { continue }
                var value = duals.stopWorth[other * problem.cadences.count + tree.nodes[node].level] + extra
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
        let room = problem.tree.weekCount + 1
        if fillings[node].count == room, filling.value <= fillings[node][room - 1].value { return }
        let place = fillings[node].firstIndex { $0.value < filling.value } ?? fillings[node].count
        fillings[node].insert(filling, at: place)
        if fillings[node].count > room { fillings[node].removeLast() }
    }

    var allowsPartners: Bool { !branch.requiresFullDay[stop] }

    private static func worth(_ day: DayCost, _ halfDays: Int, _ week: Int, _ duals: RoundDuals) -> Double {
        -Double(day.cost) / 1000 - duals.workPrice[week][day.work] - duals.dayPrice[week]
            - Double(halfDays) * duals.halfDayPrice[week]
    }

    private func pairDay(_ other: Int) -> DayCost? {
        guard !branch.forbiddenStop[other], !branch.requiresFullDay[other] else { return nil }
        if !branch.forbiddenPairs.isEmpty, branch.forbiddenPairs.contains(StopPair(stop, other)) { return nil }
        let halves =
            order == .anchorLast
            ? StopOrder(morning: other, afternoon: stop) : StopOrder(morning: stop, afternoon: other)
        if !branch.forbiddenOrders.isEmpty, branch.forbiddenOrders.contains(halves) { return nil }
        return problem.pair(halves)
    }

    private func pairWorth(_ other: Int) -> Double {
        duals.pairWorth.isEmpty ? 0 : duals.pairWorth[StopPair(stop, other)] ?? 0
    }

    /// What the stop itself is worth as an anchor of a node; −∞ where it may not be.
    func worth(at node: Int) -> Double {
        guard branch.allows(StopPattern(stop: stop, node: node)) else { return -.infinity }
        return duals.stopWorth[stop * problem.cadences.count + problem.tree.nodes[node].level]
    }

    /// Best reduced cost with this anchor at a node, and the column that has it.
    func best(at node: Int) -> (value: Double, column: RoundColumn)? {
        let own = worth(at: node)
        guard own.isFinite else { return nil }
        let shared = exact([node], used: [])
        if let value = full[node], value > shared?.value ?? -.infinity {
            return (
                own + value,
                RoundColumn(anchor: StopPattern(stop: stop, node: node), isFullDay: true, partners: [])
            )
        }
        return shared.map { (own + $0.value, column(at: node, $0.partners)) }
    }

    /// The best filling of some nodes with each partner once.
    private func exact(_ nodes: [Int], used: [Int]) -> (value: Double, partners: [StopPattern])? {
        guard let node = nodes.first else { return (0, []) }
        let later = Array(nodes.dropFirst())
        var best: (value: Double, partners: [StopPattern])?
        func consider(_ value: Double, _ own: [StopPattern], _ rest: (value: Double, partners: [StopPattern])?) {
            guard let rest, value + rest.value > best?.value ?? -.infinity else { return }
            best = (value + rest.value, own + rest.partners)
        }
        let restBound = later.reduce(0.0) { $0 + filled[$1] }
        for filling in fillings[node] {
            if let best, filling.value + restBound <= best.value { break }
            if let partner = filling.partner {
                guard !used.contains(partner) else { continue }
                consider(
                    filling.value, [StopPattern(stop: partner, node: node)], exact(later, used: used + [partner]))
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

    func partnerGain(_ other: Int, at node: Int) -> Double? {
        guard other != stop, let day = pairDay(other), branch.allows(StopPattern(stop: other, node: node)) else {
            return nil
        }
        let halves = problem.halfDays(sessions: 2)
        return problem.tree.nodes[node].weeks.reduce(
            duals.stopWorth[other * problem.cadences.count + problem.tree.nodes[node].level] + pairWorth(other)
        ) { $0 + Self.worth(day, halves, $1, duals) }
    }

    private func column(at node: Int, _ partners: [StopPattern]) -> RoundColumn {
        let order = problem.canonical(order, anchor: stop, partners: partners)
        // Two stops at one pattern are one column, whichever is called the anchor.
        if partners.count == 1, partners[0].node == node, partners[0].stop < stop {
            return RoundColumn(
                anchor: partners[0], isFullDay: false, partners: [StopPattern(stop: stop, node: node)],
                order: order.reversed)
        }
        return RoundColumn(
            anchor: StopPattern(stop: stop, node: node), isFullDay: false,
            partners: partners.sorted { problem.tree.nodes[$0.node].weeks[0] < problem.tree.nodes[$1.node].weeks[0] },
            order: order)
    }
}
