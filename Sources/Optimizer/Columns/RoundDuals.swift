/// Prices of the master's rows, as pricing reads them.
struct RoundDuals: Sendable {
    /// What a stop at a cadence is worth: the negated dual of its link row. By stop × cadence.
    var stopWorth: [Double]
    /// Price of a day by folded week and minutes of work: work rows and their cuts.
    var workPrice: [[Double]]
    /// Price of one half-day, and of one day, by folded week.
    var halfDayPrice: [Double]
    var dayPrice: [Double]
    /// Worth of putting two stops on a day together, for pairs that a branch requires.
    var pairWorth: [StopPair: Double]
    /// Constant part of the Lagrangian: rows and boxes of everything but the round columns.
    var constant: Double
    /// Reduced cost of taking a stop at a cadence into cover, at its box; by stop × cadence.
    var coverReducedCost: [Double]
}
