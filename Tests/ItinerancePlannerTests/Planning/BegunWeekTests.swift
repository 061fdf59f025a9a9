import GeoModel
import Optimizer
import Planning
import PlanningModel
import Testing

/// An updated scenario that begins within a week: what it closes in the rest of that week is planned too; exemple fictif.
@Suite("The week in which an updated scenario begins")
struct BegunWeekTests {
    private static func date(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

    private static let labels = ReplanLabels(venueClosed: "fermé", dayClosed: "jour fermé") { name, _ in name }

    /// Mondays at the first two places, and others; the plan begins on 30 November 2026.
    private static var plan: Plan {
        var scenario = PublicationFixture.scenario()
        scenario.absences = []
        scenario.calendar.exceptions = []
        return PublicationFixture.plan(scenario)
    }

    private func weeks(
        from: String?, _ events: [String] = [], hasScenario: Bool = true, _ edit: (inout Scenario) -> Void
    ) throws -> [DatedWeek] {
        let plan = Self.plan
        var updated = plan.scenario
        edit(&updated)
        let calendar = try EventCalendar(
            events.compactMap(PlanEvent.init), from: from.map(Self.date), until: nil, hasScenario: hasScenario, plan,
            Self.labels)
        return calendar.weeks(of: plan, hasScenario ? updated : nil)
    }

    private func close(_ venue: Int, _ from: String, _ until: String, _ scenario: inout Scenario) {
        scenario.calendar.exceptions.append(
            .init(
                place: PublicationFixture.venue(venue), from: Self.date(from), until: Self.date(until),
                reason: "travaux"))
    }

    @Test("A closure on a day that is left of it is one of that week, which may change from the first day on")
    func closure() throws {
        // Tuesday to the Friday on which the second service visits the third place.
        let found = try weeks(from: "2026-12-01") { close(2, "2026-12-04", "2026-12-04", &$0) }
        #expect(found.map(\.monday) == [Self.date("2026-11-30")])
        #expect(found.map(\.open) == [Self.date("2026-12-01")])
        let exceptions = try #require(found.first).scenario.calendar.exceptions
        #expect(exceptions.map(\.from) == [Self.date("2026-12-04")] && exceptions.map(\.reason) == ["travaux"])
    }

    @Test("Of a closure that goes on, the rest of the week is that week's, and the new cycle has its own")
    func long() throws {
        let found = try weeks(from: "2026-12-09") { close(2, "2026-11-01", "2027-03-31", &$0) }
        #expect(found.map(\.monday) == [Self.date("2026-12-07")])
        let exceptions = try #require(found.first).scenario.calendar.exceptions
        #expect(exceptions.map(\.from) == [Self.date("2026-12-09")])
        #expect(exceptions.map(\.until) == [Self.date("2026-12-13")])
    }

    @Test("Somebody who is away on a day that is left of it is missed in that week")
    func absence() throws {
        let day = Self.date("2026-12-04")
        let found = try weeks(from: "2026-12-02") {
            $0.absences.append(Absence(person: "agent-2a", from: day, until: day))
        }
        #expect(found.map(\.monday) == [Self.date("2026-11-30")])
        #expect(found.first?.scenario.absences == [Absence(person: "agent-2a", from: day, until: day)])
    }

    @Test("A public holiday that the plan did not know closes its day in that week")
    func holiday() throws {
        let day = Self.date("2026-12-04")
        func add(_ scenario: inout Scenario) {
            scenario.calendar.publicHolidays.append(.init(date: day, name: "Férié d'essai"))
        }
        let found = try weeks(from: "2026-12-02") { add(&$0) }
        #expect(found.map(\.monday) == [Self.date("2026-11-30")])
        #expect(found.first?.scenario.calendar.publicHoliday(on: day) == "Férié d'essai")
        #expect(found.first?.scenario.parameters.weekdays.contains(.friday) == false)
        // Not after it, and not where the new cycle has it.
        #expect(try weeks(from: "2026-12-05") { add(&$0) }.isEmpty)
        #expect(try weeks(from: "2026-11-30") { add(&$0) }.isEmpty)
    }

    @Test("What is past, what comes with the new cycle, and what the plan knew already, makes no week of its own")
    func none() throws {
        #expect(try weeks(from: "2026-12-03") { close(2, "2026-12-02", "2026-12-02", &$0) }.isEmpty)
        #expect(try weeks(from: "2026-12-03") { close(2, "2026-12-07", "2026-12-11", &$0) }.isEmpty)
        #expect(try weeks(from: "2026-12-07") { close(2, "2026-12-11", "2026-12-11", &$0) }.isEmpty)
        #expect(try weeks(from: nil) { close(2, "2026-12-04", "2026-12-04", &$0) }.isEmpty)
        #expect(try weeks(from: "2026-12-03") { _ in }.isEmpty)
        var plan = Self.plan
        close(2, "2026-12-04", "2026-12-04", &plan.scenario)
        let calendar = try EventCalendar(
            [], from: Self.date("2026-12-03"), until: nil, hasScenario: true, plan, Self.labels)
        #expect(calendar.weeks(of: plan, plan.scenario).isEmpty)
    }

    @Test("An event for good and a closure in one week make one week of both")
    func both() throws {
        let found = try weeks(from: "2026-12-02", ["lieu-ferme=\(PublicationFixture.venue(3))"]) {
            close(2, "2026-12-04", "2026-12-04", &$0)
        }
        #expect(found.map(\.monday) == [Self.date("2026-11-30")])
        #expect(
            Set(found.first?.scenario.calendar.exceptions.map(\.place) ?? [])
                == [PublicationFixture.venue(2), PublicationFixture.venue(3)])
    }
}
