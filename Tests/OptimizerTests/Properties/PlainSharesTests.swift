import GeoModel
import PlanningModel
import TestSupport
import Testing

@Suite("Floors of the brute force")
struct PlainSharesTests {
    @Test("Its fifths are those of BenefitSpread, for any credits", arguments: Feature.allCases)
    func fifths(feature: Feature) {
        for number in 1...10 {
            let scenario = FeatureTerritory.scenario(feature, number)
            let service = PlainService(scenario)
            guard !service.targets.isEmpty else { continue }
            let weights = Dictionary(
                uniqueKeysWithValues: scenario.needs(of: scenario.services[0]).weights.map { ($0.commune, $0) })
            var random = TestRandom(UInt64(number))
            let credits = service.targets.map { random.pick([0, $0.weight, random.whole(0...$0.weight)]) }
            let spread = BenefitSpread(
                zip(service.targets, credits).map { target, credit in
                    let known = weights[target.commune.code]!
                    #expect(known.points.count == target.weight)
                    return BenefitSpread.Share(
                        commune: target.commune.code, weight: Double(target.weight), volume: known.volume ?? 0,
                        intensity: known.intensity, benefit: Double(credit) / Double(target.weight))
                })
            let figures = PlainShares(service).figures(credits)
            #expect(abs(figures.worstOff - spread.worstOff()!) < 1e-9)
            #expect(abs(figures.highestNeed - spread.highestNeed()!) < 1e-9)
        }
    }
}
