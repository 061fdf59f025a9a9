import GeoModel
import Optimizer
import PlanningModel
import TestSupport
import Testing

/// Someone who knows the best plan of a small scenario.
private enum Judge {
    case bruteForce, solver

    /// The value of the best plan and its plan; `nil` where there is none.
    func best(_ scenario: Scenario, workers: Int = 1) throws -> (value: Int, days: [DayRound])? {
        switch self {
        case .bruteForce:
            let brute = BruteForce(scenario)
            return brute.solve().map { ($0, brute.bestPlan!.rounds) }
        case .solver:
            do {
                let solution = try RoundsSolver.solve(
                    scenario, limits: SolveLimits(gap: 0, seconds: 600, seed: 2, workers: workers))
                let service = solution.services[0]
                #expect(service.value == service.bound, "\(scenario.name)")
                return (service.value.count, service.days)
            } catch SolveFailure.infeasible, SolveFailure.refused {
                return nil
            }
        }
    }

    func relaxing(_ relaxation: Relaxation, _ feature: Feature, _ numbers: ClosedRange<Int>) throws {
        for number in numbers {
            let scenario = FeatureTerritory.scenario(feature, number)
            guard let weaker = relaxation.apply(to: scenario), let before = try best(scenario) else { continue }
            let after = try best(weaker)
            #expect(
                after.map { $0.value >= before.value } ?? false,
                "\(relaxation) of \(scenario.name): \(before.value), then \(after?.value as Any)")
        }
    }

    func rewording(_ rewording: Rewording, _ feature: Feature, _ numbers: ClosedRange<Int>) throws {
        for number in numbers {
            let scenario = FeatureTerritory.scenario(feature, number)
            guard let other = rewording.apply(to: scenario, seed: number) else { continue }
            #expect(
                try best(other)?.value == best(scenario)?.value, "\(rewording) of \(scenario.name)")
        }
    }

    /// Twice the price of a euro: the plan costs no more euros than before.
    func dearer(_ feature: Feature, _ numbers: ClosedRange<Int>) throws {
        for number in numbers {
            let scenario = FeatureTerritory.scenario(feature, number)
            var dearer = scenario
            dearer.parameters.pricePerEuro *= 2
            guard scenario.parameters.pricePerEuro > 0, let before = try best(scenario), let after = try best(dearer)
            else { continue }
            let parameters = scenario.parameters
            func euros(_ days: [DayRound]) -> Double {
                days.reduce(0) { sum, day in
                    let persons = scenario.staff.count { $0.crew == day.crew }
                    let wages =
                        parameters.wages == .variable
                        ? Double(day.workTime.count * persons) / 60 * parameters.costPerHour : 0
                    return sum + day.distance.kilometres * parameters.costPerKilometre + wages
                } * Double(parameters.cyclesInFourWeeks)
            }
            // Each day's cost is rounded to a thousandth of a point, which the exact argument does not know.
            let roundings = 2.0 * Double(before.days.count + after.days.count) * 0.0005
            #expect(
                euros(after.days) <= euros(before.days) + roundings / parameters.pricePerEuro + 1e-6,
                "\(scenario.name)")
        }
    }
}

@Suite("Properties of best plans, by brute force")
struct BruteForcePropertyTests {
    @Test("A weaker rule never lowers the optimum", arguments: Relaxation.allCases, Feature.allCases)
    func relaxing(relaxation: Relaxation, feature: Feature) throws {
        try Judge.bruteForce.relaxing(relaxation, feature, 1...2)
    }

    @Test("The same scenario in other words has the same optimum", arguments: Rewording.allCases, Feature.allCases)
    func rewording(rewording: Rewording, feature: Feature) throws {
        try Judge.bruteForce.rewording(rewording, feature, 1...2)
    }

    @Test("A euro priced twice as high never makes the plan dearer", arguments: Feature.allCases)
    func dearer(feature: Feature) throws { try Judge.bruteForce.dearer(feature, 1...8) }
}

@Suite("Properties of proven optima, the whole contract", .enabled(if: FullProblem.isSolved))
struct SolverPropertyTests {
    @Test("A weaker rule never lowers the optimum", arguments: Relaxation.allCases, Feature.allCases)
    func relaxing(relaxation: Relaxation, feature: Feature) throws {
        try Judge.solver.relaxing(relaxation, feature, 41...41)
    }

    @Test("The same scenario in other words has the same optimum", arguments: Rewording.allCases, Feature.allCases)
    func rewording(rewording: Rewording, feature: Feature) throws {
        try Judge.solver.rewording(rewording, feature, 41...41)
    }

    @Test("A euro priced twice as high never makes the plan dearer", arguments: Feature.allCases)
    func dearer(feature: Feature) throws { try Judge.solver.dearer(feature, 41...44) }

    @Test("Two workers find what one does", arguments: Feature.allCases)
    func workers(feature: Feature) throws {
        for number in 41...44 {
            let scenario = FeatureTerritory.scenario(feature, number)
            let alone = try Judge.solver.best(scenario, workers: 1)
            let together = try Judge.solver.best(scenario, workers: 2)
            #expect(alone?.value == together?.value, "\(scenario.name)")
            #expect(alone?.days == together?.days, "\(scenario.name)")
        }
    }
}

@Suite("Properties of best plans, Long", .enabled(if: FullProblem.isSolved && LongRun.isWanted))
struct PropertyLongTests {
    @Test("Long: a weaker rule never lowers the optimum", arguments: Relaxation.allCases, Feature.allCases)
    func relaxing(relaxation: Relaxation, feature: Feature) throws {
        try Judge.bruteForce.relaxing(relaxation, feature, 3...8)
        try Judge.solver.relaxing(relaxation, feature, 42...47)
    }

    @Test("Long: the same scenario in other words", arguments: Rewording.allCases, Feature.allCases)
    func rewording(rewording: Rewording, feature: Feature) throws {
        try Judge.bruteForce.rewording(rewording, feature, 3...8)
        try Judge.solver.rewording(rewording, feature, 42...47)
    }

    @Test("Long: a euro priced twice as high", arguments: Feature.allCases)
    func dearer(feature: Feature) throws {
        try Judge.bruteForce.dearer(feature, 9...40)
        try Judge.solver.dearer(feature, 45...60)
    }
}
