/// The rounds that a plan better than the one at hand may hold, at a node and below it.
///
/// Where they are few enough they are listed, and pricing goes through the list alone: a round that no better plan holds
/// weakens no relaxation any more. Further down the list is worked over again under the duals found there; short lists are
/// given to the master whole.
/// Source: Baldacci, Christofides, Mingozzi, "An exact algorithm for the vehicle routing problem based on the set
/// partitioning formulation with additional cuts", Mathematical Programming 115, 2008.
struct RoundList: Sendable {
    /// Rounds listed at most.
    static let most = 3_000
    /// Rounds of a list that a master is given whole.
    private static let short = 300
    /// A list is replaced by one that is no longer than this share of it.
    private static let shrinkage = 0.5
    /// Lists on the way to a node at most: the audit follows each of them.
    private static let mostLists = 8

    let columns: [RoundColumn]
    let uses: [RoundUse]
    private let members: Set<RoundColumn>
    /// How many lists came before on the way to the node.
    private let earlier: Int

    init(_ columns: [RoundColumn], in problem: RoundsProblem) {
        let usable = columns.compactMap { column in problem.use(of: column).map { (column: column, use: $0) } }
        self.init(usable.map(\.column), usable.map(\.use), earlier: 0)
    }

    private init(_ columns: [RoundColumn], _ uses: [RoundUse], earlier: Int) {
        self.columns = columns
        self.uses = uses
        self.earlier = earlier
        members = Set(columns)
    }

    var isShort: Bool { columns.count <= Self.short }

    func contains(_ column: RoundColumn) -> Bool { members.contains(column) }

    /// What is left of the list where rounds need a reduced cost of at least `floor`; `nil` where that is most
    /// of it, or lists are too many.
    func shortened(
        from floor: Double, _ duals: RoundDuals, _ branch: BranchState, in problem: RoundsProblem
    ) -> RoundList? {
        guard earlier + 1 < Self.mostLists else { return nil }
        let limits = BranchState.StayLimits(branch)
        let kept = columns.indices.filter {
            branch.allows(columns[$0], limits) && problem.reducedCost(of: columns[$0], uses[$0], duals) >= floor
        }
        guard Double(kept.count) <= Self.shrinkage * Double(columns.count) else { return nil }
        return RoundList(kept.map { columns[$0] }, kept.map { uses[$0] }, earlier: earlier + 1)
    }
}

extension RoundPricing {
    /// All rounds whose reduced cost is at least `floor`; `nil` where there are more than `most`.
    package func rounds(from floor: Double, _ duals: RoundDuals, most: Int) -> [RoundColumn]? {
        var known: Set<RoundColumn> = []
        var found: [RoundColumn] = []
        let worths = stayWorths(duals)
        for lane in problem.lanes.indices {
            forEachAnchor(lane, worths, duals) { anchor in
                guard found.count <= most else { return }
                anchor.forEachRound(from: floor) { column in
                    if known.insert(column).inserted { found.append(column) }
                    return found.count <= most
                }
            }
        }
        return found.count <= most ? found : nil
    }
}

extension AnchorPricing {
    /// Calls `body` with each round of this anchor whose reduced cost is at least `floor`, until it answers false.
    func forEachRound(from floor: Double, _ body: (RoundColumn) -> Bool) {
        let nodes = problem.tree.nodes
        var ways: [[(partner: Int, gain: Double)]?] = Array(repeating: nil, count: nodes.count)
        for root in nodes.indices {
            let own = worth(at: root)
            guard own.isFinite else { continue }
            if let column = fullDay(at: root, from: floor), !body(column) { return }
            guard allowsPartners, own + filled[root] >= floor else { continue }
            for node in problem.tree.subtree(root) where ways[node] == nil {
                ways[node] = self.ways(at: node).sorted { ($1.gain, $0.partner) < ($0.gain, $1.partner) }
            }
            func fill(_ open: [Int], _ value: Double, _ partners: [StayPattern]) -> Bool {
                guard let node = open.first else { return body(column(at: root, partners)) }
                let later = Array(open.dropFirst())
                let rest = value + later.reduce(0.0) { $0 + filled[$1] }
                for way in ways[node] ?? [] {
                    if rest + way.gain < floor { break }
                    guard way.partner >= 0 else {
                        if !fill(later, value + way.gain, partners) { return false }
                        continue
                    }
                    let isTaken = partners.contains { $0.stay == way.partner || problem.overlap($0.stay, way.partner) }
                    guard !isTaken else { continue }
                    let next = partners + [StayPattern(stay: way.partner, node: node)]
                    if !fill(later, value + way.gain, next) { return false }
                }
                let children = nodes[node].children
                guard children.count == 2, rest + filled[children[0]] + filled[children[1]] >= floor else {
                    return true
                }
                return fill(children + later, value, partners)
            }
            if !fill([root], own, []) { return }
        }
    }
}

/// Pricing below a node whose rounds are listed.
struct ListedPricing: RoundPricer {
    let problem: RoundsProblem
    private let rounds: [(column: RoundColumn, use: RoundUse)]

    init(_ list: RoundList, problem: RoundsProblem, branch: BranchState) {
        self.problem = problem
        let limits = BranchState.StayLimits(branch)
        rounds = zip(list.columns, list.uses).filter { branch.allows($0.0, limits) }.map { ($0.0, $0.1) }
    }

    func price(_ duals: RoundDuals) -> PricingResult<RoundColumn> {
        let nodes = problem.tree.nodes.count
        var best = Array(repeating: 0.0, count: problem.lanes.count * nodes)
        var found: [(reducedCost: Double, column: RoundColumn)] = []
        for (column, use) in rounds {
            let value = problem.reducedCost(of: column, use, duals)
            let kind = column.lane * nodes + column.anchor.node
            best[kind] = max(best[kind], value)
            if value > Tolerance.reducedCost { found.append((value, column)) }
        }
        found.sort { $0.reducedCost > $1.reducedCost }
        return PricingResult(columns: found.map(\.column), bestReducedCosts: best)
    }

    func bestWithSlot(_ duals: RoundDuals) -> [Double] {
        let count = problem.slotCount
        var best = Array(repeating: -Double.infinity, count: problem.lanes.count * count)
        for (column, use) in rounds {
            let value = problem.reducedCost(of: column, use, duals)
            for taken in column.stays {
                for slot in problem.slots(of: taken.stay, level: problem.tree.nodes[taken.node].level) {
                    best[column.lane * count + slot] = max(best[column.lane * count + slot], value)
                }
            }
        }
        return best
    }
}
