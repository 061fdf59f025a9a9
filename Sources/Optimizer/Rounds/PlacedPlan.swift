/// A plan of one service as rounds: the columns it is made of, and where and when each is driven.
struct PlacedPlan: Sendable {
    var columns: [RoundColumn]
    var rounds: [PlacedRound]
    /// Thousandths of a point.
    var value: Int
}
