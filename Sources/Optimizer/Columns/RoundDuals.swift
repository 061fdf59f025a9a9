/// Prices of the master's rows, as pricing reads them.
package struct RoundDuals: Sendable {
    /// What a stop at a cadence is worth: the negated dual of its link row. By stop × cadence.
    package var stopWorth: [Double]
    /// Price of a day by folded week and minutes of work: work rows and their cuts.
    package var workPrice: [[Double]]
    /// Price of one half-day, and of one day, by folded week.
    package var halfDayPrice: [Double]
    package var dayPrice: [Double]
    /// Worth of putting two stops on a day together, for pairs that a branch requires.
    package var pairWorth: [StopPair: Double]
    /// Constant part of the Lagrangian: rows and boxes of everything but the round columns.
    package var constant: Double
    /// Reduced cost of taking a stop at a cadence into cover, at its box; by stop × cadence.
    package var coverReducedCost: [Double]

    package init(
        stopWorth: [Double], workPrice: [[Double]], halfDayPrice: [Double], dayPrice: [Double],
        pairWorth: [StopPair: Double], constant: Double, coverReducedCost: [Double]
    ) {
        self.stopWorth = stopWorth
        self.workPrice = workPrice
        self.halfDayPrice = halfDayPrice
        self.dayPrice = dayPrice
        self.pairWorth = pairWorth
        self.constant = constant
        self.coverReducedCost = coverReducedCost
    }
}
