import GeoModel
import PlanCheck
import PlanningModel
import Testing

/// A fixed centre whose venue is closed on dates of the cycle (R38) does not open on them (R01); exemple fictif.
@Suite("A fixed centre in works")
struct ClosedCentreTests {
    private static func date(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

    /// A centre open Monday to Friday, 9:00 to 12:00, and so many afternoons besides, with its people in every week.
    private func broken(
        closed: (String, String), afternoons: [Weekday] = [], _ edit: (inout Scenario) -> Void = { _ in }
    ) -> [Violation] {
        var scenario = PlanFixture.scenario()
        let commune = scenario.territory.communes[0]
        scenario.territory.venues.append(
            Place(id: "maison", name: "Maison", commune: commune.code, position: commune.centre))
        let mornings = [Weekday.monday, .tuesday, .wednesday, .thursday, .friday].map { ($0, 540) }
        let slots = (mornings + afternoons.map { ($0, 840) }).map { weekday, start in
            WeeklySlot(weekday: weekday, hours: Interval(start: Minutes(start), end: Minutes(start + 180)))
        }
        scenario.centres = [
            FixedCentre(
                id: "fixe", name: "Lieu fixe", kind: .parentingResource, venue: "maison", crew: "fixe", openings: slots)
        ]
        scenario.calendar.exceptions = [
            .init(place: "maison", from: Self.date(closed.0), until: Self.date(closed.1), reason: "travaux")
        ]
        edit(&scenario)
        var plan = PlanFixture.plan(scenario, PlanFixture.days(scenario))
        plan.shifts = (1...4).flatMap { week in
            slots.map { Shift(service: "fixe", week: week, weekday: $0.weekday, hours: $0.hours, staff: ["c"]) }
        }
        let view = PlanView(plan)
        let found =
            MinimumOpening(scenario.parameters).violations(in: view) + OpenOnItsDates().violations(in: view)
        return found.filter { $0.severity == .hard }
    }

    private func few(_ week: Int, _ found: Int) -> Violation {
        Violation(
            .r01, .tooFewHalfDays, at: PlanLocus(service: "fixe", week: week), found: .count(found), limit: .count(5))
    }

    private func shut(_ week: Int, _ weekday: Weekday) -> Violation {
        Violation(
            .r38, .placeClosed, at: PlanLocus(service: "fixe", week: week, weekday: weekday, subject: "maison"))
    }

    @Test("Closed for one day: R38 tells that opening, and R01 the week that then holds one too few")
    func oneDay() {
        #expect(broken(closed: ("2027-01-12", "2027-01-12")) == [few(2, 4), shut(2, .tuesday)])
    }

    @Test("Above the minimum by one, R38 alone is broken")
    func aboveTheMinimum() {
        #expect(
            broken(closed: ("2027-01-12", "2027-01-12"), afternoons: [.monday]) == [shut(2, .tuesday)])
    }

    @Test("Closed for a week: each opening of it is told, and the week holds none")
    func oneWeek() {
        let found = broken(closed: ("2027-01-18", "2027-01-24"))
        #expect(found.filter { $0.rule == .r01 } == [few(3, 0)])
        #expect(
            found.filter { $0.rule == .r38 }
                == [Weekday.monday, .tuesday, .wednesday, .thursday, .friday].map { shut(3, $0) })
    }

    @Test("Closed for months: no week of the cycle holds anything")
    func months() {
        let found = broken(closed: ("2026-12-01", "2027-06-30"))
        #expect(found.filter { $0.rule == .r01 } == (1...4).map { few($0, 0) })
        #expect(found.count { $0.rule == .r38 } == 20)
    }

    @Test(
        "Closed when it would not open anyway, nothing is told",
        arguments: [("2027-01-09", "2027-01-10"), ("2027-02-01", "2027-06-30"), ("2026-11-01", "2027-01-03")])
    func elsewhere(_ closed: (String, String)) {
        #expect(broken(closed: closed) == [])
    }

    @Test("On a public holiday the closure takes nothing: R35 tells of the day")
    func holiday() {
        let found = broken(closed: ("2027-01-12", "2027-01-12")) {
            $0.calendar.publicHolidays.append(.init(date: Self.date("2027-01-12"), name: "Férié"))
        }
        #expect(found == [])
    }
}
