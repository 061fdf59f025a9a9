/// The rounds of a block that one segment anchors in one half of the day, priced by plain enumeration.
///
/// In each week of its pattern the anchor has nobody beside it, or a partner that comes in a pattern of its own within
/// these weeks. Sets of weeks are bits; the weeks are filled from the first on, each partner once. Where rounds were left
/// out one by one, each is also worked out under the prices that this went by.
struct AuditAnchor {
    /// A sum of worths under the prices at hand, and under each of those by which rounds were left out.
    struct Worth {
        var value: Double
        var listed = AuditListing.Worths.zero

        static let zero = Worth(value: 0)
        static let never = Worth(value: -.infinity, listed: .init(repeating: -.infinity))
        static func + (a: Worth, b: Worth) -> Worth { Worth(value: a.value + b.value, listed: a.listed + b.listed) }
    }

    /// A partner in all weeks of a node, with what it adds there.
    struct Way {
        var worth: Worth
        var partner: Int
        /// The stops it holds, twins as their stop.
        var stops: [Int]
    }

    let segment: Int
    /// What the anchor's own offers are worth, by node; `never` where it may not be.
    private let own: [Worth]
    /// By node, best first.
    private var ways: [[Way]]
    /// By week; `never` where the anchor may not be alone.
    private var alone: [Worth]
    private let full: [Worth]
    private let weeks: [Int]
    /// The best ways to fill a set of weeks if partners could come twice, each number by itself: no less than without.
    private var relaxed: [Worth]
    /// What a round must come to under the prices by which others were left out.
    private let least: AuditListing.Worths
    private let isListed: Bool

    init(_ block: AuditBlock, anchor: Int, inMorning: Bool) {
        let problem = block.problem
        let limits = block.limits
        let nodes = problem.tree.nodes
        func worth(_ price: (BlockTariff) -> Double) -> Worth {
            var worth = Worth(value: price(block.tariff))
            for (index, listing) in block.listings.enumerated() { worth.listed[index] = price(listing.tariff) }
            return worth
        }
        segment = anchor
        weeks = block.weeks
        var least = AuditListing.Worths(repeating: -.infinity)
        for (index, listing) in block.listings.enumerated() { least[index] = listing.least }
        self.least = least
        isListed = !block.listings.isEmpty
        own = nodes.indices.map { node in
            limits.allows(anchor, node: node, block: block.block) ? worth { $0.worth(anchor, node: node) } : .never
        }
        ways = nodes.map { _ in [] }
        alone = Array(repeating: .never, count: problem.tree.weekCount)
        relaxed = Array(repeating: .never, count: 1 << problem.tree.weekCount)
        relaxed[0] = .zero
        if !problem.segments[anchor].isShort, !limits.isNeverFullDay[anchor], let day = block.table.fullDay(anchor) {
            full = nodes.map { node in
                worth { tariff in node.weeks.reduce(0) { $0 + tariff.worth(day, week: $1) } }
            }
        } else {
            full = nodes.map { _ in .never }
        }
        guard limits.allowsHalf(anchor) else { return }
        if let day = block.table.single(anchor) {
            for week in alone.indices { alone[week] = worth { $0.worth(day, week: week) } }
        }
        for partner in block.open where partner != anchor && limits.allowsHalf(partner) {
            let (morning, afternoon) = inMorning ? (anchor, partner) : (partner, anchor)
            guard limits.allows(morning: morning, afternoon: afternoon), let day = block.table.pair(morning, afternoon)
            else { continue }
            let pair = SegmentPair(anchor, partner)
            for node in nodes.indices where limits.allows(partner, node: node, block: block.block) {
                let own = worth { tariff in
                    nodes[node].weeks.reduce(tariff.worth(partner, node: node) + tariff.worth(pair)) {
                        $0 + tariff.worth(day, week: $1)
                    }
                }
                ways[node].append(Way(worth: own, partner: partner, stops: block.stops[partner]))
            }
        }
        for node in nodes.indices { ways[node].sort { $0.worth.value > $1.worth.value } }
        for set in 1..<relaxed.count { relaxed[set] = bestIfPartnersRepeat(set) }
    }

    private func bestIfPartnersRepeat(_ set: Int) -> Worth {
        let first = set & -set
        var best = alone[set.trailingZeroBitCount] + relaxed[set & ~first]
        for node in weeks.indices where weeks[node] & first != 0 && weeks[node] & ~set == 0 {
            let rest = relaxed[set & ~weeks[node]]
            if let way = ways[node].first { best.value = max(best.value, way.worth.value + rest.value) }
            guard isListed else { continue }
            let most = ways[node].reduce(Worth.never.listed) { pointwiseMax($0, $1.worth.listed) }
            best.listed = pointwiseMax(best.listed, most + rest.listed)
        }
        return best
    }

    /// The best reduced cost of a round with the anchor in all weeks of a node; −∞ where there is none.
    func best(node: Int) -> Double {
        let own = own[node]
        guard own.value > -.infinity else { return own.value }
        let whole = all(own.listed + full[node].listed .>= least) ? full[node].value : -.infinity
        return own.value + max(whole, fill(weeks[node], taken: [], least: least - own.listed))
    }

    private func fill(_ set: Int, taken: [Int], least: AuditListing.Worths) -> Double {
        guard set != 0 else { return all(least .<= 0) ? 0 : -.infinity }
        guard all(relaxed[set].listed .>= least) else { return -.infinity }
        let first = set & -set
        var best = -Double.infinity
        let single = alone[set.trailingZeroBitCount]
        if single.value > best { best = single.value + fill(set & ~first, taken: taken, least: least - single.listed) }
        for node in weeks.indices where weeks[node] & first != 0 && weeks[node] & ~set == 0 {
            let rest = set & ~weeks[node]
            for way in ways[node] {
                if way.worth.value + relaxed[rest].value <= best { break }
                if any(way.worth.listed + relaxed[rest].listed .< least) || way.stops.contains(where: taken.contains) {
                    continue
                }
                let left = fill(rest, taken: taken + way.stops, least: least - way.worth.listed)
                best = max(best, way.worth.value + left)
            }
        }
        return best
    }

    /// What a partner brings at most, with all else of the round: each way with the node of the anchor it lies in. Where
    /// no round was left out by itself, stops may come twice in that value.
    func forEachPartner(_ body: (_ partner: Int, _ node: Int, _ value: Double) -> Void) {
        for whole in weeks.indices where own[whole].value > -.infinity {
            for node in weeks.indices where weeks[node] & ~weeks[whole] == 0 {
                let rest = weeks[whole] & ~weeks[node]
                for way in ways[node] {
                    let base = own[whole] + way.worth
                    let left = isListed ? fill(rest, taken: way.stops, least: least - base.listed) : relaxed[rest].value
                    body(way.partner, node, base.value + left)
                }
            }
        }
    }
}
