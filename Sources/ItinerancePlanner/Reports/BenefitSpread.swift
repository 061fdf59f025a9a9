/// How the benefit of a plan is spread over the communes: who gets little, and how unequal it is.
package struct BenefitSpread: Sendable {
    /// One commune that counts: its weight and volume of need, its intensity, and its benefit from 0 to 1.
    package struct Share: Sendable {
        package var commune: String
        package var weight: Double
        package var volume: Double
        package var intensity: Double
        package var benefit: Double

        package init(commune: String, weight: Double, volume: Double, intensity: Double, benefit: Double) {
            self.commune = commune
            self.weight = weight
            self.volume = volume
            self.intensity = intensity
            self.benefit = benefit
        }
    }

    private let shares: [Share]

    package init(_ shares: [Share]) { self.shares = shares }

    /// Mean benefit of the part of the weight that is worst off (CVaR); the last commune is taken in part.
    package func worstOff(part: Double = 0.2) -> Double? {
        let sorted = shares.sorted { ($0.benefit, $0.commune) < ($1.benefit, $1.commune) }
        return Self.mean(sorted.map { ($0.weight, $0.benefit) }, part: part)
    }

    /// Mean benefit of the part of the families whose communes have the highest intensity of need.
    package func highestNeed(part: Double = 0.2) -> Double? {
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
    package var gini: Double? {
        let total = shares.reduce(0) { $0 + $1.volume }
        let mean = shares.reduce(0) { $0 + $1.volume * $1.benefit }
        guard total > 0, mean > 0 else { return nil }
        // Twice the area between the diagonal and the Lorenz curve, by trapezoids.
        var before = 0.0
        var area = 0.0
        for share in shares.sorted(by: { $0.benefit < $1.benefit }) {
            let after = before + share.volume * share.benefit / mean
            area += share.volume / total * (before + after)
            before = after
        }
        return 1 - area
    }
}
