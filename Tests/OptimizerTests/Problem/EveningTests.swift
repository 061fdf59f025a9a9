import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import Testing

/// Venues that are free in the evening only are planned as far as R28 goes, and no further.
@Suite("Evenings are counted by week, never forbidden altogether")
struct EveningTests {
    /// Five days a week, and as many venues that open in the evening only.
    private func scenario(evenings: Int, from evening: Int = 20 * 60) -> Scenario {
        var scenario = FeatureTerritory.without(.pins, FeatureTerritory.scenario(.pins, 3))
        scenario.parameters = Parameters()
        scenario.parameters.cycleWeeks = 2
        scenario.parameters.minimumHalfDays = 0
        scenario.parameters.pricePerEuro = 0
        scenario.parameters.windowEnd = Minutes(22 * 60)
        scenario.parameters.eveningsMaximum = evenings
        scenario.parameters.eveningFrom = Minutes(evening)
        scenario.parameters.longDaysMaximum = Parameters.everyDay
        scenario.territory.venueFacts = scenario.territory.venues.map {
            VenueFacts(venue: $0.id, openingHours: "Mo-Fr 17:30-21:30")
        }
        return scenario
    }

    private func solved(_ scenario: Scenario) throws -> (plan: ServicePlan, check: PlanCheck) {
        let solution = try RoundsSolver.solve(scenario, limits: SolveLimits(gap: 0, seconds: 60, seed: 1, workers: 1))
        let plan = Plan(
            services: solution.services, stop: solution.stop, seed: 1, scenario: scenario, fingerprint: "", sources: [])
        return (solution.services[0], PlanCheck(plan))
    }

    private func evenings(_ plan: ServicePlan, inWeek week: Int, _ scenario: Scenario) -> Int {
        plan.days.count { $0.week == week && $0.arrival > scenario.parameters.eveningFrom }
    }

    @Test("So many evenings a week are used as the rule allows, and each more is worth something", arguments: 0...3)
    func allowed(most: Int) throws {
        let scenario = scenario(evenings: most)
        let (plan, check) = try solved(scenario)
        #expect(check.isValid)
        #expect(plan.bound == plan.value)
        let found = (1...2).map { evenings(plan, inWeek: $0, scenario) }
        #expect(found.allSatisfy { $0 <= most })
        #expect(found.max() == min(most, scenario.territory.venues.count))
        guard most > 0 else { return }
        #expect(plan.value > (try solved(self.scenario(evenings: most - 1)).plan.value))
    }

    @Test("A day that ends at the very minute is no evening")
    func threshold() throws {
        let (plan, _) = try solved(scenario(evenings: 1))
        let last = try #require(plan.days.map(\.arrival).max())
        let at = try solved(scenario(evenings: 0, from: last.count))
        #expect(at.plan.days.contains { $0.arrival == last })
        #expect(at.check.isValid)
    }
}
