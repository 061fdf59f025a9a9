/// The rounds of a lane that one stay anchors in one half of the day, priced by plain enumeration.
///
/// In each week of its pattern the anchor has nobody beside it, or a partner that comes in a pattern of its own within
/// these weeks. Sets of weeks are bits; the weeks are filled from the first on, each partner once.
struct AuditAnchor {
    /// A partner in all weeks of a node, with what it adds there.
    struct Way {
        var value: Double
        var partner: Int
        /// The stops it holds, twins as their stop.
        var stops: [Int]
    }

    let stay: Int
    /// What the anchor's own slots are worth, by node; −∞ where it may not be.
    let own: [Double]
    /// By node, best first.
    private(set) var ways: [[Way]]
    /// By week; −∞ where the anchor may not be alone.
    private var alone: [Double]
    private let full: [Double]
    private let weeks: [Int]
    /// The best way to fill a set of weeks if partners could come twice: no less than the best without.
    private var relaxed: [Double]

    init(_ lane: AuditLane, anchor: Int, inMorning: Bool) {
        let problem = lane.problem
        let limits = lane.prices.limits
        let nodes = problem.tree.nodes
        let halves = problem.stays[anchor].halfDays
        stay = anchor
        weeks = lane.weeks
        own = lane.worth[anchor]
        ways = nodes.map { _ in [] }
        alone = Array(repeating: -.infinity, count: problem.tree.weekCount)
        relaxed = Array(repeating: -.infinity, count: 1 << problem.tree.weekCount)
        relaxed[0] = 0
        if !problem.stays[anchor].isShort, !limits.isNeverFullDay[anchor], let day = lane.table.fullDay(anchor) {
            full = nodes.map { node in node.weeks.reduce(0) { $0 + lane.worth(day, 2 * halves, week: $1) } }
        } else {
            full = nodes.map { _ in -.infinity }
        }
        guard limits.allowsHalf(anchor) else { return }
        if let day = lane.table.single(anchor) {
            for week in alone.indices { alone[week] = lane.worth(day, halves, week: week) }
        }
        for partner in lane.open where partner != anchor && limits.allowsHalf(partner) {
            let (morning, afternoon) = inMorning ? (anchor, partner) : (partner, anchor)
            guard limits.allows(morning: morning, afternoon: afternoon), let day = lane.table.pair(morning, afternoon)
            else { continue }
            let together = lane.prices.pairWorth[StayPair(anchor, partner)] ?? 0
            let both = halves + problem.stays[partner].halfDays
            let byWeek = alone.indices.map { lane.worth(day, both, week: $0) }
            for node in nodes.indices where lane.worth[partner][node] > -.infinity {
                let value = nodes[node].weeks.reduce(lane.worth[partner][node] + together) { $0 + byWeek[$1] }
                ways[node].append(Way(value: value, partner: partner, stops: lane.stops[partner]))
            }
        }
        for node in nodes.indices { ways[node].sort { $0.value > $1.value } }
        for set in 1..<relaxed.count { relaxed[set] = bestIfPartnersRepeat(set) }
    }

    private func bestIfPartnersRepeat(_ set: Int) -> Double {
        let first = set & -set
        var best = alone[set.trailingZeroBitCount] + relaxed[set & ~first]
        for node in weeks.indices where weeks[node] & first != 0 && weeks[node] & ~set == 0 {
            if let way = ways[node].first { best = max(best, way.value + relaxed[set & ~weeks[node]]) }
        }
        return best
    }

    /// The best reduced cost of a round with the anchor in all weeks of a node; −∞ where there is none.
    func best(node: Int) -> Double {
        own[node] == -.infinity ? own[node] : own[node] + max(full[node], fill(weeks[node], taken: []))
    }

    private func fill(_ set: Int, taken: [Int]) -> Double {
        guard set != 0 else { return 0 }
        let first = set & -set
        var best = -Double.infinity
        let single = alone[set.trailingZeroBitCount]
        if single > best { best = single + fill(set & ~first, taken: taken) }
        for node in weeks.indices where weeks[node] & first != 0 && weeks[node] & ~set == 0 {
            let rest = set & ~weeks[node]
            for way in ways[node] {
                if way.value + relaxed[rest] <= best { break }
                if way.stops.contains(where: taken.contains) { continue }
                best = max(best, way.value + fill(rest, taken: taken + way.stops))
            }
        }
        return best
    }

    /// What a partner brings at most, with all else of the round: each way with the node of the anchor it lies in.
    func forEachPartner(_ body: (_ partner: Int, _ node: Int, _ value: Double) -> Void) {
        for whole in weeks.indices where own[whole] > -.infinity {
            for node in weeks.indices where weeks[node] & ~weeks[whole] == 0 {
                let rest = own[whole] + relaxed[weeks[whole] & ~weeks[node]]
                for way in ways[node] { body(way.partner, node, way.value + rest) }
            }
        }
    }
}
