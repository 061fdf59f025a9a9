import PlanningModel
import TestSupport
import Testing

@Suite("Every plan of small territories, the whole contract", .enabled(if: FullProblem.isSolved))
struct FeatureTests {
    @Test(
        "A proven optimum equals brute force over all plans, no bound is ever below it, and it passes the check",
        arguments: Feature.allCases, 1...20)
    func optimum(feature: Feature, number: Int) {
        Contest.hold(FeatureTerritory.scenario(feature, number))
    }
}

@Suite(
    "Every plan of small territories, the whole contract, Long",
    .enabled(if: FullProblem.isSolved && LongRun.isWanted))
struct FeatureLongTests {
    @Test("Long: a proven optimum equals brute force on 200 more territories a feature", arguments: Feature.allCases)
    func optimum(feature: Feature) {
        for number in 0..<200 { Contest.hold(FeatureTerritory.scenario(feature, Int(LongRun.seed) * 1000 + number)) }
    }
}

@Suite("Cases of the whole contract")
struct FeatureShareTests {
    @Test("Most cases have a plan, and the feature often decides which is best", arguments: Feature.allCases)
    func shares(feature: Feature) {
        var (feasible, binding) = (0, 0)
        let count = 40
        for number in 1...count {
            let scenario = FeatureTerritory.scenario(feature, number)
            let value = BruteForce(scenario).solve()
            if value != nil { feasible += 1 }
            if value != BruteForce(FeatureTerritory.without(feature, scenario)).solve() { binding += 1 }
        }
        print("\(feature.rawValue): of \(count) cases \(feasible) have a plan, in \(binding) the feature decides")
        #expect(10 * feasible >= 6 * count)
        #expect(10 * binding >= 3 * count)
    }
}
