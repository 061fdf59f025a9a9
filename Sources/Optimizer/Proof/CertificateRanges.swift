/// Numbers of a certificate that a problem can have: a proof comes from a file, and may say anything.
struct CertificateRanges {
    /// Sums of what is below cannot overflow.
    private static let largest = 1_000_000_000_000
    private static let sums = -largest...largest
    /// Of the numbers of a rounding.
    private static let largestFactor = 1_000_000
    private static let largestDual = 1e12

    private let problem: RoundsProblem

    init(_ problem: RoundsProblem) { self.problem = problem }

    /// The first node that holds another number, or that two nodes claim as their child.
    func fault(in tree: TreeCertificate) -> Int? {
        var children: Set<Int> = []
        for (number, node) in tree.nodes.sorted(by: { $0.key < $1.key }) {
            guard number >= 0, Self.sums.contains(node.claimed),
                ((node.bound ?? []) + node.fixing).allSatisfy(holds), node.exclusions.allSatisfy(holds)
            else { return number }
            if case .branched(let answers) = node.end {
                for answer in answers {
                    guard holds(answer.decision), answer.node > number, children.insert(answer.node).inserted else {
                        return number
                    }
                }
            }
        }
        return nil
    }

    private func holds(_ dual: CertifiedDual) -> Bool {
        guard abs(dual.dual) <= Self.largestDual else { return false }
        switch dual.cut {
        case nil: return true
        case .cover(let demand, let threshold, let terms):
            return problem.demands.indices.contains(demand) && (0...Self.largest).contains(threshold)
                && terms.allSatisfy { (0..<problem.offerCount).contains($0.offer) && Self.sums.contains($0.points) }
        case .rounding(let kind, let week, let limit, let multiplier, let divisor):
            return problem.kinds.indices.contains(kind) && weeks.contains(week)
                && [limit, multiplier, divisor].allSatisfy { (1...Self.largestFactor).contains($0) }
        }
    }

    private func holds(_ exclusion: Exclusion) -> Bool {
        switch exclusion {
        case .offer(let offer): offers.contains(offer)
        case .stop(let stop): stops.contains(stop)
        case .block(let stop, let block): stops.contains(stop) && problem.blocks.indices.contains(block)
        }
    }

    private func holds(_ decision: BranchDecision) -> Bool {
        switch decision {
        case .stopUsed(let stop, _), .fullDay(let stop, _), .blocks(let stop, _, _): stops.contains(stop)
        case .offer(let offer, _): offers.contains(offer)
        case .segment(let segment, _): problem.segments.indices.contains(segment)
        case .adjacent(let pair, _): hold(pair.first, pair.second)
        case .order(let order, _): hold(order.morning, order.afternoon)
        case .phase(let stop, let node, _): stops.contains(stop) && problem.tree.nodes.indices.contains(node)
        case .atMost(let row, let count), .atLeast(let row, let count):
            (row.week.map(weeks.contains) ?? true) && (row.kind.map(problem.kinds.indices.contains) ?? true)
                && row.resource != .work && Self.sums.contains(count)
        }
    }

    private func hold(_ first: Int, _ second: Int) -> Bool {
        first != second && problem.segments.indices.contains(first) && problem.segments.indices.contains(second)
    }

    private var stops: Range<Int> { 0..<problem.stopCount }
    private var offers: Range<Int> { 0..<problem.offerCount }
    private var weeks: Range<Int> { 0..<problem.tree.weekCount }
}
