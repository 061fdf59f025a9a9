/// The bound of a certificate at a node, worked out from the problem: rows, boxes, and rounds.
struct AuditLagrangian {
    private let prices: AuditPrices
    private let blocks: [AuditBlock]
    /// Stops of the longest segment.
    private let longest: Int
    /// Never below the Lagrangian, thousandths of a point.
    let bound: Double

    init(_ model: AuditModel, _ limits: AuditLimits, _ duals: [CertifiedDual]) throws(AuditFailure.Reason) {
        let problem = model.problem
        let prices = try AuditPrices(model, limits, duals)
        self.prices = prices
        blocks = problem.blocks.indices.map { AuditBlock(problem, prices, block: $0) }
        longest = problem.segments.lazy.map(\.stops.count).max() ?? 1
        var sum = CarefulSum(prices.constant)
        for (index, block) in blocks.enumerated() {
            let places = problem.kinds[problem.blocks[index].kind].teams.count * problem.blocks[index].weekdays.count
            let most = block.mostPerPlace() + prices.rounding(block: index, stopsOfSegment: longest)
            sum.add(most, times: Double(places * problem.tree.weekCount))
        }
        bound = sum.atMost
    }

    /// Upper bound on the plans that take an offer in a block, by block, then offer; −∞ where none does.
    ///
    /// The box of the offer is then 1, and one round more than the bound knows of may come. Source: Nemhauser and Wolsey,
    /// Integer and Combinatorial Optimization, 1988, II.5.
    func worthWithOffer() -> [[Double]] {
        blocks.enumerated().map { index, block in
            let rounding = prices.rounding(block: index, stopsOfSegment: longest) + bound.ulp * 4
            return block.mostWithOffer().enumerated().map { offer, value in
                bound + value + min(0, prices.offerReducedCost[offer]) + rounding
            }
        }
    }

    /// The rounds that a plan worth more than `value` may hold: all others are left out from here on.
    func listing(value: Int) -> AuditListing {
        AuditListing(
            tariffs: blocks.enumerated().map { index, block in
                let rounding = prices.rounding(block: index, stopsOfSegment: longest) + bound.ulp * 4
                return (block.tariff, Double(value) + 1 - bound - rounding)
            })
    }
}

/// Prices under which a round that comes to too little is left out: no plan better than the one at hand holds it.
struct AuditListing: Sendable {
    /// A sum of worths under the prices of each listing on the way to a node.
    typealias Worths = SIMD8<Double>
    static let most = Worths.scalarCount

    /// By block, with the least that a round must come to.
    fileprivate(set) var tariffs: [(tariff: BlockTariff, least: Double)]
}
