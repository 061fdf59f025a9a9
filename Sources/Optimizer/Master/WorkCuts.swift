/// Mixed-integer rounding cuts on the work of a week, for the whole days of one team and summed over the teams of a kind.
///
/// From `Σ t_d x_d ≤ H` with `m t_d = a_d q + r_d` and `m H = b q + s` follows
/// `Σ (a_d (q − s) + max(0, r_d − s)) x_d ≤ b (q − s)` for whole x ≥ 0, in whole numbers throughout. A coefficient depends on
/// the minutes of the day alone, so pricing stays exact. Source: Nemhauser and Wolsey, "A recursive procedure to generate
/// all cuts for 0–1 mixed integer programs", Mathematical Programming 46, 1990.
package struct WorkCut: Hashable, Sendable {
    package var kind: Int
    /// Folded week.
    package var week: Int
    /// Minutes a team may work in the week.
    package var limit: Int
    package var multiplier: Int
    package var divisor: Int

    package init(kind: Int, week: Int, limit: Int, multiplier: Int, divisor: Int) {
        self.kind = kind
        self.week = week
        self.limit = limit
        self.multiplier = multiplier
        self.divisor = divisor
    }

    private var rest: Int { multiplier * limit % divisor }

    package func coefficient(work: Int) -> Int {
        let scaled = multiplier * work
        return scaled / divisor * (divisor - rest) + max(0, scaled % divisor - rest)
    }

    /// For one team.
    package var rightHandSide: Int { multiplier * limit / divisor * (divisor - rest) }

    /// What brings the coefficients near to 1.
    var scale: Double { 1 / Double(divisor - rest) }
}

/// Days of a fractional solution of one kind of team in one week.
package struct FractionalDays {
    /// Minutes and how much of such days is taken.
    package var days: [(work: Int, share: Double)]

    package init(days: [(work: Int, share: Double)]) { self.days = days }

    /// The most violated cut for a limit of so many minutes for each of some teams.
    package func cut(kind: Int, week: Int, limit: Int, teams: Int) -> WorkCut? {
        var best: (violation: Double, cut: WorkCut)?
        for divisor in Set(days.map(\.work)).sorted() where divisor > 0 {
            for multiplier in 1...6 {
                let cut = WorkCut(kind: kind, week: week, limit: limit, multiplier: multiplier, divisor: divisor)
                let left = days.reduce(0.0) { $0 + Double(cut.coefficient(work: $1.work)) * $1.share }
                let right = Double(teams * cut.rightHandSide)
                let violation = (left - right) / max(1, right)
                if violation > Self.worthwhile, violation > best?.violation ?? 0 { best = (violation, cut) }
            }
        }
        return best?.cut
    }

    /// Cuts less violated than this, relative to their right-hand side, are not worth a row.
    static let worthwhile = 0.002
}
