import DrawnTerritories
import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import Synchronization
import TestSupport
import Testing

/// A search that begins with an earlier plan.
@Suite("Plans to begin with")
struct StartPlanTests {
    private static let atOnce = SolveLimits(gap: 0, seconds: 60, nodes: 0, workers: 1)
    private static let toTheEnd = SolveLimits(gap: 0, seconds: 120, workers: 1)

    private static func optimum(_ scenario: Scenario) throws -> RoundsSolver.Solution? {
        do { return try RoundsSolver.solve(scenario, limits: toTheEnd) } catch SolveFailure.infeasible,
            SolveFailure.refused
        { return nil }
    }

    /// Values reported on the way, in the order they came.
    private final class Values: Sendable {
        private let values = Mutex<[Double?]>([])
        func add(_ value: Double?) { values.withLock { $0.append(value) } }
        var all: [Double?] { values.withLock { $0 } }
    }

    /// Begins with the optimum and solves no node: the same plan has to come back.
    private static func comesBack(_ scenario: Scenario) throws {
        guard let best = try optimum(scenario) else { return }
        let values = Values()
        let again = try RoundsSolver.solve(scenario, limits: atOnce, start: best.services) { values.add($0.value) }
        let (old, new) = (best.services[0], again.services[0])
        #expect(new.value == old.value, "\(scenario.name)")
        #expect(again.leftOut.isEmpty, "\(scenario.name)")
        #expect(values.all.first == old.value.points, "\(scenario.name)")
        #expect(Self.stops(new) == Self.stops(old), "\(scenario.name)")
        #expect(again.nodes == 0)
        #expect(check(again, scenario).isValid, "\(scenario.name)")
    }

    private static func check(_ solution: RoundsSolver.Solution, _ scenario: Scenario) -> PlanCheck {
        PlanCheck(
            Plan(
                services: solution.services, stop: solution.stop, seed: 1, scenario: scenario, fingerprint: "",
                sources: []))
    }

    private static func stops(_ plan: ServicePlan) -> [String] {
        plan.days.flatMap { $0.visits.map(\.venue) }.sorted()
    }

    @Test("The best plan of a territory of one team is the first plan, without a node", arguments: 1...30)
    func oneTeam(seed: Int) throws {
        try Self.comesBack(RandomTerritory.scenario(seed: UInt64(seed)))
    }

    @Test("So it is with teams, short tours, two weekdays, pins and the rest", arguments: Feature.allCases, 1...6)
    func everyFeature(feature: Feature, number: Int) throws {
        try Self.comesBack(FeatureTerritory.scenario(feature, number))
    }

    /// Nine communes, one van, two weeks: the first that has a plan with three stops.
    private static func example() throws -> (scenario: Scenario, best: ServicePlan) {
        for seed in 1...20 {
            var random = TestRandom(UInt64(seed))
            var parameters = Parameters()
            parameters.cycleWeeks = 2
            parameters.minimumVisits = 2
            parameters.minimumHalfDays = 2
            parameters.weekdays = [.monday, .tuesday, .thursday]
            parameters.pricePerEuro = 0.01
            let scenario = RandomTerritory.territory(
                "start \(seed)", communes: 9, spread: 8, parameters: parameters, random: &random)
            if let best = try optimum(scenario), Set(stops(best.services[0])).count >= 3 {
                return (scenario, best.services[0])
            }
        }
        throw NoExample()
    }

    private struct NoExample: Error {}

    @Test("Visits at a venue that is gone are left out and said; the rest is kept and the optimum is found again")
    func unknownVenue() throws {
        let (scenario, best) = try Self.example()
        let gone = try #require(Self.stops(best).first)
        var start = best
        for day in start.days.indices {
            for visit in start.days[day].visits.indices where start.days[day].visits[visit].venue == gone {
                start.days[day].visits[visit].venue = "gone"
            }
        }
        let solution = try RoundsSolver.solve(scenario, limits: Self.toTheEnd, start: [start])
        let weeks = best.days.filter { $0.visits.contains { $0.venue == gone } }.map(\.week)
        #expect(solution.leftOut.map(\.venue) == ["gone"])
        #expect(solution.leftOut.first?.weeks == weeks.sorted())
        #expect(solution.services[0].value == best.value)
    }

    @Test("A plan of another van is left out whole, and the search goes on from nothing")
    func unknownVan() throws {
        let (scenario, best) = try Self.example()
        var start = best
        for day in start.days.indices { start.days[day].van = "sold" }
        let solution = try RoundsSolver.solve(scenario, limits: Self.toTheEnd, start: [start])
        #expect(Set(solution.leftOut.map(\.venue)) == Set(Self.stops(best)))
        #expect(solution.leftOut.allSatisfy { $0.van == "sold" && $0.service == best.id })
        #expect(solution.services[0].value == best.value)
    }

    @Test("With dearer kilometres the same visits are the first plan, at their new value")
    func otherPrice() throws {
        let (scenario, best) = try Self.example()
        var dearer = scenario
        dearer.parameters.pricePerEuro *= 3
        let solution = try RoundsSolver.solve(dearer, limits: Self.atOnce, start: [best])
        #expect(solution.leftOut.isEmpty)
        #expect(Self.stops(solution.services[0]) == Self.stops(best))
        #expect(solution.services[0].value < best.value)
        #expect(Self.check(solution, dearer).isValid)
    }

    @Test("Without one of its communes, only the visits there are left out")
    func communeLess() throws {
        let (scenario, best) = try Self.example()
        let gone = try #require(Self.stops(best).first)
        let commune = try #require(scenario.territory.venues.first { $0.id == gone }?.commune)
        var smaller = scenario
        smaller.services[0].communes.removeAll { $0 == commune }
        let solution = try RoundsSolver.solve(smaller, limits: Self.toTheEnd, start: [best])
        let lost = Set(scenario.territory.venues.filter { $0.commune == commune }.map(\.id))
        #expect(Set(solution.leftOut.map(\.venue)) == lost.intersection(Self.stops(best)))
        #expect(solution.services[0].value == (try Self.optimum(smaller)?.services[0].value))
    }

    @Test("What is read twice has one place: the second is left out")
    func twice() throws {
        let (scenario, best) = try Self.example()
        var start = best
        start.days += best.days.map { day in
            var other = day
            other.weekday = day.weekday == .monday ? .tuesday : .monday
            return other
        }
        let solution = try RoundsSolver.solve(scenario, limits: Self.toTheEnd, start: [start])
        #expect(!solution.leftOut.isEmpty)
        #expect(solution.services[0].value == best.value)
        #expect(Self.check(solution, scenario).isValid)
    }

    @Test("A plan of another service is not looked at")
    func otherService() throws {
        let (scenario, best) = try Self.example()
        var start = best
        start.id = "other"
        let solution = try RoundsSolver.solve(scenario, limits: Self.toTheEnd, start: [start])
        #expect(solution.leftOut.isEmpty)
        #expect(solution.services[0].value == best.value)
    }
}
