import GeoModel
import PlanningModel

/// One solve of a cell: the most need under its limits, beginning with what is known.
struct EpsilonStep: Sendable {
    let cell: EpsilonCell
    let prices: FrontPrices
    private let scenario: Scenario
    private let start: ServicePlan?
    /// Upper bound known on the value of the cell's plans.
    private let ceiling: MilliPoints?
    private let gap: Double

    /// What the search of a step found.
    enum Found: Sendable {
        case plan(ServicePlan, FrontKnowledge.Proof)
        case impossible
        case undecided
    }

    /// - Parameters:
    ///   - gap: of need, a finite fraction.
    ///   - prices: other ones than those of the front.
    init(_ cell: EpsilonCell, _ known: FrontKnowledge, gap: Double, prices other: FrontPrices? = nil) {
        let prices = other ?? known.prices
        self.cell = cell
        self.prices = prices
        scenario = cell.applied(to: prices.applied(to: known.scenario))
        ceiling = known.valueBound(cell, under: prices)
        let own = known.best(in: cell, under: prices)
        let any = known.figures.indices.max { known.figures[$0].need < known.figures[$1].need }
        start = (own ?? any).map { known.plans[$0] }
        // What the prices may hide within a limit of euros is part of the gap of need.
        let hidden = cell.mostEuros.flatMap { prices.most(of: $0) } ?? .zero
        let reached = own.map { known.figures[$0].need.points } ?? 0.5 * (ceiling?.points ?? 1)
        self.gap = max(0, gap - hidden.points / max(1, reached))
    }

    func solve(_ limits: SolveLimits, stop: StopFlag) throws -> Found {
        guard !stop.isRaised else { return .undecided }
        var limits = limits
        limits.gap = gap
        limits.ceiling = ceiling
        let plan: ServicePlan
        do {
            plan = try RoundsSolver.solve(scenario, limits: limits, start: start.map { [$0] } ?? [], stop: stop)
                .services[0]
        } catch SolveFailure.refused(.openingOutOfReach), SolveFailure.infeasible {
            return .impossible
        } catch SolveFailure.noPlan {
            return .undecided
        }
        return .plan(
            plan, FrontKnowledge.Proof(cell: cell, prices: prices, value: plan.bound, audit: plan.audit))
    }
}
