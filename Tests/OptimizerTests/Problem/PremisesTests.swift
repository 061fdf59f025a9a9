import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import Testing

/// What is known to be wrong with premises rules a stop out, for the vans that do not make up for it (R04, R05, R34).
@Suite("Premises and drivers decide where a van may stop")
struct PremisesTests {
    private func best(_ scenario: Scenario) throws -> (value: Int, check: PlanCheck)? {
        do {
            let solution = try RoundsSolver.solve(
                scenario, limits: SolveLimits(gap: 0, seconds: 60, seed: 3, workers: 1))
            let plan = Plan(
                services: solution.services, stop: solution.stop, seed: 3, scenario: scenario, fingerprint: "",
                sources: [])
            return (solution.services[0].value.count, PlanCheck(plan))
        } catch SolveFailure.infeasible, SolveFailure.refused {
            return nil
        }
    }

    @Test("A venue without access is as if excluded: the optimum is brute force's of that", arguments: 1...24)
    func inaccessible(_ number: Int) throws {
        var scenario = FeatureTerritory.without(.pins, FeatureTerritory.scenario(.pins, number))
        let venue = try #require(scenario.territory.venues.first).id
        var excluded = scenario
        excluded.services[0].pins = [Pin(venue: venue, served: false)]
        scenario.territory.venueFacts = [VenueFacts(venue: venue, accessible: .absent)]
        let solved = try best(scenario)
        #expect(solved?.value == BruteForce(excluded).solve())
        #expect(solved?.check.isValid ?? true)
    }

    @Test("Where one of two vans makes up for what a venue lacks, that van alone may stop there", arguments: 1...24)
    func vanMakesUp(_ number: Int) throws {
        var scenario = FeatureTerritory.scenario(.twoTeams, number)
        let venue = try #require(scenario.territory.venues.first).id
        let vans = scenario.services[0].teams.map(\.van)
        var pinned = scenario
        pinned.services[0].pins = [Pin(venue: venue, van: vans[1])]
        scenario.territory.venueFacts = [VenueFacts(venue: venue, confidentialSpace: .absent)]
        scenario.vans = [
            Van(id: vans[0], name: vans[0], confidentialSpace: .absent),
            Van(id: vans[1], name: vans[1], confidentialSpace: .present),
        ]
        let solved = try best(scenario)
        #expect(solved?.value == BruteForce(pinned).solve())
        #expect(solved?.check.isValid ?? true)
    }

    @Test("No visit on a date without a permit, where permits are known", arguments: 1...12)
    func permits(_ number: Int) throws {
        var scenario = FeatureTerritory.without(.pins, FeatureTerritory.scenario(.pins, number))
        let before = try best(scenario)
        let last = scenario.firstMonday.adding(days: 6)
        scenario.territory.permits = scenario.territory.venues.map {
            ParkingPermit(venue: $0.id, from: scenario.firstMonday, until: last)
        }
        guard let after = try best(scenario) else { return }
        #expect(after.value <= before?.value ?? 0)
        #expect(after.check.isValid)
    }

    @Test("A crew that nobody drives for, or with too light a licence, is refused by name")
    func drivers() {
        var scenario = FeatureTerritory.scenario(.pins, 1)
        let team = scenario.services[0].teams[0]
        scenario.vans = [Van(id: team.van, name: team.van, maximumMass: 3501, seats: 3)]
        func refusal(_ scenario: Scenario) -> ModelRefusal? {
            do {
                _ = try RoundsSolver.solve(scenario, limits: SolveLimits(seconds: 5))
                return nil
            } catch SolveFailure.refused(let refusal) {
                return refusal
            } catch {
                return nil
            }
        }
        let expected = ModelRefusal.noDriver(service: scenario.services[0].id, crew: team.crew, van: team.van)
        #expect(refusal(scenario) == expected)
        scenario.vans[0].maximumMass = 3500
        #expect(refusal(scenario) != expected)
        for index in scenario.staff.indices { scenario.staff[index].roles = [.accueillant] }
        #expect(refusal(scenario) == expected)
    }
}
