/// The least benefit that a service owes, as shares of 1; `nil` where nothing is asked.
///
/// The benefit of a commune is what it is credited with over its weight. Floors are hard: a plan below one is invalid.
public struct Floors: Hashable, Sendable, Codable {
    /// In every EPCI with an eligible commune: the mean benefit of its eligible communes, weighted by their points.
    public var everyEpci: Double?
    /// The mean benefit of the fifth of families whose communes have the highest intensity, fixed before solving.
    public var highestNeed: Double?
    /// The mean benefit of the fifth of the weight that is worst off by result (CVaR).
    public var worstOff: Double?

    public init(everyEpci: Double? = nil, highestNeed: Double? = nil, worstOff: Double? = nil) {
        self.everyEpci = everyEpci
        self.highestNeed = highestNeed
        self.worstOff = worstOff
    }

    /// The part of the families, or of the weight, that the last two floors speak of.
    public static let part = 0.2

    /// A floor holds where the benefit is below it by no more than this: far above rounding, far below a thousandth.
    public static let tolerance = 1e-9
}
