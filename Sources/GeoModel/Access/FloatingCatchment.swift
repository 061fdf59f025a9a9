/// A ring of travel time around a place, and what it counts for.
public struct CatchmentZone: Hashable, Sendable {
    /// Minutes, included.
    public var upTo: Double
    public var weight: Double

    public init(upTo: Double, weight: Double) {
        self.upTo = upTo
        self.weight = weight
    }

    /// 0–10, 10–20 and 20–30 minutes, weighing 1, 0.68 and 0.22: the slower of the two decays of Luo & Qi (2009). That
    /// they fit families of the Nord is to be confirmed.
    public static let luoQi = [
        CatchmentZone(upTo: 10, weight: 1), CatchmentZone(upTo: 20, weight: 0.68),
        CatchmentZone(upTo: 30, weight: 0.22),
    ]
}

/// Enhanced two-step floating catchment areas: what is on offer for each unit of demand, by commune.
///
/// Step 1 divides the supply of a place by the demand that turns to it; step 2 gives each commune the offer of the
/// places it turns to. With the weights of the zones taken as they are, a commune near three places would count as
/// demand three times, and get three times the offer. So each commune's weights are standardised to add up to 1, after
/// Páez et al.: it shares itself out among its places. We use the same weights in step 2, so that demand × offer adds
/// up to the supply; they standardise step 2 by place instead, and their offer is not in units per head.
///
/// Sources: W. Luo and Y. Qi, "An enhanced two-step floating catchment area (E2SFCA) method", Health & Place, 2009;
/// A. Páez, C. Higgins and S. Vivona, "Demand and level of service inflation in floating catchment area (FCA) methods",
/// PLoS ONE, 2019.
public struct FloatingCatchment: Hashable, Sendable {
    /// Supply for each unit of demand, in the order of the communes; 0 beyond the last zone.
    public var offers: [Double]
    /// Supply of places to which no demand turns: it is lost.
    public var unusedSupply: Double

    /// - Parameters:
    ///   - demand: weight of each commune.
    ///   - supply: of each place, hours or places.
    ///   - minutes: travel times of each commune to places, by place.
    ///   - zones: in the order of their minutes; beyond the last, nothing counts.
    public init(demand: [Double], supply: [Double], minutes: [[(place: Int, minutes: Double)]], zones: [CatchmentZone])
    {
        let shares = minutes.map { row in
            let weighted = row.compactMap { entry -> (place: Int, weight: Double)? in
                zones.first { entry.minutes <= $0.upTo }.map { (entry.place, $0.weight) }
            }
            let total = weighted.reduce(0) { $0 + $1.weight }
            return total > 0 ? weighted.map { (place: $0.place, share: $0.weight / total) } : []
        }
        var turning = [Double](repeating: 0, count: supply.count)
        for (weight, row) in zip(demand, shares) { for entry in row { turning[entry.place] += weight * entry.share } }
        offers = shares.map { row in
            row.reduce(0) { $0 + (turning[$1.place] > 0 ? $1.share * supply[$1.place] / turning[$1.place] : 0) }
        }
        unusedSupply = zip(supply, turning).reduce(0) { $1.1 > 0 ? $0 : $0 + $1.0 }
    }
}
