import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import Staffing
import Testing

/// What no plan could keep is told before any search, so that only defects are called one.
@Suite("Contradictions of a scenario")
struct ContradictionTests {
    /// The first of some drawn scenarios in which nothing contradicts anything: in some a prison is out of reach.
    private func sound(_ number: Int) throws -> ContradictoryScenario {
        for turn in 0..<20 {
            let drawn = ContradictoryScenario(seed: number + 1000 * turn)
            if try before(drawn.scenario) == .success([]) { return drawn }
        }
        throw FixedTimesFailure.unsettled(service: "\(number)")
    }

    /// The fixed times of a scenario without rounds, and what contradicts itself in it; a failure where they cannot be held.
    private func before(_ scenario: Scenario) throws -> Result<[Violation], FixedTimesFailure> {
        let empty = Plan(
            services: [], stop: .interrupted, seed: 0, scenario: scenario, fingerprint: "", sources: [])
        do {
            return .success(scenario.contradictions(in: try FixedTimesPlanning(scenario).completed(empty)))
        } catch let failure as FixedTimesFailure { return .failure(failure) }
    }

    @Test(
        "Two hundred scenarios that contradict themselves are refused before a search, each kind with its rule",
        arguments: 1...200)
    func refused(_ number: Int) throws {
        let kinds = ContradictoryScenario.Kind.allCases
        let kind = kinds[number % kinds.count]
        let drawn = try sound(number)
        switch try before(drawn.contradicting(kind)) {
        case .failure: break
        case .success(let violations):
            #expect(!violations.isEmpty, "\(kind)")
            // Once for the cycle, not once for each week.
            var places: Set<[String?]> = []
            for violation in violations {
                let locus = violation.locus
                let place = [
                    violation.rule?.rawValue, "\(violation.kind)", locus.weekday?.key, locus.service, locus.subject,
                ]
                #expect(places.insert(place).inserted, "\(kind): \(violation)")
            }
        }
    }

    @Test(
        "What is not refused before the search has a plan that the check confirms, or none by proof", arguments: 1...8)
    func notRefused(_ number: Int) throws {
        var scenario = try sound(300 + number).scenario
        scenario.parameters.minimumHalfDays = 0
        scenario.parameters.longDaysMaximum = Parameters.everyDay
        scenario.centres[0].openings.removeLast()
        let solution: RoundsSolver.Solution
        do {
            solution = try RoundsSolver.solve(
                scenario, limits: SolveLimits(gap: 0.2, seconds: 20, seed: 1, workers: 1))
        } catch is SolveFailure { return }
        let plan = try FixedTimesPlanning(scenario).completed(
            Plan(
                services: solution.services, stop: solution.stop, seed: 1, scenario: scenario, fingerprint: "",
                sources: []))
        let check = PlanCheck(plan)
        #expect(check.isValid, "\(check.verdicts.filter { $0.state == .broken }) \(check.discrepancies)")
    }

    @Test("An absence is no contradiction")
    func absences() throws {
        var scenario = try sound(7).scenario
        scenario.absences = [
            Absence(person: "accueil", from: scenario.firstMonday, until: scenario.firstMonday.adding(days: 2))
        ]
        #expect(try before(scenario) == .success([]))
    }

    @Test("Works in a fixed centre are no contradiction, for a day, a week or the whole cycle: the rounds can be made")
    func works() throws {
        let scenario = try sound(7).scenario
        for (first, days) in [(1, 1), (7, 7), (-30, 200), (28, 60)] {
            var closed = scenario
            let from = scenario.firstMonday.adding(days: first)
            closed.calendar.exceptions = [
                .init(place: "maison", from: from, until: from.adding(days: days - 1), reason: "travaux")
            ]
            #expect(try before(closed) == .success([]), "\(first), \(days)")
        }
    }

    @Test("What a centre in works would break with its doors open is still told")
    func worksAndMore() throws {
        var scenario = try sound(7).scenario
        scenario.calendar.exceptions = [
            .init(
                place: "maison", from: scenario.firstMonday, until: scenario.firstMonday.adding(days: 27),
                reason: "travaux")
        ]
        scenario.centres[0].openings.removeLast()
        guard case .success(let told) = try before(scenario) else {
            Issue.record("not staffed")
            return
        }
        #expect(told.map(\.rule) == [.r01] && told.map(\.found) == [.count(4)])
    }

    @Test("Where the children leave too few seats for the whole crew, those who must go, go")
    func seats() throws {
        var scenario = try sound(3).scenario
        scenario.prisonRelays[0].visits[0].pickups[0].children = 7
        for number in 1...4 {
            scenario.staff.append(
                StaffMember(
                    id: "aide\(number)", crew: "rep", roles: [.escort], weeklyHours: Minutes(1200),
                    standing: "exemple fictif"))
        }
        let empty = Plan(
            services: [], stop: .interrupted, seed: 0, scenario: scenario, fingerprint: "", sources: [])
        let plan = try FixedTimesPlanning(scenario).completed(empty)
        #expect(plan.outings.allSatisfy { $0.staff.count == 2 && $0.staff.contains("rep") })
        scenario.prisonRelays[0].visits[0].pickups[0].children = 9
        #expect(
            throws: FixedTimesFailure.noSeats(
                service: "rep", prison: "prison", van: "minibus", children: 9, adults: 1, seats: 9)
        ) { try FixedTimesPlanning(scenario).completed(empty) }
    }
}
