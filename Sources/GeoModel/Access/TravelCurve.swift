/// Share of the weight that is within t minutes of a place, for each whole t from 0 on.
public struct TravelCurve: Hashable, Sendable {
    /// Shares of 1; the index is the minute.
    public var shares: [Double]

    /// - Parameters:
    ///   - travels: weight and seconds to the nearest place; `nil` where there is none. Weights that add up to 0 give
    ///     shares of 0.
    ///   - minutes: last minute.
    public init(_ travels: [(weight: Double, travel: Seconds?)], minutes: Int) {
        let total = travels.reduce(0) { $0 + $1.weight }
        shares = (0...max(0, minutes)).map { minute in
            let within = travels.reduce(0) { sum, entry in
                entry.travel.map { $0.count <= 60 * minute } == true ? sum + entry.weight : sum
            }
            return total > 0 ? within / total : 0
        }
    }

    /// Share within a number of minutes, at most the last of the curve.
    public func share(within minutes: Int) -> Double { shares[min(max(0, minutes), shares.count - 1)] }
}
