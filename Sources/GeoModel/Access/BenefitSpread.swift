/// How the benefit of a plan is spread over the communes: who gets little, and how unequal it is.
public struct BenefitSpread: Sendable {
    /// One commune that counts: its weight and volume of need, its intensity, and its benefit from 0 to 1.
    public struct Share: Sendable {
        public var commune: String
        public var weight: Double
        public var volume: Double
        public var intensity: Double
        public var benefit: Double

        public init(commune: String, weight: Double, volume: Double, intensity: Double, benefit: Double) {
            self.commune = commune
            self.weight = weight
            self.volume = volume
            self.intensity = intensity
            self.benefit = benefit
        }
    }

    private let shares: [Share]

    public init(_ shares: [Share]) { self.shares = shares }

    /// Mean benefit of the part of the weight that is worst off (CVaR); the last commune is taken in part.
    public func worstOff(part: Double = 0.2) -> Double? {
        let sorted = shares.sorted { ($0.benefit, $0.commune) < ($1.benefit, $1.commune) }
        return Self.mean(sorted.map { ($0.weight, $0.benefit) }, part: part)
    }

    /// Mean benefit of the part of the families whose communes have the highest intensity of need.
    public func highestNeed(part: Double = 0.2) -> Double? {
        let sorted = shares.sorted { ($1.intensity, $0.commune) < ($0.intensity, $1.commune) }
        return Self.mean(sorted.map { ($0.volume, $0.benefit) }, part: part)
    }

    private static func mean(_ pairs: [(size: Double, benefit: Double)], part: Double) -> Double? {
        let target = part * pairs.reduce(0) { $0 + $1.size }
        guard target > 0 else { return nil }
        var left = target
        var sum = 0.0
        for pair in pairs where left > 0 {
            let taken = min(left, pair.size)
            sum += taken * pair.benefit
            left -= taken
        }
        return sum / target
    }

    /// Gini index of the benefit, each commune counted by its volume of need: 0 where all get the same.
    ///
    /// Source: A. Delbosc and G. Currie, "Using Lorenz curves to assess public transport equity", 2011.
    public var gini: Double? {
        // Twice the area between the diagonal and the Lorenz curve, by trapezoids.
        lorenz.map { points in
            1
                - zip(points, points.dropFirst()).reduce(0) {
                    $0 + ($1.1.volume - $1.0.volume) * ($1.0.benefit + $1.1.benefit)
                }
        }
    }

    /// A point of the Lorenz curve, both shares of 1.
    public struct LorenzPoint: Hashable, Sendable {
        /// Share of the volume that is served worst.
        public var volume: Double
        /// Share of all benefit that goes to it.
        public var benefit: Double

        public init(volume: Double, benefit: Double) {
            self.volume = volume
            self.benefit = benefit
        }
    }

    /// The Lorenz curve from (0, 0) to (1, 1), communes from the worst served on; `nil` where nobody gets anything.
    public var lorenz: [LorenzPoint]? {
        let volume = shares.reduce(0) { $0 + $1.volume }
        let benefit = shares.reduce(0) { $0 + $1.volume * $1.benefit }
        guard volume > 0, benefit > 0 else { return nil }
        var points = [LorenzPoint(volume: 0, benefit: 0)]
        var sums = LorenzPoint(volume: 0, benefit: 0)
        for share in shares.sorted(by: { ($0.benefit, $0.commune) < ($1.benefit, $1.commune) }) where share.volume > 0 {
            sums.volume += share.volume
            sums.benefit += share.volume * share.benefit
            points.append(LorenzPoint(volume: sums.volume / volume, benefit: sums.benefit / benefit))
        }
        return points
    }
}
