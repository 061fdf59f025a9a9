import GeoModel
import PlanningModel

/// What one plan of one service is by the three objectives of a front, in 4 weeks.
public struct FrontFigures: Hashable, Sendable {
    /// Points of need reached: as much as possible.
    public var need: MilliPoints
    /// The costs that the plan counts (`Budgets.euros`): as little as possible.
    public var euros: Double
    /// Mean benefit of the fifth of the weight that is worst off (`Floors.worstOff`): as much as possible.
    public var equity: Double

    public init(need: MilliPoints, euros: Double, equity: Double) {
        self.need = need
        self.euros = euros
        self.equity = equity
    }

    public init(_ plan: ServicePlan, in scenario: Scenario) {
        need = plan.needReached
        euros = PlanFigures(plan, in: scenario).euros
        let credits = Dictionary(
            plan.credits.map { ($0.commune, $0.points.count) }, uniquingKeysWith: { first, _ in first })
        let spread = BenefitSpread(
            plan.needs.map { need in
                BenefitSpread.Share(
                    commune: need.commune, weight: need.points.points, volume: need.volume, intensity: need.intensity,
                    benefit: Double(credits[need.commune] ?? 0) / Double(need.points.count))
            })
        equity = spread.worstOff(part: Floors.part) ?? 0
    }

    /// As good in all three, and better in one: Pareto dominance. Euros and benefits that differ by rounding are the same.
    public func dominates(_ other: Self) -> Bool {
        isAsGood(as: other) && !other.isAsGood(as: self)
    }

    /// In all three no worse than another.
    public func isAsGood(as other: Self) -> Bool {
        need >= other.need && EpsilonCell(mostEuros: other.euros, leastEquity: other.equity).admits(self)
    }
}
