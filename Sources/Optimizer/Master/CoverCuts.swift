import ColumnGeneration

/// Rows `θ_j ≤ g + Σ (g_e − g)⁺ y_e` that tell what a demand can gain from the stops taken.
///
/// For given y the tightest is the dual of a knapsack: fill the best gains until one unit is used; g is the gain
/// reached there. Source: Fischetti, Ljubić, Sinnl, "Redesigning Benders decomposition for large-scale facility
/// location", Management Science 63, 2017.
package struct CoverCut: Hashable, Sendable {
    package var demand: Int
    /// Thousandths of a point.
    package var threshold: Int
    /// Gains above the threshold, less the threshold; by offer.
    package var terms: [(offer: Int, points: Int)]

    package static func == (a: Self, b: Self) -> Bool { a.demand == b.demand && a.threshold == b.threshold }
    package func hash(into hasher: inout Hasher) {
        hasher.combine(demand)
        hasher.combine(threshold)
    }
}

extension RoundsProblem {
    /// The cut most violated by `cover` (by offer) at `theta` points, if any is.
    package func coverCut(demand index: Int, cover: [Double], theta: Double) -> CoverCut? {
        let demand = demands[index]
        var filled = 0.0
        var value = 0.0
        var threshold = 0
        for gain in demand.gains {
            let share = cover[gain.offer]
            guard share > 0 else { continue }
            if filled + share >= 1 {
                value += (1 - filled) * Double(gain.points)
                threshold = gain.points
                filled = 1
                break
            }
            filled += share
            value += share * Double(gain.points)
        }
        guard theta - value / 1000 > Tolerance.violation else { return nil }
        return CoverCut(
            demand: index, threshold: threshold,
            terms: demand.gains.prefix { $0.points > threshold }.map { ($0.offer, $0.points - threshold) })
    }
}
