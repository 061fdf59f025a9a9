/// How far the ranks of communes depend on the weights of the dimensions: the weights are drawn many times around
/// those chosen, and each commune is ranked anew.
///
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators, 2008; Saisana et al. 2005.
public struct WeightRobustness: Hashable, Sendable {
    /// Where a commune stands among the eligible ones, 1 for the most need.
    public struct Spread: Hashable, Sendable {
        /// With the weights chosen.
        public var rank: Int
        /// Smallest rank that at least 5 % of the draws reach, and smallest that at least 95 % do.
        public var low: Int
        public var high: Int
        /// Share of the draws in which the commune is among the first `top`.
        public var topShare: Double

        public init(rank: Int, low: Int, high: Int, topShare: Double) {
            self.rank = rank
            self.low = low
            self.high = high
            self.topShare = topShare
        }
    }

    /// Ranks by points and by intensity, in the order of the weights; `nil` for a commune that does not count.
    public var byPoints: [Spread?]
    public var byIntensity: [Spread?]
    public var draws: Int
    public var top: Int

    /// What the shapes of the draws are, per unit of weight: 20 × 0.25 for each of four equal weights.
    public static let concentration = 20.0

    /// - Parameters:
    ///   - draws: number of sets of weights, at least 1.
    ///   - top: how many communes "the first" are; `nil` for 20, or a fifth of the eligible ones where fewer.
    ///   - seed: the same seed gives the same draws.
    public init(score: NeedScore, weights: [NeedWeight], draws: Int = 1000, top: Int? = nil, seed: UInt64 = 1) {
        let eligible = weights.indices.filter { weights[$0].base > 0 }
        let draws = max(1, draws)
        let top = top ?? Self.usualTop(eligible.count)
        self.draws = draws
        self.top = top
        let dimensions = score.usedDimensions.filter { score.weights[$0] > 0 }
        let means = eligible.map { index in dimensions.map { score.intensities[index].score(of: $0) ?? 0.5 } }
        let bases = eligible.map { weights[$0].base }
        let total = score.weights.total
        let own = dimensions.map { total > 0 ? score.weights[$0] / total : 0 }
        var dirichlet = Dirichlet(shapes: own.map { $0 * Self.concentration }, seed: seed)

        var pointTally = RankTally(count: eligible.count, draws: draws)
        var intensityTally = RankTally(count: eligible.count, draws: draws)
        var intensity = Array(repeating: 0.5, count: eligible.count)
        var points = bases
        func weigh(_ drawn: [Double]) {
            let sum = drawn.reduce(0, +)
            for position in means.indices where sum > 0 {
                var value = 0.0
                for dimension in drawn.indices { value += drawn[dimension] * means[position][dimension] }
                intensity[position] = value / sum
            }
            for position in points.indices { points[position] = bases[position] * (0.5 + intensity[position]) }
        }
        weigh(own)
        let pointRanks = Ranking.ranks(points)
        let intensityRanks = Ranking.ranks(intensity)
        for _ in 0..<draws {
            weigh(dirichlet.next())
            pointTally.add(points)
            intensityTally.add(intensity)
        }
        byPoints = Array(repeating: nil, count: weights.count)
        byIntensity = byPoints
        for (position, index) in eligible.enumerated() {
            byPoints[index] = pointTally.spread(of: position, rank: pointRanks[position], top: top)
            byIntensity[index] = intensityTally.spread(of: position, rank: intensityRanks[position], top: top)
        }
    }

    /// 20, or a fifth rounded up where there are fewer than 100.
    public static func usualTop(_ eligible: Int) -> Int { min(20, (eligible + 4) / 5) }
}

/// The ranks of each commune in each draw, 4 bytes each.
private struct RankTally {
    private var ranks: [UInt32]
    private var drawn = 0
    private let draws: Int
    private var current: [Int]
    private var order: [(value: Double, index: Int)]

    init(count: Int, draws: Int) {
        self.draws = draws
        ranks = Array(repeating: 0, count: count * draws)
        current = Array(repeating: 0, count: count)
        order = (0..<count).map { (0, $0) }
    }

    mutating func add(_ values: [Double]) {
        Ranking.fill(&current, &order, values)
        for index in current.indices { ranks[index * draws + drawn] = UInt32(current[index]) }
        drawn += 1
    }

    func spread(of index: Int, rank: Int, top: Int) -> WeightRobustness.Spread {
        let own = ranks[(index * draws)..<((index + 1) * draws)].sorted()
        /// Smallest rank that at least so many percent of the draws reach.
        func quantile(_ percent: Int) -> Int { Int(own[max(0, (percent * draws + 99) / 100 - 1)]) }
        return WeightRobustness.Spread(
            rank: rank, low: quantile(5), high: quantile(95),
            topShare: Double(own.count { Int($0) <= top }) / Double(draws))
    }
}
