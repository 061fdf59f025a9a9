import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import Testing

/// What is said of communes of small territories, against brute force.
@Suite("Why a commune has a stop or has none")
struct CommuneExplanationTests {
    private static let limits = SolveLimits(gap: 0, seconds: 60, workers: 1)

    private static func plan(_ scenario: Scenario) throws -> Plan? {
        do {
            let solution = try RoundsSolver.solve(scenario, limits: limits)
            return Plan(
                services: solution.services, stop: solution.stop, seed: 1, scenario: scenario, fingerprint: "",
                sources: [])
        } catch SolveFailure.infeasible, SolveFailure.refused { return nil }
    }

    private static func explained(_ plan: Plan) throws -> [CommuneExplanation] {
        try PlanExplainer(plan, VariantSolver(limits)).communes(plan.scenario.services[0].communes)
    }

    private static func best(_ scenario: Scenario, _ pin: Pin) -> Int? {
        var pinned = scenario
        pinned.services[0].pins.append(pin)
        return BruteForce(pinned).solve()
    }

    private static func expect(_ comparison: PlanComparison, _ value: Int?, _ plan: Plan, _ name: String) {
        guard let value else {
            guard case .impossible = comparison.answer else {
                Issue.record("\(name): brute force finds no plan, but \(comparison.answer)")
                return
            }
            return
        }
        #expect(comparison.value == ValueRange(MilliPoints(value)), "\(name)")
        #expect(comparison.change == ValueRange(MilliPoints(value) - plan.services[0].value), "\(name)")
    }

    @Test(
        "The best plan with or without a commune, and at each cadence, is that of brute force",
        arguments: Feature.allCases, 1...2)
    func values(feature: Feature, number: Int) throws {
        let scenario = FeatureTerritory.scenario(feature, number)
        guard let plan = try Self.plan(scenario) else { return }
        for explanation in try Self.explained(plan) {
            let code = explanation.commune
            let name = "\(scenario.name), \(code)"
            let served = Set(plan.services[0].days.flatMap { $0.visits.map(\.venue) })
            #expect(explanation.isStop == explanation.venues.contains(where: served.contains), "\(name)")
            if let forcing = explanation.forcing {
                Self.expect(forcing, Self.best(scenario, Pin(commune: code, served: true)), plan, name)
                if case .impossible = forcing.answer { #expect(explanation.conflict != nil, "\(name)") }
            }
            if let excluding = explanation.excluding {
                Self.expect(excluding, Self.best(scenario, Pin(commune: code, served: false)), plan, name)
            }
            for cadence in explanation.cadences {
                let pin = Pin(
                    commune: code, served: true, minimumVisits: cadence.visits, maximumVisits: cadence.visits)
                Self.expect(cadence.comparison, Self.best(scenario, pin), plan, "\(name), \(cadence.visits)")
            }
        }
    }

    @Test("A reason names a move after which brute force finds more, with a stop there", arguments: 1...10)
    func reasons(number: Int) throws {
        let scenario = FeatureTerritory.scenario(Feature.allCases[number % Feature.allCases.count], 100 + number)
        guard let plan = try Self.plan(scenario) else { return }
        for explanation in try Self.explained(plan) {
            for trial in explanation.trials {
                let best = BruteForce(trial.relaxation.applied(to: scenario)).solve()
                let gain = best.map { MilliPoints($0) - plan.services[0].value }
                let expected: RelaxationTrial.Effect =
                    gain.map { $0 > .zero ? .changes(ValueRange($0)) : .none } ?? .impossible
                #expect(trial.effect == expected, "\(scenario.name): \(trial.relaxation)")
            }
            for reason in explanation.reasons {
                let venues = Set(explanation.venues)
                let days = reason.comparison.answer.plan?.days ?? []
                #expect(days.contains { $0.visits.contains { venues.contains($0.venue) } }, "\(scenario.name)")
            }
        }
    }

    @Test("The plan with a stop there passes the check, with the pin in its scenario", arguments: Feature.allCases)
    func variant(feature: Feature) throws {
        let scenario = FeatureTerritory.scenario(feature, 4)
        guard let plan = try Self.plan(scenario) else { return }
        for explanation in try Self.explained(plan) {
            guard let variant = explanation.variant(of: plan) else { continue }
            let check = PlanCheck(variant)
            #expect(check.isValid, "\(scenario.name), \(explanation.commune)")
            #expect(variant.scenario.services[0].pins.last == Pin(commune: explanation.commune, served: true))
        }
    }

    @Test("Duals price the rules that are rows, with the sign of what moving them can do, and no others")
    func estimates() throws {
        var prices = 0.0
        for feature in Feature.allCases {
            let scenario = FeatureTerritory.scenario(feature, 3)
            guard let plan = try Self.plan(scenario) else { continue }
            let explainer = PlanExplainer(plan, VariantSolver(Self.limits))
            // A bound that needs no duals has none to price with.
            let allNeed = PlainService(scenario).targets.reduce(0) { $0 + ($1.gains.joined().max() ?? 0) }
            for rule in [RuleID.r01, .r20, .r22, .r26] {
                for explanation in try explainer.rule(rule) ?? [] {
                    for (trial, points) in zip(explanation.trials, explanation.estimates) {
                        let name = "\(scenario.name), \(trial.relaxation)"
                        guard [.r01, .r22].contains(rule) else {
                            #expect(points == nil, "\(name)")
                            continue
                        }
                        if plan.services[0].bound.count == allNeed {
                            #expect(points == nil, "\(name)")
                            continue
                        }
                        let price = try #require(points, "\(name)")
                        #expect(trial.isTighter ? price <= 1e-9 : price >= -1e-9, "\(name)")
                        prices += abs(price)
                    }
                }
            }
        }
        #expect(prices > 0)
    }

    @Test("A service without one of its vans is worth what brute force finds; a rule moved too", arguments: 1...6)
    func vansAndRules(number: Int) throws {
        let scenario = FeatureTerritory.scenario(.twoTeams, number)
        guard let plan = try Self.plan(scenario) else { return }
        let explainer = PlanExplainer(plan, VariantSolver(Self.limits))
        let without = try #require(try explainer.van("van2").first?.without)
        var other = scenario
        other.services[0].teams.removeAll { $0.van == "van2" }
        Self.expect(without, BruteForce(other).solve(), plan, scenario.name)
        #expect(try explainer.van("sold").isEmpty)
        for rule in [RuleID.r01, .r15, .r20, .r22] {
            for trial in try #require(try explainer.rule(rule)).flatMap(\.trials) {
                let best = BruteForce(trial.relaxation.applied(to: scenario)).solve()
                let gain = best.map { MilliPoints($0) - plan.services[0].value }
                let expected: RelaxationTrial.Effect =
                    gain.map { $0 == .zero ? .none : .changes(ValueRange($0)) } ?? .impossible
                #expect(trial.effect == expected, "\(scenario.name): \(trial.relaxation)")
            }
        }
        #expect(try explainer.rule(.r32) == nil)
    }
}
