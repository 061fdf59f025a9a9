import GeoModel
import PlanningModel
import TestSupport

/// Small territories that have no plan, by brute force: cases of every feature with one or two demands made harder.
enum ImpossibleTerritory {
    static func scenario(_ number: Int, seed: UInt64 = 1) -> Scenario {
        var random = TestRandom(seed &* 1_000_003 &+ UInt64(number) &* 7919)
        let features = Feature.allCases
        while true {
            var scenario = FeatureTerritory.scenario(features[number % features.count], random.whole(1...10_000))
            for _ in 0..<random.whole(0...2) { tighten(&scenario, &random) }
            scenario.name = "impossible \(number) (\(scenario.name))"
            let plain = PlainService(scenario)
            guard !plain.venues.isEmpty, !plain.targets.isEmpty, BruteForce(scenario).solve() == nil else { continue }
            return scenario
        }
    }

    private static func tighten(_ scenario: inout Scenario, _ random: inout TestRandom) {
        switch random.whole(0...6) {
        case 0: scenario.parameters.minimumHalfDays = min(10, scenario.parameters.minimumHalfDays + random.whole(1...3))
        case 1: scenario.parameters.referenceWeek = Minutes(random.whole(200...500))
        case 2: scenario.services[0].floors.everyEpci = Double(random.whole(30...90)) / 100
        case 3: scenario.services[0].floors.worstOff = Double(random.whole(10...80)) / 100
        case 4:
            scenario.services[0].budgets.kilometres = Double(random.whole(5...120))
            scenario.parameters.minimumHalfDays = max(1, scenario.parameters.minimumHalfDays)
        case 5:
            let venue = random.pick(scenario.territory.venues)
            scenario.services[0].pins.append(
                Pin(venue: venue.id, served: true, weekdays: [random.pick(scenario.parameters.weekdays)]))
        default:
            let venue = random.pick(scenario.territory.venues)
            scenario.services[0].pins.append(
                Pin(commune: venue.commune, served: true, half: random.pick(HalfDay.allCases)))
            scenario.parameters.dailyWork = Minutes(random.whole(300...480))
        }
    }
}
