import Foundation
import GeoModel
import Optimizer
import RoundPlan
import Testing

/// What the solver and the brute force say of one case.
struct Contest {
    var expected: Int?
    var found: Int?
    var bound: Int?
    var plan: Plan?
    var failure: (any Error)?

    init(_ scenario: Scenario) {
        expected = BruteForce(scenario).solve()
        do {
            let solution = try RoundsSolver.solve(
                scenario, limits: SolveLimits(gap: 0, seconds: 60, seed: 1, workers: 1))
            found = solution.services[0].value.count
            bound = solution.services[0].bound.count
            plan = Plan(
                services: solution.services, stop: solution.stop, seed: 1, scenario: scenario, fingerprint: "",
                sources: [])
        } catch { failure = error }
    }

    /// The optimizer proved that there is no plan, rather than running out of time or failing.
    var isProvenImpossible: Bool {
        switch failure as? SolveFailure {
        case .refused, .infeasible: true
        default: false
        }
    }
}

private func hold(_ seed: UInt64) {
    let contest = Contest(RandomTerritory.scenario(seed: seed))
    guard let expected = contest.expected else {
        #expect(
            contest.isProvenImpossible,
            "seed \(seed): no plan exists, but \(contest.found as Any), \(contest.failure as Any)")
        return
    }
    #expect(contest.found == expected, "seed \(seed): \(contest.failure as Any)")
    #expect(contest.bound == expected, "seed \(seed)")
    guard let plan = contest.plan else { return }
    let check = PlanCheck(plan)
    #expect(
        check.isValid,
        "seed \(seed): \(check.discrepancies) \(check.verdicts.filter { $0.state == .broken }.flatMap(\.violations))")
}

@Suite("Every plan of small territories")
struct BruteForceTests {
    @Test("A proven optimum equals brute force over all plans, and passes the check", arguments: 1...240)
    func optimum(seed: Int) {
        hold(UInt64(seed))
    }
}

@Suite("Every plan of small territories, Long", .enabled(if: LongRun.isWanted))
struct BruteForceLongTests {
    @Test("Long: a proven optimum equals brute force on 2,000 more territories", arguments: 0..<20)
    func optimum(batch: Int) {
        for number in 0..<100 { hold(LongRun.seed &* 1_000_000 &+ UInt64(100 * batch + number)) }
    }
}
