import GeoModel
import Optimizer
import PlanningModel
import TestSupport
import Testing

/// One more promise on a service that has a plan, drawn until no plan is left, by brute force.
@Suite("Promises that contradict one another")
struct ContradictoryPinsTests {
    private func hasPlan(_ scenario: Scenario) -> Bool { BruteForce(scenario).solve() != nil }

    /// A scenario without a plan that has one without its last pin; `nil` where none was drawn.
    private func contradictory(_ number: Int) -> Scenario? {
        var random = TestRandom(UInt64(number) &* 104_729 &+ 17)
        var scenario = FeatureTerritory.scenario(.pins, number)
        for _ in 0..<12 {
            guard hasPlan(scenario) else { return nil }
            let before = scenario
            var pin = Pin(venue: random.pick(scenario.territory.venues).id, served: true)
            switch random.whole(0...3) {
            case 0: pin.weekdays = [random.pick(scenario.parameters.weekdays)]
            case 1: pin.half = random.pick(HalfDay.allCases)
            case 2: pin.start = Minutes(random.pick([540, 570, 840, 870]))
            default:
                pin.weekdays = [random.pick(scenario.parameters.weekdays)]
                pin.half = random.pick(HalfDay.allCases)
            }
            scenario.services[0].pins.append(pin)
            if !hasPlan(scenario) { return hasPlan(before) ? scenario : nil }
        }
        return nil
    }

    @Test("The set holds the last promise, has no plan, and has one without any of its members, by brute force")
    func irreducible() throws {
        var found = 0
        for number in 1...30 where found < 6 {
            guard let scenario = contradictory(number) else { continue }
            let finding = try ConflictFinder.find(
                scenario.services[0], in: scenario, VariantSolver(SolveLimits(seconds: 20, workers: 1)))
            guard case .conflict(let conflict) = finding else {
                Issue.record("\(scenario.name): \(finding)")
                continue
            }
            found += 1
            #expect(conflict.members.contains(.pin(scenario.services[0].pins.count - 1)), "\(scenario.name)")
            #expect(!hasPlan(conflict.core()), "\(scenario.name): \(conflict.members)")
            for member in conflict.members where !conflict.unsettled.contains(member) {
                #expect(hasPlan(conflict.core(without: member)), "\(scenario.name), without \(member)")
            }
        }
        #expect(found >= 3)
    }
}
