import GeoModel
import Testing

/// Reference figures: numpy 2.4.6 and scipy 1.17.1, to 12 places.
@Suite("Normalisations")
struct NormalisationTests {
    private let figures = [12.5, 3.0, 7.25, 7.25, 41.0, 18.0, 3.5, 9.0, 22.0, 7.25]

    private func expect(_ found: [Double?], _ expected: [Double]) {
        #expect(found.count == expected.count)
        for (a, b) in zip(found, expected) { #expect(abs((a ?? -1) - b) < 1e-11) }
    }

    @Test("Clipped min-max is that of numpy.percentile and numpy.clip, with 5 and 95 and with others")
    func minMax() {
        expect(
            Normalisation.clippedMinMax(figures),
            [
                0.317365269461, 0, 0.137724550898, 0.137724550898, 1, 0.505560307956, 0.009409751925, 0.197604790419,
                0.642429426861, 0.137724550898,
            ])
        expect(
            Normalisation.scores(figures, .minMax, low: 0.1, high: 0.8),
            [
                0.589576547231, 0, 0.247557003257, 0.247557003257, 1, 0.947882736156, 0.00325732899, 0.361563517915, 1,
                0.247557003257,
            ])
    }

    @Test("Percentile ranks are (scipy.stats.rankdata − 1) / (n − 1), ties averaged")
    func rank() {
        expect(
            Normalisation.scores(figures, .rank),
            [6.0 / 9, 0, 3.0 / 9, 3.0 / 9, 1, 7.0 / 9, 1.0 / 9, 5.0 / 9, 8.0 / 9, 3.0 / 9])
    }

    @Test("z-scores are (clip(scipy.stats.zscore, ±2) + 2) / 4")
    func zScore() {
        expect(
            Normalisation.scores(figures, .zScore),
            [
                0.486853527885, 0.269650945119, 0.366820521619, 0.366820521619, 1, 0.612602391592, 0.281082660001,
                0.406831523708, 0.704056110652, 0.366820521619,
            ])
    }

    @Test("A constant indicator gives 0.5, an unknown figure stays unknown", arguments: NormalisationMethod.allCases)
    func edges(_ method: NormalisationMethod) {
        #expect(Normalisation.scores([0.1, 0.1, 0.1], method) == [0.5, 0.5, 0.5])
        #expect(Normalisation.scores([7], method) == [0.5])
        #expect(Normalisation.scores([nil, 1, 2], method)[0] == nil)
        #expect(Normalisation.scores([nil, nil], method) == [nil, nil])
        #expect(Normalisation.scores([], method).isEmpty)
    }

    @Test("Another unit or another origin changes no score", arguments: NormalisationMethod.allCases)
    func scale(_ method: NormalisationMethod) {
        let own = Normalisation.scores(figures, method).compactMap { $0 }
        let other = Normalisation.scores(figures.map { 1000 * $0 - 250 }, method).compactMap { $0 }
        for (a, b) in zip(own, other) { #expect(abs(a - b) < 1e-9) }
    }

    @Test("Spearman's correlation is that of scipy.stats.spearmanr; ranks share the best place")
    func spearman() throws {
        let other = [1.0, 0.2, 5.0, 4.0, 9.0, 6.5, 0.1, 2.0, 5.0, 3.0]
        #expect(abs(try #require(Ranking.spearman(figures, other)) - 0.7384930015555075) < 1e-12)
        #expect(Ranking.spearman([1, 1], [1, 2]) == nil)
        #expect(Ranking.ranks([5, 9, 5, 1]) == [2, 1, 2, 4])
    }
}
