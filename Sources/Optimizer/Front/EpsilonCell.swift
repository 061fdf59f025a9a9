import GeoModel
import PlanningModel

/// The plans that an ε-constraint step chooses from: those that cost no more and leave the worst-off no less.
///
/// Of three objectives one is kept and two become limits, ε: `max need` with `euros ≤ ε₁` and `equity ≥ ε₂`. Source: Haimes,
/// Lasdon and Wismer, "On a bicriterion formulation…", IEEE Transactions on Systems, Man and Cybernetics 1, 1971.
public struct EpsilonCell: Hashable, Sendable {
    /// In 4 weeks; `nil` where there is no limit.
    public var mostEuros: Double?
    /// A share of 1; `nil` where there is no limit.
    public var leastEquity: Double?

    public init(mostEuros: Double? = nil, leastEquity: Double? = nil) {
        self.mostEuros = mostEuros
        self.leastEquity = leastEquity
    }

    /// Whether every plan of this cell is one of another's: what is proven there holds here.
    public func isWithin(_ other: Self) -> Bool {
        (other.mostEuros.map { most in mostEuros.map { $0 <= most } ?? false } ?? true)
            && (other.leastEquity.map { least in leastEquity.map { $0 >= least } ?? false } ?? true)
    }

    /// Whether a plan with these figures is one of the cell's, with the tolerances of the check.
    public func admits(_ figures: FrontFigures) -> Bool {
        (mostEuros.map { figures.euros <= $0 * (1 + Budgets.tolerance) } ?? true)
            && (leastEquity.map { figures.equity >= $0 - Floors.tolerance } ?? true)
    }

    /// The scenario of one service with these limits beside its own.
    func applied(to scenario: Scenario) -> Scenario {
        var own = scenario
        let budgets = scenario.services[0].budgets
        let floors = scenario.services[0].floors
        own.services[0].budgets.euros = [budgets.euros, mostEuros].compactMap { $0 }.min()
        own.services[0].floors.worstOff = [floors.worstOff, leastEquity].compactMap { $0 }.max()
        return own
    }
}
