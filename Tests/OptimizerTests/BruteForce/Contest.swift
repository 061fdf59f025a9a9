import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import Synchronization
import Testing

/// What the solver and the brute force say of one case.
struct Contest {
    let brute: BruteForce
    var expected: Int?
    var found: Int?
    var bound: Int?
    /// Every bound that was reported on the way, thousandths of a point.
    var bounds: [Int] = []
    var plan: Plan?
    var failure: (any Error)?

    init(_ scenario: Scenario) {
        brute = BruteForce(scenario)
        expected = brute.solve()
        let reported = Reports()
        var limits = SolveLimits(gap: 0, seconds: 900, seed: 1, workers: 1)
        // In every other case the tree has to find the plan itself.
        limits.searchesNeighbourhoods = scenario.name.utf8.reduce(0) { $0 + Int($1) } % 2 == 0
        do {
            let solution = try RoundsSolver.solve(scenario, limits: limits) {
                reported.add(Int(($0.bound * 1000).rounded()))
            }
            found = solution.services[0].value.count
            bound = solution.services[0].bound.count
            plan = Plan(
                services: solution.services, stop: solution.stop, seed: 1, scenario: scenario, fingerprint: "",
                sources: [])
        } catch { failure = error }
        bounds = reported.all
    }

    private final class Reports: Sendable {
        private let bounds = Mutex<[Int]>([])
        func add(_ bound: Int) { bounds.withLock { $0.append(bound) } }
        var all: [Int] { bounds.withLock { $0 } }
    }

    /// The optimizer proved that there is no plan, rather than running out of time or failing.
    var isProvenImpossible: Bool {
        switch failure as? SolveFailure {
        case .refused, .infeasible: true
        default: false
        }
    }

    /// Expects the same value from both, a bound that meets it and was never below it, and two plans that pass the
    /// check.
    static func hold(_ scenario: Scenario) {
        let contest = Contest(scenario)
        let name = scenario.name
        guard let expected = contest.expected else {
            #expect(
                contest.isProvenImpossible,
                "\(name): no plan exists, but \(contest.found as Any), \(contest.failure as Any)")
            return
        }
        #expect(contest.found == expected, "\(name): \(contest.failure as Any)")
        #expect(contest.bound == expected, "\(name)")
        #expect(contest.bounds.allSatisfy { $0 >= expected }, "\(name): \(expected), but bounds \(contest.bounds)")
        for plan in [contest.plan, contest.brute.bestPlan?.plan].compactMap({ $0 }) {
            let check = PlanCheck(plan)
            #expect(
                check.isValid,
                "\(name): \(check.discrepancies) \(check.verdicts.filter { $0.state == .broken }.flatMap(\.violations))"
            )
        }
    }
}
