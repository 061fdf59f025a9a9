/// Prices of the master's rows, as pricing reads them.
package struct RoundDuals: Sendable {
    /// What an offer is worth: the negated dual of its link row.
    package var offerWorth: [Double]
    /// Price of a day by kind, folded week and minutes of work: work rows and their cuts, hours of the budget.
    package var workPrice: [[[Double]]]
    /// Price of one half-day that counts, and of one day, by block and folded week.
    package var halfDayPrice: [[Double]]
    package var dayPrice: [[Double]]
    /// Price of an evening, and of a long day, by kind and folded week.
    package var eveningPrice: [[Double]]
    package var longDayPrice: [[Double]]
    /// Price of a metre driven in a folded week.
    package var metrePrice: Double
    /// Worth of putting two segments on a day together, for pairs that a branch requires.
    package var pairWorth: [SegmentPair: Double]
    /// Constant part of the Lagrangian: rows and boxes of everything but the round columns.
    package var constant: Double
    /// Reduced cost of taking an offer into cover, at its box.
    package var coverReducedCost: [Double]
    /// As GLPK gave them, by row of the master.
    var rowDuals: [Double] = []

    package init(
        offerWorth: [Double], workPrice: [[[Double]]], halfDayPrice: [[Double]], dayPrice: [[Double]],
        eveningPrice: [[Double]]? = nil, longDayPrice: [[Double]]? = nil, metrePrice: Double = 0,
        pairWorth: [SegmentPair: Double], constant: Double, coverReducedCost: [Double]
    ) {
        self.offerWorth = offerWorth
        self.workPrice = workPrice
        self.halfDayPrice = halfDayPrice
        self.dayPrice = dayPrice
        let nothing = workPrice.map { $0.map { _ in 0.0 } }
        self.eveningPrice = eveningPrice ?? nothing
        self.longDayPrice = longDayPrice ?? nothing
        self.metrePrice = metrePrice
        self.pairWorth = pairWorth
        self.constant = constant
        self.coverReducedCost = coverReducedCost
    }
}
