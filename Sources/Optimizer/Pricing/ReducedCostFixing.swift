import ColumnGeneration

/// Reduced-cost fixing: offers, stops and blocks that no plan better than the incumbent uses, from the duals of a converged
/// relaxation.
///
/// A plan that takes an offer in a block is worth at most the Lagrangian, plus the best reduced cost of a column that does so,
/// less what the offer itself loses at its box. Source: Nemhauser and Wolsey, Integer and Combinatorial Optimization, 1988.
struct ReducedCostFixing {
    private let problem: RoundsProblem
    /// Points, by block × offer.
    private let most: [Double]
    /// A plan that holds a round is worth at most this plus the reduced cost of the round, points.
    private let base: Double

    init(_ pricing: some RoundPricer, _ duals: RoundDuals) {
        let problem = pricing.problem
        self.problem = problem
        let count = problem.offerCount
        let best = pricing.bestWithOffer(duals)
        // What all other columns may still add, where the relaxation has converged but for rounding.
        let slack = problem.blocks.indices.reduce(0.0) { sum, block in
            let top = best[block * count..<(block + 1) * count].max() ?? 0
            return sum + max(0, top) * Double(problem.blocks[block].places * problem.tree.weekCount)
        }
        base = duals.constant + slack
        most = best.enumerated().map { [base] index, best in
            base + best + min(0, duals.coverReducedCost[index % count])
        }
    }

    /// For each stop, an upper bound in points on the plans that hold it.
    var mostWithStop: [Double] {
        var best = Array(repeating: -Double.infinity, count: problem.stopCount)
        for (index, value) in most.enumerated() {
            let stop = problem.stop(ofOffer: index % problem.offerCount)
            best[stop] = max(best[stop], value)
        }
        return best
    }

    /// The reduced cost from which on a plan that holds a round may be worth more than `incumbent` thousandths.
    func leastReducedCost(incumbent: Int) -> Double { Double(incumbent + 1) / 1000 - Tolerance.fixing - base }

    /// Forbids all that would keep a plan from being worth more than `incumbent` thousandths.
    func apply(to state: inout BranchState, incumbent: Int) {
        let floor = Double(incumbent + 1) / 1000 - Tolerance.fixing
        let count = problem.offerCount
        for offer in 0..<count where !state.forbiddenOffer[offer] {
            let best = problem.blocks.indices.reduce(-Double.infinity) { max($0, most[$1 * count + offer]) }
            if best < floor { state.forbid(offer: offer) }
        }
        let perStop = problem.formCount * problem.cadences.count
        for stop in 0..<problem.stopCount where !state.forbiddenStop[stop] {
            let offers = stop * perStop..<(stop + 1) * perStop
            if offers.allSatisfy({ state.forbiddenOffer[$0] }) {
                state.forbid(stop)
                continue
            }
            guard problem.blocks.count > 1 else { continue }
            for block in problem.blocks.indices {
                if offers.allSatisfy({ most[block * count + $0] < floor }) { state.forbid(stop, block: block) }
            }
        }
    }
}
