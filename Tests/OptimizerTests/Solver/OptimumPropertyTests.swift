import DrawnTerritories
import Foundation
import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import TestSupport
import Testing

/// What must hold of proven optima on territories too large to look at every plan.
@Suite("Properties of proven optima")
struct OptimumPropertyTests {
    static let seeds = 1...10

    /// About ten communes, one van.
    private static func scenario(_ seed: Int) -> Scenario {
        var random = TestRandom(UInt64(seed) &+ 5000)
        var parameters = Parameters()
        parameters.cycleWeeks = random.pick([1, 2, 4])
        parameters.weekdays = random.pick([
            [.monday, .tuesday, .thursday], [.tuesday, .wednesday, .friday, .saturday],
        ])
        parameters.minimumVisits = parameters.cycleWeeks == 4 ? 2 : random.pick([1, 2])
        parameters.minimumHalfDays = random.whole(2...4)
        parameters.referenceWeek = Minutes(random.whole(1300...2100))
        parameters.pricePerEuro = random.pick([0.01, 0.1, 0.3])
        var scenario = RandomTerritory.territory(
            "property \(seed)", communes: random.whole(8...11), spread: random.pick([8, 15, 25]),
            parameters: parameters, random: &random)
        scenario.services[0].kind = .parentingResource
        return seed % 2 == 0 ? RandomTerritory.withMatrix(scenario, &random) : scenario
    }

    private static func solution(_ scenario: Scenario, workers: Int = 1) throws -> RoundsSolver.Solution? {
        do {
            let solution = try RoundsSolver.solve(
                scenario, limits: SolveLimits(gap: 0, seconds: 120, seed: 3, workers: workers))
            for service in solution.services { #expect(service.value == service.bound, "\(scenario.name)") }
            return solution
        } catch SolveFailure.infeasible, SolveFailure.refused {
            return nil
        }
    }

    /// The proven value, thousandths of a point; `nil` where there is provably no plan.
    private static func optimum(_ scenario: Scenario) throws -> Int? {
        try solution(scenario)?.services.reduce(0) { $0 + $1.value.count }
    }

    private static func atLeast(_ a: Int?, _ b: Int?) -> Bool {
        guard let b else { return true }
        return a.map { $0 >= b } ?? false
    }

    @Test("At least seven in ten of these territories have a plan, so that the properties speak of something")
    func notVacuous() throws {
        #expect(try Self.seeds.count { try Self.optimum(Self.scenario($0)) != nil } >= 7)
    }

    @Test("The order of communes and venues in the input never changes the value", arguments: seeds)
    func order(seed: Int) throws {
        let scenario = Self.scenario(seed)
        let value = try Self.optimum(scenario)
        var random = TestRandom(UInt64(seed))
        var shuffled = scenario
        shuffled.territory.communes.shuffle(using: &random)
        shuffled.territory.venues.shuffle(using: &random)
        #expect(try Self.optimum(shuffled) == value)
    }

    @Test("More weekly hours, or a lower minimum of half-days, never lowers the optimum", arguments: seeds)
    func relaxing(seed: Int) throws {
        let scenario = Self.scenario(seed)
        let value = try Self.optimum(scenario)
        var longer = scenario
        longer.parameters.referenceWeek = longer.parameters.referenceWeek + Minutes(150)
        #expect(Self.atLeast(try Self.optimum(longer), value))
        var looser = scenario
        looser.parameters.minimumHalfDays = 0
        #expect(Self.atLeast(try Self.optimum(looser), value))
    }

    @Test("Ten times as many households everywhere change nothing", arguments: seeds)
    func scale(seed: Int) throws {
        let scenario = Self.scenario(seed)
        var larger = scenario
        for index in larger.territory.communes.indices {
            larger.territory.communes[index].households = larger.territory.communes[index].households.map { 10 * $0 }
        }
        #expect(try Self.optimum(larger) == Self.optimum(scenario))
    }

    @Test("A euro priced twice as high never makes the plan dearer", arguments: seeds)
    func price(seed: Int) throws {
        let scenario = Self.scenario(seed)
        var dearer = scenario
        dearer.parameters.pricePerEuro *= 2
        guard let before = try Self.solution(scenario), let after = try Self.solution(dearer) else { return }
        func euros(_ solution: RoundsSolver.Solution) -> Double {
            solution.services[0].days.reduce(0) { $0 + $1.distance.kilometres } * scenario.parameters.costPerKilometre
                * Double(scenario.parameters.cyclesInFourWeeks)
        }
        // Each day's cost is rounded to a thousandth of a point, which the exact argument does not know.
        let roundings = 2.0 * Double(before.services[0].days.count + after.services[0].days.count) * 0.0005
        #expect(euros(after) <= euros(before) + roundings / scenario.parameters.pricePerEuro)
    }

    @Test("The same seed and input give the same plan, byte for byte", arguments: seeds)
    func repeatable(seed: Int) throws {
        let scenario = Self.scenario(seed)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        func bytes() throws -> Data? {
            try Self.solution(scenario).map {
                try encoder.encode(
                    Plan(
                        services: $0.services, stop: $0.stop, seed: 3, scenario: scenario, fingerprint: "",
                        sources: []))
            }
        }
        let first = try bytes()
        #expect(try bytes() == first)
    }

    @Test("One worker or two give the same services", arguments: seeds.prefix(6))
    func workers(seed: Int) throws {
        var scenario = Self.scenario(seed)
        var other = scenario.services[0]
        other.id = "other"
        other.teams[0].crew = "others"
        other.teams[0].van = "second"
        other.factor = 0.7
        scenario.services.append(other)
        scenario.vans.append(Van(id: "second", name: "Second"))
        scenario.staff.append(
            StaffMember(id: "q", crew: "others", roles: [.accueillant, .driver], weeklyHours: Minutes(30 * 60)))
        let alone = try Self.solution(scenario, workers: 1)
        let together = try Self.solution(scenario, workers: 2)
        #expect(alone?.services == together?.services)
    }

    @Test("Every proven plan of ten communes passes the check", arguments: seeds)
    func check(seed: Int) throws {
        let scenario = Self.scenario(seed)
        guard let solution = try Self.solution(scenario) else { return }
        let plan = Plan(
            services: solution.services, stop: solution.stop, seed: 3, scenario: scenario, fingerprint: "", sources: [])
        let check = PlanCheck(plan)
        #expect(check.isValid, "\(check.discrepancies) \(check.verdicts.filter { $0.state == .broken })")
    }
}
