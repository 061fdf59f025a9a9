import GeoModel
import PlanningModel

/// What the steps so far have shown: plans, each good for every cell that holds it, and proofs, each good for every cell within
/// its own. All that is inherited from one step by another goes through here.
struct FrontKnowledge {
    /// The service alone, with the prices of the front.
    let scenario: Scenario
    let prices: FrontPrices
    private(set) var plans: [ServicePlan] = []
    private(set) var figures: [FrontFigures] = []
    private(set) var proofs: [Proof] = []

    /// A bound on all plans of a cell.
    struct Proof {
        var cell: EpsilonCell
        /// The prices of the search that proved it.
        var prices: FrontPrices
        /// Upper bound on the value of the cell's plans, value being need less priced euros; `nil` where the cell is proven
        /// to hold no plan.
        var value: MilliPoints?
        var audit: BoundAudit?

        var isImpossible: Bool { value == nil }

        /// Upper bound on the need of its plans that cost at most `mostEuros`: the limit of euros is relaxed, with the price
        /// as its multiplier (weak duality). `nil` where there is a price and no limit, or no plan.
        func need(_ mostEuros: Double?) -> MilliPoints? {
            guard let value, let hidden = prices.most(of: [mostEuros, cell.mostEuros].compactMap { $0 }.min()) else {
                return nil
            }
            return value + hidden
        }

        /// Upper bound on the value, under other prices, of its plans that cost at most `mostEuros`.
        func value(under other: FrontPrices, _ mostEuros: Double?) -> MilliPoints? {
            guard other.perEuro != prices.perEuro else { return value }
            let difference = FrontPrices(perEuro: max(0, prices.perEuro - other.perEuro), like: prices)
            guard let value, let more = difference.most(of: [mostEuros, cell.mostEuros].compactMap { $0 }.min()) else {
                return nil
            }
            return value + more + prices.rounding + other.rounding
        }
    }

    init(_ scenario: Scenario, _ prices: FrontPrices) {
        self.scenario = prices.applied(to: scenario)
        self.prices = prices
    }

    /// A plan found under any prices, valued under the front's. Returns its place among the plans.
    mutating func learn(_ plan: ServicePlan) -> Int {
        let known = RoundsValuation(scenario.services[0], in: scenario).plan(of: plan.days)
        if let index = plans.firstIndex(where: { $0.days == known.days }) { return index }
        plans.append(known)
        figures.append(FrontFigures(known, in: scenario))
        return plans.count - 1
    }

    mutating func learn(_ proof: Proof) { proofs.append(proof) }

    /// The plan that reaches most need among those of a cell; of equal ones the cheapest, then the fairest, then the first.
    func best(in cell: EpsilonCell) -> Int? {
        figures.indices.filter { cell.admits(figures[$0]) }.min { a, b in
            (figures[b].need, figures[a].euros, figures[b].equity, a)
                < (figures[a].need, figures[b].euros, figures[a].equity, b)
        }
    }

    /// The plan of highest value among those of a cell, at the price of a euro in `prices`.
    func best(in cell: EpsilonCell, under prices: FrontPrices) -> Int? {
        func value(_ index: Int) -> Double { figures[index].need.points - prices.perEuro * figures[index].euros }
        return figures.indices.filter { cell.admits(figures[$0]) }.min { (value($1), $0) < (value($0), $1) }
    }

    /// Proofs that speak of all plans of a cell.
    private func holding(_ cell: EpsilonCell) -> [Proof] { proofs.filter { cell.isWithin($0.cell) } }

    /// The strongest of some proofs of the need of plans that cost so much at most; of equal ones the first.
    private static func strongest(_ proofs: [Proof], _ mostEuros: Double?) -> (proof: Proof, need: MilliPoints)? {
        proofs.compactMap { proof in proof.need(mostEuros).map { (proof, $0) } }.min { $0.1 < $1.1 }
    }

    /// The least upper bound known on the need of a cell's plans, with its proof.
    func needProof(_ cell: EpsilonCell) -> (proof: Proof, need: MilliPoints)? {
        Self.strongest(holding(cell), cell.mostEuros)
    }

    /// The least upper bound known on the need of all plans that cost as little and are as fair as one with these figures.
    func needProof(_ figures: FrontFigures) -> (proof: Proof, need: MilliPoints)? {
        Self.strongest(proofs.filter { $0.cell.admits(figures) }, figures.euros)
    }

    /// Upper bound on the value of a cell's plans.
    ///
    /// - Parameter prices: the prices of that value; those of the front where nothing is said.
    func valueBound(_ cell: EpsilonCell, under prices: FrontPrices? = nil) -> MilliPoints? {
        holding(cell).compactMap { $0.value(under: prices ?? self.prices, cell.mostEuros) }.min()
    }

    func isImpossible(_ cell: EpsilonCell) -> Bool { holding(cell).contains(where: \.isImpossible) }

    /// (bound − need) / max(need, 1 point) of the best plan of a cell; `nil` where none is known.
    func gap(_ cell: EpsilonCell) -> Double? {
        guard let plan = best(in: cell), let bound = needProof(cell)?.need else { return nil }
        return FrontPoint.gap(need: figures[plan].need, bound: bound)
    }
}
