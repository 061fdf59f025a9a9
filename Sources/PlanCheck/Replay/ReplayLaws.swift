import GeoModel

/// From what laws a replay draws. All of them are assumptions, to be confirmed.
public struct ReplayLaws: Hashable, Sendable {
    /// A dimension of need has the share of a Dirichlet law around its own, of this concentration; `nil` for no change.
    public var concentration: Double?
    /// A drive takes `1 + amplitude × (common × D + (1 − common) × L)` of its time; D is drawn once for each date, L for each
    /// drive, both uniform from −1 to 1.
    public var amplitude: Double
    public var common: Double
    /// Each person is away on each day of rounds with this probability, whoever else is, whatever the day before.
    public var absenceRate: Double

    public init(
        concentration: Double? = WeightRobustness.concentration, amplitude: Double = 0.2, common: Double = 0.5,
        absenceRate: Double = 0.05
    ) {
        self.concentration = concentration
        self.amplitude = amplitude
        self.common = common
        self.absenceRate = absenceRate
    }
}

/// How many times, and with which numbers. Each part has numbers of its own: one does not change with the others.
public struct ReplayDraws: Hashable, Sendable {
    public var count: Int
    public var seed: UInt64

    public init(count: Int = 1000, seed: UInt64 = 1) {
        self.count = max(1, count)
        self.seed = seed
    }

    enum Part: UInt64 {
        case needs = 1
        case travel, absences
    }

    /// - Parameter turn: of a service among several.
    func seed(_ part: Part, _ turn: Int) -> UInt64 {
        var mixed = SeededGenerator(seed: seed &+ part.rawValue &* 0xD1B5_4A32_D192_ED03 &+ UInt64(turn))
        return mixed.next()
    }
}

extension RandomNumberGenerator {
    /// From 0 to below 1.
    mutating func share() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
