/// The bound of a certificate at a node, worked out from the problem: rows, boxes, and rounds.
struct AuditLagrangian {
    private let prices: AuditPrices
    private let lanes: [AuditLane]
    /// Stops of the longest stay.
    private let longest: Int
    /// Never below the Lagrangian, thousandths of a point.
    let bound: Double

    init(_ model: AuditModel, _ limits: AuditLimits, _ duals: [CertifiedDual]) throws(AuditFailure.Reason) {
        let problem = model.problem
        let prices = try AuditPrices(model, limits, duals)
        self.prices = prices
        lanes = problem.lanes.indices.map { AuditLane(problem, prices, lane: $0) }
        longest = problem.stays.lazy.map(\.stops.count).max() ?? 1
        var sum = CarefulSum(prices.constant)
        for (index, lane) in lanes.enumerated() {
            let places = problem.kinds[problem.lanes[index].kind].teams.count * problem.lanes[index].weekdays.count
            let most = lane.mostPerPlace() + prices.rounding(lane: index, stopsOfStay: longest)
            sum.add(most, times: Double(places * problem.tree.weekCount))
        }
        bound = sum.atMost
    }

    /// The most that a plan is worth which takes a slot in a lane, by lane, then slot; −∞ where none does.
    ///
    /// The box of the slot is then 1, and one round more than the bound knows of may come. Source: Nemhauser and Wolsey,
    /// Integer and Combinatorial Optimization, 1988, II.5.
    func worthWithSlot() -> [[Double]] {
        lanes.enumerated().map { index, lane in
            let rounding = prices.rounding(lane: index, stopsOfStay: longest) + bound.ulp * 4
            return lane.mostWithSlot().enumerated().map { slot, value in
                bound + value + min(0, prices.slotReducedCost[slot]) + rounding
            }
        }
    }

    /// The rounds that a plan worth more than `value` may hold: all others are left out from here on.
    func listing(value: Int) -> AuditListing {
        AuditListing(
            tariffs: lanes.enumerated().map { index, lane in
                let rounding = prices.rounding(lane: index, stopsOfStay: longest) + bound.ulp * 4
                return (lane.tariff, Double(value) + 1 - bound - rounding)
            })
    }
}

/// Prices under which a round that comes to too little is left out: no plan better than the one at hand holds it.
struct AuditListing: Sendable {
    /// What something comes to under the prices of each listing on the way to a node.
    typealias Worths = SIMD8<Double>
    static let most = Worths.scalarCount

    /// By lane, with the least that a round must come to.
    fileprivate(set) var tariffs: [(tariff: LaneTariff, least: Double)]
}
