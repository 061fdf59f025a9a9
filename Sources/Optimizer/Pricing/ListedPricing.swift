import ColumnGeneration

/// Pricing below a node whose rounds are listed.
struct ListedPricing: RoundPricer {
    let problem: RoundsProblem
    private let rounds: [(column: RoundColumn, use: RoundUse)]

    init(_ list: RoundList, problem: RoundsProblem, branch: BranchState) {
        self.problem = problem
        let limits = BranchState.SegmentLimits(branch)
        rounds = zip(list.columns, list.uses).filter { branch.allows($0.0, limits) }.map { ($0.0, $0.1) }
    }

    func price(_ duals: RoundDuals) -> PricingResult<RoundColumn> {
        let nodes = problem.tree.nodes.count
        var best = Array(repeating: 0.0, count: problem.blocks.count * nodes)
        var found: [(reducedCost: Double, column: RoundColumn)] = []
        for (column, use) in rounds {
            let value = problem.reducedCost(of: column, use, duals)
            let kind = column.block * nodes + column.anchor.node
            best[kind] = max(best[kind], value)
            if value > Tolerance.reducedCost { found.append((value, column)) }
        }
        found.sort { $0.reducedCost > $1.reducedCost }
        return PricingResult(columns: found.map(\.column), bestReducedCosts: best)
    }

    func bestWithOffer(_ duals: RoundDuals) -> [Double] {
        let count = problem.offerCount
        var best = Array(repeating: -Double.infinity, count: problem.blocks.count * count)
        for (column, use) in rounds {
            let value = problem.reducedCost(of: column, use, duals)
            for taken in column.segments {
                for offer in problem.offers(of: taken.segment, level: problem.tree.nodes[taken.node].level) {
                    best[column.block * count + offer] = max(best[column.block * count + offer], value)
                }
            }
        }
        return best
    }
}
