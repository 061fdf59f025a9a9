import GeoModel
import Testing

@Suite("Draws of the weights")
struct WeightRobustnessTests {
    @Test("Shares of Dirichlet(5, 5, 5, 5) have the moments and quantiles of scipy.stats.beta(5, 15)")
    func dirichlet() {
        var draws = Dirichlet(shapes: [5, 5, 5, 5], seed: 3)
        let all = (0..<40_000).map { _ in draws.next() }
        for share in 0..<4 {
            let values = all.map { $0[share] }.sorted()
            let mean = values.reduce(0, +) / 40_000
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 40_000
            // Four standard errors: 4 × √(0.008929 / 40 000).
            #expect(abs(mean - 0.25) < 0.0019)
            #expect(abs(variance - 0.00892857) < 0.0004)
            #expect(abs(values[2000] - 0.10990637) < 0.004)
            #expect(abs(values[38_000] - 0.41912023) < 0.005)
        }
        #expect(all.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 && $0.allSatisfy { $0 >= 0 } })
    }

    @Test("Shapes below 1 and shapes of 0")
    func smallShapes() {
        // scipy.stats.beta(0.5, 1.5): mean 0.25, variance 0.0625.
        var draws = Dirichlet(shapes: [0.5, 0, 1.5], seed: 11)
        let all = (0..<40_000).map { _ in draws.next() }
        let mean = all.reduce(0) { $0 + $1[0] } / 40_000
        let variance = all.reduce(0) { $0 + ($1[0] - mean) * ($1[0] - mean) } / 40_000
        #expect(abs(mean - 0.25) < 0.005)
        #expect(abs(variance - 0.0625) < 0.002)
        #expect(all.allSatisfy { $0[1] == 0 })
    }

    /// Communes that stand differently in two dimensions.
    private func communes(_ count: Int = 40) -> [Commune] {
        (0..<count).map { index in
            NeedFixture.commune(
                "59\(100 + index)", poverty: Double((index * 17) % 41), households: 50 + (index * 29) % 97,
                [.carless: Double((index * 23) % 37), .noMobileNetwork: Double((index * 11) % 31)])
        }
    }

    private func robustness(
        _ communes: [Commune], scale: Double = 1, draws: Int = 500, top: Int? = 8, seed: UInt64 = 1
    ) -> WeightRobustness {
        var parameters = NeedParameters()
        parameters.dimensions = DimensionWeights(
            Dictionary(uniqueKeysWithValues: NeedDimension.allCases.map { ($0, 0.25 * scale) }))
        let score = NeedFixture.score(communes, parameters)
        return WeightRobustness(
            score: score, weights: NeedFixture.weights(communes, score, parameters).weights, draws: draws, top: top,
            seed: seed)
    }

    @Test("The same seed gives the same intervals, another seed others")
    func determinism() {
        let own = communes()
        #expect(robustness(own) == robustness(own))
        #expect(robustness(own).byPoints != robustness(own, seed: 2).byPoints)
    }

    @Test("The order of the communes changes nothing")
    func permutation() {
        let own = communes()
        let turned = Array(own.reversed())
        let a = Dictionary(uniqueKeysWithValues: zip(own.map(\.code), robustness(own).byPoints))
        let b = Dictionary(uniqueKeysWithValues: zip(turned.map(\.code), robustness(turned).byPoints))
        #expect(a == b)
    }

    @Test("Weights four times as large are the same weights")
    func scale() {
        let own = communes()
        #expect(robustness(own) == robustness(own, scale: 4))
    }

    @Test("Ranks lie between 1 and n, the interval is in order, and the first places are shared out exactly")
    func bounds() {
        let result = robustness(communes())
        let spreads = result.byPoints.compactMap { $0 }
        #expect(spreads.count == 40)
        for spread in spreads {
            #expect(1 <= spread.low && spread.low <= spread.high && spread.high <= 40)
            #expect((0...1).contains(spread.topShare))
            if spread.high <= 8 { #expect(spread.topShare >= 0.95) }
            if spread.low > 8 { #expect(spread.topShare <= 0.05) }
        }
        // No two communes are alike, so each draw has exactly eight among the first eight.
        #expect(abs(spreads.reduce(0) { $0 + $1.topShare } - 8) < 1e-9)
        #expect(Set(spreads.map(\.rank)).count == 40)
        #expect(spreads.contains { $0.high > $0.low })
    }

    @Test("With one dimension the weights change nothing; a commune that does not count has no rank")
    func oneDimension() {
        var own = (0..<10).map {
            NeedFixture.commune("\($0)", poverty: Double($0 * $0), population: 100, households: 100)
        }
        own.append(NeedFixture.commune("z", poverty: 3, population: 900))
        var parameters = NeedFixture.plain
        parameters.dimensions = DimensionWeights([.familyFragility: 1])
        let score = NeedFixture.score(own, parameters)
        let result = WeightRobustness(
            score: score, weights: NeedFixture.weights(own, score, parameters).weights, draws: 50)
        #expect(result.byPoints.last == .some(nil))
        #expect(result.byPoints.compactMap { $0 }.allSatisfy { $0.low == $0.rank && $0.high == $0.rank })
        #expect(result.top == 2)
        #expect(result.byPoints[9]?.rank == 1 && result.byPoints[9]?.topShare == 1)
    }

    @Test("A commune worse off in every dimension is ahead in every draw")
    func dominance() {
        let own = [
            NeedFixture.commune("1", poverty: 30, [.carless: 30, .noMobileNetwork: 30]),
            NeedFixture.commune("2", poverty: 20, [.carless: 1, .noMobileNetwork: 29]),
            NeedFixture.commune("3", poverty: 10, [.carless: 20, .noMobileNetwork: 5]),
        ]
        let result = robustness(own, top: 1)
        #expect(result.byPoints[0] == WeightRobustness.Spread(rank: 1, low: 1, high: 1, topShare: 1))
        #expect(result.byIntensity[0] == WeightRobustness.Spread(rank: 1, low: 1, high: 1, topShare: 1))
    }
}
