import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import Testing

/// A venue that is closed on a date is not visited on it (R38): the model bars the pattern, the check finds the visit.
@Suite("Closed on a date of the cycle")
struct ClosureTests {
    private func solved(_ scenario: Scenario) throws -> (value: Int, plan: Plan)? {
        do {
            let solution = try RoundsSolver.solve(
                scenario, limits: SolveLimits(gap: 0, seconds: 60, seed: 3, workers: 1))
            let plan = Plan(
                services: solution.services, stop: solution.stop, seed: 3, scenario: scenario, fingerprint: "",
                sources: [])
            return (solution.services[0].value.count, plan)
        } catch SolveFailure.infeasible, SolveFailure.refused {
            return nil
        }
    }

    private func refusal(_ scenario: Scenario) -> ModelRefusal? {
        do {
            _ = try RoundsSolver.solve(scenario, limits: SolveLimits(seconds: 20, workers: 1))
            return nil
        } catch SolveFailure.refused(let refusal) {
            return refusal
        } catch {
            return nil
        }
    }

    private func closed(_ scenario: Scenario, _ venue: String, from: CivilDate, days: Int) -> Scenario {
        var other = scenario
        other.calendar.exceptions.append(
            .init(place: venue, from: from, until: from.adding(days: days - 1), reason: "travaux"))
        return other
    }

    @Test("Closed through the whole cycle is as if excluded, as brute force says", arguments: 1...12)
    func wholeCycle(_ number: Int) throws {
        let scenario = FeatureTerritory.without(.pins, FeatureTerritory.scenario(.pins, number))
        let venue = try #require(scenario.territory.venues.first).id
        var excluded = scenario
        excluded.services[0].pins = [Pin(venue: venue, served: false)]
        let after = try solved(closed(scenario, venue, from: scenario.firstMonday.adding(days: -30), days: 200))
        #expect(after?.value == BruteForce(excluded).solve())
        if let after { #expect(PlanCheck(after.plan).isValid) }
    }

    @Test("Closed outside of the cycle, or on a Sunday, it changes nothing", arguments: 1...6)
    func outside(_ number: Int) throws {
        let scenario = FeatureTerritory.without(.pins, FeatureTerritory.scenario(.pins, number))
        let venue = try #require(scenario.territory.venues.first).id
        let end = scenario.firstMonday.adding(days: 7 * scenario.parameters.cycleWeeks)
        let expected = BruteForce(scenario).solve()
        #expect(try solved(closed(scenario, venue, from: end, days: 60))?.value == expected)
        #expect(
            try solved(closed(scenario, venue, from: scenario.firstMonday.adding(days: 6), days: 1))?.value == expected)
    }

    @Test("A closure on a public holiday bars nothing: the cycle is the usual week", arguments: 1...6)
    func holiday(_ number: Int) throws {
        var scenario = FeatureTerritory.without(.pins, FeatureTerritory.scenario(.pins, number))
        let expected = BruteForce(scenario).solve()
        let date = scenario.date(week: 1, scenario.parameters.weekdays[0])
        scenario.calendar.publicHolidays = [.init(date: date, name: "Férié")]
        for venue in scenario.territory.venues { scenario = closed(scenario, venue.id, from: date, days: 1) }
        let found = try solved(scenario)
        #expect(found?.value == expected)
        if let found { #expect(PlanCheck(found.plan).isValid) }
    }

    @Test("All venues closed in one week: no plan, and both facts are in the refusal")
    func everywhere() {
        var scenario = FeatureTerritory.without(.pins, FeatureTerritory.scenario(.pins, 3))
        scenario.parameters.minimumHalfDays = 2
        for venue in scenario.territory.venues {
            scenario = closed(scenario, venue.id, from: scenario.firstMonday, days: 7)
        }
        let count = scenario.territory.venues.count
        guard case .openingOutOfReach(let shortage) = refusal(scenario) else {
            Issue.record("no refusal")
            return
        }
        #expect(shortage.required == 2 && shortage.reachable == 0)
        #expect(shortage.limit == .placesClosed(week: 1, closed: count, venues: count, weekdays: 0))
        scenario.parameters.minimumHalfDays = 0
        #expect(refusal(scenario) == nil)
    }

    @Test("A promise to serve a venue that is closed contradicts the closure, and the conflict names both")
    func promised() throws {
        var scenario = FeatureTerritory.without(.pins, FeatureTerritory.scenario(.pins, 1))
        let venue = try #require(scenario.territory.venues.first).id
        scenario.services[0].pins = [Pin(venue: venue, served: true)]
        scenario = closed(scenario, venue, from: scenario.firstMonday, days: 28)
        let finding = try ConflictFinder.find(
            scenario.services[0], in: scenario, VariantSolver(SolveLimits(seconds: 20, workers: 1)))
        guard case .conflict(let conflict) = finding else {
            Issue.record("\(finding)")
            return
        }
        #expect(Set(conflict.members) == [.pin(0), .closures])
    }

    @Test("What a venue says of holidays does not bar the usual week; its other hours do")
    func holidayHours() throws {
        var scenario = FeatureTerritory.without(.pins, FeatureTerritory.scenario(.pins, 2))
        let expected = BruteForce(scenario).solve()
        let date = scenario.date(week: 1, scenario.parameters.weekdays[0])
        scenario.calendar.schoolHolidays = [.init(date: date, name: "Vacances")]
        scenario.territory.venueFacts = scenario.territory.venues.map {
            VenueFacts(venue: $0.id, openingHours: "Mo-Sa 07:00-20:00; SH off; \(Self.text(date)) off")
        }
        let found = try solved(scenario)
        #expect(found?.value == expected)
        if let found { #expect(PlanCheck(found.plan).isValid) }
    }

    private static func text(_ date: CivilDate) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = date.day < 10 ? "0\(date.day)" : "\(date.day)"
        return "\(date.year) \(months[date.month - 1]) \(day)"
    }
}
