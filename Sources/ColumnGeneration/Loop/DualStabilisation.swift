/// In-out smoothing of the duals: pricing looks between the master's duals and those of the best bound so far.
///
/// Wentges, International Transactions in Operational Research 4, 1997; Pessoa, Sadykov, Uchoa, Vanderbeck, INFORMS Journal
/// on Computing 30, 2018, for the weight that is lowered when pricing misses.
package struct DualStabilisation<Duals> {
    package var centre: Duals?
    package let weight: Double
    /// Misses in a row at the present duals of the master.
    package var misses = 0

    @inlinable
    package init(weight: Double) { self.weight = weight }

    /// Duals that gave a better bound.
    @inlinable
    package mutating func move(to duals: Duals) { centre = duals }

    /// Pricing at smoothed duals found nothing that improves the master.
    @inlinable
    package mutating func miss() { misses += 1 }
    @inlinable
    package mutating func hit() { misses = 0 }

    /// Where to price, and whether that is not at the master's own duals.
    @inlinable
    package func point(
        _ duals: Duals, mixed: (Duals, Duals, Double) -> Duals?
    ) -> (duals: Duals, isSmoothed: Bool) {
        let share = misses == 0 ? weight : misses == 1 ? weight / 3 : 0
        guard share > 0, let centre, let between = mixed(duals, centre, share) else { return (duals, false) }
        return (between, true)
    }
}
