import GeoModel
import PlanningModel

/// What two proofs say of the best plans of two scenarios, whose values lie in two ranges on one scale.
public enum ValueComparison: CaseIterable, Hashable, Sendable, Codable {
    /// Every value of the second range is above every value of the first.
    case secondIsBetter
    case firstIsBetter
    /// Both are known exactly, and alike.
    case equal
    /// The ranges meet: the gaps would have to be smaller.
    case undecided

    public init(of second: ValueRange, beside first: ValueRange) {
        self =
            if second.least > first.most { .secondIsBetter } else if first.least > second.most {
                .firstIsBetter
            } else if first.isExact, second.isExact { .equal } else { .undecided }
    }
}

extension ValueRange {
    /// Where the best plan of a service may lie: no worse than the plan at hand, no better than its bound.
    public init(_ plan: ServicePlan) { self.init(least: plan.value, most: plan.bound) }

    /// The same with as much more on both sides.
    public func widened(by margin: MilliPoints) -> Self { Self(least: least - margin, most: most + margin) }

    public static func + (a: Self, b: Self) -> Self { Self(least: a.least + b.least, most: a.most + b.most) }
}
