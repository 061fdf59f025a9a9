import GeoModel
import PlanningModel

/// What one ε-constraint step showed.
public struct FrontStep: Sendable {
    public enum Answer: Sendable {
        /// The point whose plan reaches most need in the cell, and a proven upper bound on the need of its plans.
        case point(Int, bound: MilliPoints)
        /// Proven: no plan is within the cell.
        case impossible
        /// The time was over before a plan or a proof; no plan of the cell is above the bound.
        case undecided(bound: MilliPoints)
    }

    public var cell: EpsilonCell
    public var answer: Answer
    /// Whether what other steps had shown answered it, without a search.
    public var isInherited: Bool

    /// Upper bound on the need of the cell's plans; `nil` where there is none.
    public var bound: MilliPoints? {
        switch answer {
        case .point(_, let bound), .undecided(let bound): bound
        case .impossible: nil
        }
    }
}

/// A plan that some step chose, judged by its figures.
public struct FrontPoint: Sendable {
    /// What its place among the other plans is: a fact of plans, whatever better ones exist.
    public enum Dominance: Hashable, Sendable {
        /// No plan found is as good in all three and better in one.
        case kept
        /// Another point's plan is as good in all three and better in one.
        case dominated(by: Int)
    }

    public var plan: ServicePlan
    public var figures: FrontFigures
    /// No plan that costs as little and leaves the worst-off as much reaches more need: proven.
    public var bound: MilliPoints
    /// The cell whose proof that is: of all that hold the plan, the one that proves most.
    public var cell: EpsilonCell
    /// Upper bound on the value of that cell's plans under the front's prices.
    public var valueBound: MilliPoints
    /// Of the search that the proof is from.
    public var audit: BoundAudit?
    public var dominance: Dominance

    /// (bound − need) / max(need, 1 point).
    public var gap: Double { Self.gap(need: figures.need, bound: bound) }

    static func gap(need: MilliPoints, bound: MilliPoints) -> Double {
        Double((bound - need).count) / Double(max(need.count, 1000))
    }
}

/// The best and worst figures of each objective, as far as searches found and proved.
public struct FrontEnds: Sendable {
    /// No plan reaches more need.
    public var needBound: MilliPoints
    /// The fewest euros of a plan found, and a figure that every plan costs at least.
    public var leastEuros: Double
    public var leastEurosBound: Double
    /// The highest equity of a plan found; a floor that no plan meets, where that was proven.
    public var mostEquity: Double
    public var impossibleEquity: Double?
    /// The most euros that a plan of the front may cost.
    public var mostEuros: Double
}

/// Need, cost and equity of one service: points, each with what is proven of it, and the steps they come from.
public struct ParetoFront: Sendable {
    /// The service alone, with the prices of the front.
    public var scenario: Scenario
    /// From the most need down; those of dominated plans too.
    public var points: [FrontPoint]
    public var steps: [FrontStep]
    public var ends: FrontEnds
    public var isComplete: Bool
    let known: FrontKnowledge

    /// The least upper bound on the need of a cell's plans that the steps have proven.
    public func ceiling(_ cell: EpsilonCell) -> MilliPoints {
        min(known.needProof(cell)?.need ?? ends.needBound, ends.needBound)
    }

    /// The points that no found plan dominates, in the order of `points`.
    public var kept: [Int] { points.indices.filter { points[$0].dominance == .kept } }

    /// The plan of a point with the scenario that its proof is of.
    public func scenario(of point: FrontPoint) -> Scenario { point.cell.applied(to: scenario) }

    /// Whether a point's plan is proven to be the best of a step's cell: no plan there reaches more need.
    public func isBest(_ point: FrontPoint, in step: FrontStep) -> Bool {
        guard let bound = step.bound else { return false }
        return step.cell.admits(point.figures) && point.figures.need >= bound
    }
}
