import GeoModel
import RoundPlan

/// What the steps so far have shown: plans, each good for every cell that holds it, and proofs, each good for every cell within
/// its own. All that is inherited from one step by another goes through here.
struct FrontKnowledge {
    /// The service alone, with the prices of the front.
    let scenario: Scenario
    let prices: FrontPrices
    private(set) var plans: [ServicePlan] = []
    private(set) var figures: [FrontFigures] = []
    private(set) var proofs: [Proof] = []

    /// What is proven of all plans of a cell.
    struct Proof {
        var cell: EpsilonCell
        /// The cell has no plan at all.
        var isImpossible = false
        /// What no plan reaches more need than; `nil` where the proof says nothing of it.
        var need: MilliPoints?
        /// What no plan is worth more than, its need less the tie-break.
        var value: MilliPoints?
        var audit: BoundAudit?
    }

    init(_ scenario: Scenario, _ prices: FrontPrices) {
        self.scenario = prices.applied(to: scenario)
        self.prices = prices
    }

    /// A plan found under any prices, valued under the front's. Returns its place among the plans.
    mutating func learn(_ plan: ServicePlan) -> Int {
        let known = Plan(rounds: [plan.id: plan.days], scenario: scenario, fingerprint: "", sources: []).services[0]
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

    /// Proofs that speak of all plans of a cell.
    private func holding(_ cell: EpsilonCell) -> [Proof] { proofs.filter { cell.isWithin($0.cell) } }

    /// The strongest of some proofs of need; of equal ones the first.
    private static func strongest(_ proofs: [Proof]) -> Proof? {
        proofs.filter { $0.need != nil }.min { ($0.need ?? .zero) < ($1.need ?? .zero) }
    }

    /// What is proven of the need of a cell's plans.
    func needProof(_ cell: EpsilonCell) -> Proof? { Self.strongest(holding(cell)) }

    /// What is proven of the need of all plans that are as cheap and as fair as one.
    func needProof(_ figures: FrontFigures) -> Proof? { Self.strongest(proofs.filter { $0.cell.admits(figures) }) }

    /// What no plan of a cell is worth more than, under the front's prices: costs are never negative.
    func valueBound(_ cell: EpsilonCell) -> MilliPoints? {
        holding(cell).flatMap { [$0.value, $0.need].compactMap { $0 } }.min()
    }

    func isImpossible(_ cell: EpsilonCell) -> Bool { holding(cell).contains(where: \.isImpossible) }

    /// (bound − need) / max(need, 1 point) of the best plan of a cell; `nil` where none is known.
    func gap(_ cell: EpsilonCell) -> Double? {
        guard let plan = best(in: cell), let bound = needProof(cell)?.need else { return nil }
        return FrontPoint.gap(need: figures[plan].need, bound: bound)
    }
}
