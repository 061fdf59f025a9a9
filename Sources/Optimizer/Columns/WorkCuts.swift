/// Rounding cuts on the work of a week: from `Σ t_d x_d ≤ H` follows `Σ ⌊m·t_d/q⌋ x_d ≤ ⌊m·H/q⌋` for whole days.
///
/// A coefficient depends on the minutes of the day alone, so pricing stays exact. Source: Chvátal–Gomory rounding.
package struct WorkCut: Hashable, Sendable {
    /// Folded week.
    package var week: Int
    package var multiplier: Int
    package var divisor: Int

    package func coefficient(work: Int) -> Int { multiplier * work / divisor }
}

/// Days of a fractional solution in one week.
package struct FractionalDays {
    /// Minutes and how much of such days is taken.
    package var days: [(work: Int, share: Double)]

    package init(days: [(work: Int, share: Double)]) { self.days = days }

    /// The most violated cut for a limit of `hours` minutes.
    package func cut(week: Int, limit: Int) -> WorkCut? {
        var best: (violation: Double, cut: WorkCut)?
        for divisor in Set(days.map(\.work)).sorted() where divisor > 0 {
            for multiplier in 1...6 {
                let cut = WorkCut(week: week, multiplier: multiplier, divisor: divisor)
                let left = days.reduce(0.0) { $0 + Double(cut.coefficient(work: $1.work)) * $1.share }
                let right = Double(cut.coefficient(work: limit))
                let violation = (left - right) / max(1, right)
                if violation > Self.worthwhile, violation > best?.violation ?? 0 { best = (violation, cut) }
            }
        }
        return best?.cut
    }

    /// Cuts less violated than this, relative to their right-hand side, are not worth a row.
    static let worthwhile = 0.01
}
