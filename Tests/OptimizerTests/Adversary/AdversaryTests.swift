import Foundation
import Optimizer
import PlanCheck
import PlanningModel
import TestSupport
import Testing

/// What the search proves of a scenario, and what the adversary makes of it.
struct AdversaryContest {
    var judged = 0
    var lawful = 0
    var isProvenImpossible = false
    var faults: [String] = []

    init(_ scenario: Scenario, seed: UInt64, plans: Int) {
        var adversary = Adversary(scenario, seed: seed)
        var bound: Int?
        var start: [ServicePlan] = []
        do {
            let solution = try RoundsSolver.solve(
                scenario, limits: SolveLimits(gap: 0, seconds: 600, seed: 1, workers: 1))
            start = solution.services
            bound = solution.services.reduce(0) { $0 + $1.bound.count }
        } catch let failure as SolveFailure {
            switch failure {
            // A service for nobody, or without a venue, is refused, not proven to have no plan.
            case .refused(.noEligibleCommune), .refused(.noVenue): return
            case .refused, .infeasible: isProvenImpossible = true
            case .noPlan: return
            }
        } catch {
            faults.append("\(scenario.name): \(error)")
            return
        }
        if let bound {
            adversary.search(from: start, plans: plans / 2)
            adversary.search(from: [], plans: plans / 2)
            if let best = adversary.best, best.value > bound {
                faults.append(
                    "\(scenario.name): a lawful plan is worth \(best.value), above the bound of \(bound):\n"
                        + Self.lines(best.plan) + "\nand ours:\n" + start.map(Self.lines).joined(separator: "\n"))
            }
        } else {
            adversary.search(from: [], plans: plans)
            if let best = adversary.best {
                faults.append(
                    "\(scenario.name): no plan was proven, but one of \(best.value) is lawful:\n"
                        + Self.lines(best.plan))
            }
        }
        judged = adversary.judged
        lawful = adversary.lawful
    }

    private static func lines(_ plan: Plan) -> String { plan.services.map(lines).joined(separator: "\n") }

    private static func lines(_ plan: ServicePlan) -> String {
        plan.days.map { day in
            let visits = day.visits.map { visit in
                visit.venue + visit.openings.map { " \($0.start.count)-\($0.end.count)" }.joined()
            }
            return "\(plan.id) week \(day.week) \(day.weekday) \(day.van) \(day.departure.count)-\(day.arrival.count): "
                + visits.joined(separator: ", ")
        }.joined(separator: "\n")
    }

    static func hold(_ numbers: Range<Int>, plans: Int) {
        var (judged, lawful, impossible) = (0, 0, 0)
        for number in numbers {
            let contest = AdversaryContest(AdversaryTerritory.scenario(number), seed: UInt64(number), plans: plans)
            judged += contest.judged
            lawful += contest.lawful
            impossible += contest.isProvenImpossible ? 1 : 0
            for fault in contest.faults { Issue.record(Comment(rawValue: fault)) }
        }
        print(
            "adversary: \(numbers.count) scenarios, \(impossible) proven without a plan, \(judged) plans judged, \(lawful) lawful"
        )
        #expect(lawful * 50 > judged)
    }
}

@Suite("An adversary that knows only the check", .enabled(if: FullProblem.isSolved))
struct AdversaryTests {
    @Test("No lawful plan is above a proven bound, none exists where no plan was proven", arguments: 0..<4)
    func bounds(part: Int) {
        AdversaryContest.hold(part * 10..<(part + 1) * 10, plans: 3400)
    }
}

@Suite("An adversary that knows only the check, Long", .enabled(if: FullProblem.isSolved && LongRun.isWanted))
struct AdversaryLongTests {
    @Test("Long: 420 more scenarios, a million plans", arguments: 0..<14)
    func bounds(part: Int) {
        let first = Int(LongRun.seed % 1_000_000) * 1000 + part * 30
        AdversaryContest.hold(first..<first + 30, plans: 3400)
    }
}

/// One case again: `ITINERANCE_ADVERSARY=19`.
private let askedCase = ProcessInfo.processInfo.environment["ITINERANCE_ADVERSARY"].flatMap { Int($0) }

@Suite("An adversary on one scenario", .enabled(if: askedCase != nil))
struct AdversaryCaseTests {
    @Test("No lawful plan is above the bound of one scenario")
    func bound() {
        guard let number = askedCase else { return }
        dump(AdversaryTerritory.scenario(number))
        AdversaryContest.hold(number..<number + 1, plans: 3400)
    }
}
