import Foundation

/// Gradual cover: all of it up to a first radius, none beyond a second, a straight line between.
public struct GradualCover: Hashable, Sendable {
    public var full: Double
    public var none: Double

    public init(full: Double, none: Double) {
        self.full = full
        self.none = none
    }

    /// Share of a family's access at a distance or a time in the unit of the two radii: 1 to 0.
    public func share(at distance: Double) -> Double {
        if distance <= full { return 1 }
        if distance >= none { return 0 }
        return (none - distance) / (none - full)
    }
}

/// Access of a commune to a stop: car and foot, mixed by the share of households without a car.
public struct AccessParameters: Hashable, Sendable {
    /// Minutes.
    public var car = GradualCover(full: 5, none: 20)
    /// Kilometres.
    public var foot = GradualCover(full: 1, none: 3)
    /// Households without a car, share of 1, where the commune's own is not known.
    public var carlessShare = 0.2

    public init() {}

    /// `(1 − p) f_car + p f_foot`, between 0 and 1.
    public func access(by leg: Leg) -> Double {
        (1 - carlessShare) * car.share(at: Double(leg.duration.count) / 60)
            + carlessShare * foot.share(at: leg.distance.kilometres)
    }
}

/// What visits of a stop are worth: more visits, less and less for each.
public enum FrequencyShape: CaseIterable, Hashable, Sendable, Codable {
    /// `(1 − e^(−n/2)) / (1 − e^(−2))`: 0.46, 0.73, 1 for 1, 2, 4 visits in 4 weeks.
    case exponential
    /// `√(n/4)`: 0.50, 0.71, 1.
    case squareRoot

    /// The shape a plan is tried with besides its own, since neither is established.
    public var other: FrequencyShape { self == .exponential ? .squareRoot : .exponential }

    /// Benefit of `visits` visits in 4 weeks, 0 to 1; above 4 visits no more is gained.
    public func benefit(visits: Double) -> Double {
        let n = min(visits, 4)
        return switch self {
        case .exponential: (1 - exp(-0.5 * n)) / (1 - exp(-2))
        case .squareRoot: (n / 4).squareRoot()
        }
    }
}
