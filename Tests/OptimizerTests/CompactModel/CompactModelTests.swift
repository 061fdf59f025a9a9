import DrawnTerritories
import Foundation
import GeoModel
import LinearSolver
import Optimizer
import PlanningModel
import TestSupport
import Testing

/// The exported program against the planner, on territories small enough for GLPK's own search.
@Suite("The exported model")
struct CompactModelTests {
    /// The optimum of the program, thousandths of a point; `nil` where it has no plan.
    private static func optimum(_ scenario: Scenario, counted: Bool = false) throws -> Int? {
        let model = try CompactModel(scenario.services, in: scenario, counted: counted)
        return try SolverThread.run(
            [
                { @Sendable in
                    var program = try LinearProblem()
                    _ = try model.build(in: &program)
                    var limits = MixedLimits()
                    limits.cuts = [.gomory, .mixedRounding, .cover, .clique]
                    let outcome = try program.solveInteger(limits)
                    guard outcome.plan == .optimal else {
                        let isProven =
                            outcome.plan == .provenNone || outcome.stop == .relaxationInfeasible
                        #expect(isProven, "\(scenario.name): \(outcome)")
                        return nil
                    }
                    return try program.plannedObjective().map { Int((1000 * $0).rounded()) }
                }
            ], width: 1)[0]
    }

    /// The planner's proven value; `nil` where there is provably no plan.
    private static func planned(_ scenario: Scenario) throws -> Int? {
        do {
            let solution = try RoundsSolver.solve(scenario, limits: SolveLimits(seconds: 60, workers: 1))
            for service in solution.services { #expect(service.value == service.bound, "\(scenario.name)") }
            return solution.services.reduce(0) { $0 + $1.value.count }
        } catch SolveFailure.infeasible, SolveFailure.refused(.openingOutOfReach) {
            return nil
        }
    }

    private static func isRefused(_ scenario: Scenario) -> Bool {
        (try? CompactModel(scenario.services, in: scenario)) == nil
    }

    /// The same territory, with rests that never bind.
    private static func withoutRests(_ scenario: Scenario) -> Scenario {
        var rested = scenario
        rested.parameters.dailyRest = .zero
        rested.parameters.weeklyRest = .zero
        rested.parameters.twoDaysOff = .no
        return rested
    }

    @Test("Where rests cannot bind, its optimum is the planner's, plan or none", arguments: 1...60)
    func equal(seed: Int) throws {
        let scenario = Self.withoutRests(RandomTerritory.scenario(seed: UInt64(seed)))
        guard !Self.isRefused(scenario) else { return }
        #expect(try Self.optimum(scenario) == Self.planned(scenario), "seed \(seed)")
    }

    @Test("At least forty of these territories have a model, and thirty a plan")
    func notVacuous() throws {
        let scenarios = (1...60).map { Self.withoutRests(RandomTerritory.scenario(seed: UInt64($0))) }
            .filter { !Self.isRefused($0) }
        #expect(scenarios.count >= 40)
        #expect(try scenarios.count { try Self.planned($0) != nil } >= 30)
    }

    @Test("Where rests bind, its optimum is no less", arguments: 61...90)
    func relaxed(seed: Int) throws {
        let scenario = RandomTerritory.scenario(seed: UInt64(seed))
        guard !Self.isRefused(scenario), let value = try Self.planned(scenario) else { return }
        #expect(try Self.optimum(scenario) ?? Int.min >= value, "seed \(seed)")
    }

    /// Two teams on two weekdays, with a floor, a budget, pins or second visits in the week.
    private static func twoTeams(_ seed: Int) -> Scenario {
        var random = TestRandom(UInt64(seed) &+ 31_000)
        var parameters = Parameters()
        parameters.dailyRest = .zero
        parameters.weeklyRest = .zero
        parameters.twoDaysOff = .no
        parameters.cycleWeeks = random.pick([1, 2])
        parameters.weekdays = [.monday, .tuesday]
        parameters.minimumVisits = random.pick([2, 4])
        parameters.minimumHalfDays = random.whole(1...3)
        parameters.pricePerEuro = random.pick([0.01, 0.3, 1])
        parameters.referenceWeek = Minutes(random.whole(400...1250))
        parameters.twiceWeekly = random.chance(0.4) ? .yes : .no
        var scenario = RandomTerritory.territory(
            "two teams \(seed)", communes: random.whole(3...4), spread: random.pick([5, 15, 30]),
            parameters: parameters, random: &random)
        scenario.vans.append(Van(id: "second", name: "Second"))
        scenario.services[0].teams.append(Team(van: "second", crew: "crew", depot: "depot"))
        if random.chance(0.3) { scenario.services[0].floors.worstOff = 0.05 }
        if random.chance(0.3) { scenario.services[0].budgets.kilometres = random.real(100...600) }
        if random.chance(0.3) {
            scenario.services[0].pins = [Pin(venue: scenario.territory.venues.first?.id, van: "second")]
        }
        return scenario
    }

    @Test("With two teams, R01 counts shared half-days once; counted, it is no less", arguments: 1...24)
    func teams(seed: Int) throws {
        let scenario = Self.twoTeams(seed)
        guard !Self.isRefused(scenario) else { return }
        let value = try Self.planned(scenario)
        #expect(try Self.optimum(scenario) == value, "seed \(seed)")
        guard let value else { return }
        #expect(try Self.optimum(scenario, counted: true) ?? Int.min >= value, "seed \(seed)")
    }

    @Test("Its rows have the names of docs/modele.md")
    func names() throws {
        var scenario = RandomTerritory.scenario(seed: 1)
        scenario.services[0].budgets.kilometres = 500
        scenario.services[0].floors.worstOff = 0.01
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).mps").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let size = try CompactModel(scenario.services, in: scenario).write(to: path, as: .freeMPS)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        for name in [
            "opening[r01,w1]", "work[r22,k1,w1]", "oneDay[l1,w1]", "once[0]", "link[0,0]", "budget[km]",
            "floor[worst]", "cover[0]",
        ] {
            #expect(text.contains(" \(name)\n"), "\(name)")
        }
        #expect(size.rows > 0 && size.columns > 0 && size.coefficients > size.columns)
    }

    @Test("Several services are blocks of one file; their optima add up")
    func blocks() throws {
        var scenario = Self.withoutRests(RandomTerritory.scenario(seed: 2))
        guard let one = try Self.optimum(scenario) else { return }
        var second = scenario.services[0]
        second.id = "other"
        // A crew of its own: one that both had would have its hours shared out.
        second.teams[0].crew = "other"
        scenario.staff += scenario.staff.map { person in
            StaffMember(
                id: person.id + " other", crew: "other", roles: person.roles, licence: person.licence,
                weeklyHours: person.weeklyHours)
        }
        scenario.services.append(second)
        #expect(try Self.optimum(scenario) == 2 * one)
    }
}
