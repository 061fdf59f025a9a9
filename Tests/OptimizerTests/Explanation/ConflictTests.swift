import GeoModel
import Optimizer
import PlanningModel
import TestSupport
import Testing

/// Holds what is said of a service without a plan against brute force.
private enum ConflictContest {
    private static func hasPlan(_ scenario: Scenario) -> Bool { BruteForce(scenario).solve() != nil }

    /// Every claim is checked. Answers whether nothing was left open: the conflict is irreducible, and each measure is
    /// the smallest.
    static func hold(_ scenario: Scenario) throws -> Bool {
        let solver = VariantSolver(SolveLimits(seconds: 20, workers: 1))
        let finding = try ConflictFinder.find(scenario.services[0], in: scenario, solver)
        guard case .conflict(let conflict) = finding else {
            Issue.record("\(scenario.name): \(finding)")
            return false
        }
        let name = "\(scenario.name): \(conflict.members)"
        #expect(!conflict.members.isEmpty, "\(name)")
        #expect(!hasPlan(conflict.core()), "\(name)")
        for member in conflict.members where !conflict.unsettled.contains(member) {
            #expect(hasPlan(conflict.core(without: member)), "\(name), without \(member)")
        }
        for remedy in conflict.remedies { hold(remedy, scenario, name) }
        let isAlone = conflict.remedies.contains { $0.dropping != .isNotEnough }
        #expect(isAlone || !conflict.together.isEmpty, "\(name)")
        let isSettled = conflict.isIrreducible && conflict.remedies.allSatisfy { $0.smallest == nil || $0.isSmallest }
        guard !isAlone else { return isSettled }
        let together = Set(conflict.together)
        #expect(hasPlan(scenario.without(together)), "\(name), without \(together)")
        for one in together { #expect(!hasPlan(scenario.without(together.subtracting([one]))), "\(name), with \(one)") }
        return isSettled
    }

    private static func hold(_ remedy: ConflictRemedy, _ scenario: Scenario, _ name: String) {
        let helps = hasPlan(scenario.without([remedy.obstacle]))
        if remedy.dropping != .undecided {
            #expect(remedy.dropping == (helps ? .helps : .isNotEnough), "\(name): \(remedy)")
        }
        if let smallest = remedy.smallest {
            #expect(hasPlan(smallest.applied(to: scenario)), "\(name): \(remedy)")
        }
        if let little = remedy.tooLittle { #expect(!hasPlan(little.applied(to: scenario)), "\(name): \(remedy)") }
    }
}

@Suite("Why there is no plan")
struct ConflictTests {
    @Test(
        "A conflict has no plan, without any one member it has, and every measure proposed works, by brute force",
        arguments: [3, 11, 24, 38, 46])
    func conflict(number: Int) throws {
        #expect(try ConflictContest.hold(ImpossibleTerritory.scenario(number)))
    }

    @Test("Where fewer half-days in one week are enough, that is the measure, and no smaller one is, by brute force")
    func lighterWeek() throws {
        var found = 0
        for number in 1...40 where found < 3 {
            var scenario = FeatureTerritory.scenario(.lighterWeeks, number)
            scenario.parameters.lighterWeeks = [:]
            // A limit on all weeks together: a lighter one makes room for the others.
            scenario.parameters.averageWeeklyWork = Minutes(300 + 20 * (number % 10))
            guard BruteForce(scenario).solve() == nil else { continue }
            let finding = try ConflictFinder.find(
                scenario.services[0], in: scenario, VariantSolver(SolveLimits(seconds: 20, workers: 1)))
            guard case .conflict(let conflict) = finding else {
                Issue.record("\(scenario.name): \(finding)")
                continue
            }
            for remedy in conflict.remedies where remedy.isSmallest {
                guard case .halfDays(let count, let weeks) = remedy.smallest?.measure else { continue }
                found += 1
                func best(_ count: Int, _ weeks: [Int]) -> Int? {
                    var other = scenario
                    for week in weeks { other.parameters.lighterWeeks[week] = count }
                    return BruteForce(other).solve()
                }
                #expect(best(count, weeks) != nil, "\(scenario.name)")
                let period = scenario.parameters.cycleWeeks / weeks.count
                for first in 1...period where count < scenario.parameters.minimumHalfDays - 1 {
                    let same = Array(stride(from: first, through: scenario.parameters.cycleWeeks, by: period))
                    #expect(best(count + 1, same) == nil, "\(scenario.name), \(same)")
                }
            }
        }
        #expect(found >= 1)
    }

    @Test("Where there is a plan, nothing is blamed")
    func feasible() throws {
        let scenario = try #require(
            (1...20).map { FeatureTerritory.scenario(.floors, $0) }.first {
                BruteForce($0).solve() != nil
            })
        let finding = try ConflictFinder.find(
            scenario.services[0], in: scenario, VariantSolver(SolveLimits(seconds: 60, workers: 1)))
        guard case .feasible = finding else {
            Issue.record("\(finding)")
            return
        }
    }

    @Test("Without time nothing is claimed")
    func undecided() throws {
        let scenario = ImpossibleTerritory.scenario(3)
        let flag = StopFlag()
        flag.raise()
        let finding = try ConflictFinder.find(
            scenario.services[0], in: scenario, VariantSolver(SolveLimits(seconds: 60, workers: 1), stop: flag))
        guard case .undecided = finding else {
            Issue.record("\(finding)")
            return
        }
    }
}

@Suite("Why there is no plan, Long", .enabled(if: LongRun.isWanted))
struct ConflictLongTests {
    /// Where the search cannot settle a member in its time, it says so: that may happen, but seldom.
    @Test("Long: the same of 50 territories drawn by the seed, irreducible but for one or two that time did not settle")
    func conflicts() throws {
        var irreducible = 0
        for number in 0..<50 where try ConflictContest.hold(ImpossibleTerritory.scenario(number, seed: LongRun.seed)) {
            irreducible += 1
        }
        print("of 50 conflicts \(irreducible) are irreducible, by brute force")
        #expect(irreducible >= 48)
    }
}
