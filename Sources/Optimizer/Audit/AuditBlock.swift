/// What a block's offers, shared days and days come to under some prices.
struct BlockTariff: Sendable {
    private let problem: RoundsProblem
    private let offerWorth: [Double]
    private let pairWorth: [SegmentPair: Double]
    private let weeks: [DayTariff]

    init(_ problem: RoundsProblem, _ prices: AuditPrices, block: Int) {
        self.problem = problem
        offerWorth = prices.offerWorth
        pairWorth = prices.pairWorth
        weeks = prices.tariffs[block]
    }

    func worth(_ day: DayCost, week: Int) -> Double { weeks[week].worth(day) }
    func worth(_ pair: SegmentPair) -> Double { pairWorth[pair] ?? 0 }

    /// What a segment's offers are worth in the pattern of a node.
    func worth(_ segment: Int, node: Int) -> Double {
        let own = problem.segments[segment]
        return own.stops.reduce(0) {
            $0 + offerWorth[problem.offer($1, form: own.isShort ? 1 : 0, level: problem.tree.nodes[node].level)]
        }
    }
}

/// One block under the prices of a certificate: the best reduced cost of its rounds.
struct AuditBlock {
    let problem: RoundsProblem
    let block: Int
    let limits: AuditLimits
    let tariff: BlockTariff
    let table: DayTable
    /// Prices by which rounds were left out, with the least that one must come to there.
    let listings: [(tariff: BlockTariff, least: Double)]
    /// Segments that may be here.
    let open: [Int]
    /// The weeks of each node, as bits.
    let weeks: [Int]
    /// The stops of each segment, twins as their stop.
    let stops: [[Int]]

    init(_ problem: RoundsProblem, _ prices: AuditPrices, block: Int) {
        let nodes = problem.tree.nodes
        let limits = prices.limits
        self.problem = problem
        self.limits = limits
        tariff = BlockTariff(problem, prices, block: block)
        table = problem.tables[problem.blocks[block].table]
        listings = limits.listings.map { $0.tariffs[block] }
        weeks = nodes.map { $0.weeks.reduce(0) { $0 | 1 << $1 } }
        stops = problem.segments.map { segment in segment.stops.map { problem.twinOf[$0] ?? $0 } }
        open = problem.segments.indices.filter { segment in
            limits.allows(segment, block: block)
                && nodes.indices.contains { limits.allows(segment, node: $0, block: block) }
        }
        self.block = block
    }

    /// Calls the body with each segment as an anchor: in the morning, and in the afternoon where that changes a day of it.
    /// Elsewhere the anchor is taken to come first.
    private func forEachAnchor(_ body: (AuditAnchor) -> Void) {
        for segment in open {
            body(AuditAnchor(self, anchor: segment, inMorning: true))
            let isOrdered = problem.segments.indices.contains {
                $0 != segment && table.pair(segment, $0) != table.pair($0, segment)
            }
            if isOrdered { body(AuditAnchor(self, anchor: segment, inMorning: false)) }
        }
    }

    /// The most that a place in a week brings: a round of n weeks takes n of them.
    func mostPerPlace() -> Double {
        var most = 0.0
        forEachAnchor { anchor in
            for node in weeks.indices {
                most = max(most, anchor.best(node: node) / Double(problem.tree.nodes[node].weeks.count))
            }
        }
        return most
    }

    /// By offer, the best reduced cost of a round that takes it, or more; −∞ where none does.
    func mostWithOffer() -> [Double] {
        var most = Array(repeating: -Double.infinity, count: problem.offerCount)
        func raise(_ segment: Int, _ node: Int, _ value: Double) {
            let own = problem.segments[segment]
            for stop in own.stops {
                let offer = problem.offer(stop, form: own.isShort ? 1 : 0, level: problem.tree.nodes[node].level)
                most[offer] = max(most[offer], value)
            }
        }
        forEachAnchor { anchor in
            for node in weeks.indices { raise(anchor.segment, node, anchor.best(node: node)) }
            anchor.forEachPartner(raise)
        }
        return most
    }
}
