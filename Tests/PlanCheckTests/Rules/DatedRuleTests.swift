import GeoModel
import PlanCheck
import PlanningModel
import Testing

/// Visits on dates on which a place is closed (R38); exemple fictif.
@Suite("Nothing on a date on which the place is closed")
struct DatedRuleTests {
    private func scenario(
        _ venue: String, from: String, until: String, _ edit: (inout Parameters) -> Void = { _ in }
    ) -> Scenario {
        var scenario = PlanFixture.scenario(edit)
        scenario.calendar.exceptions = [
            .init(place: venue, from: CivilDate(iso: from)!, until: CivilDate(iso: until)!, reason: "travaux")
        ]
        return scenario
    }

    /// The hand-made plan, its credits worked out by the optimizer's own valuation where visits fall.
    private func plan(_ scenario: Scenario) -> Plan {
        var open = scenario
        open.calendar.exceptions = []
        var plan = PlanFixture.plan(open, PlanFixture.days(open))
        plan.scenario = scenario
        return plan
    }

    @Test("A visit on the first or the last closed date breaks R38 and no other rule; the day before breaks nothing")
    func edges() {
        // Mondays at the first venue: 4, 11, 18, 25 January.
        for (from, until, weeks) in [
            ("2027-01-11", "2027-01-11", [2]), ("2027-01-05", "2027-01-11", [2]), ("2027-01-11", "2027-01-18", [2, 3]),
            ("2027-01-12", "2027-01-17", []), ("2027-02-01", "2027-06-30", []),
        ] {
            let own = scenario("lieu-59001", from: from, until: until)
            #expect(
                PlanFixture.broken(plan(own))
                    == weeks.map {
                        Violation(
                            .r38, .placeClosed,
                            at: PlanLocus(service: "lr", week: $0, weekday: .monday, subject: "lieu-59001"))
                    }, "\(from)…\(until)")
        }
    }

    @Test("The credit of a visit that falls is not counted: the plan that counts it does not agree with its data")
    func credit() {
        let own = scenario("lieu-59001", from: "2027-01-11", until: "2027-01-11")
        let kinds = PlanFixture.kinds(plan(own))
        #expect(kinds.contains(.creditVisits) && kinds.contains(.needReached))
        #expect(PlanFixture.kinds(plan(PlanFixture.scenario())).isEmpty)
    }

    @Test("A half-day that falls does not count for R01: at the threshold it breaks it, one above it does not")
    func opening() {
        func broken(_ least: Int) -> Set<RuleID> {
            let own = scenario("lieu-59001", from: "2027-01-11", until: "2027-01-11") { $0.minimumHalfDays = least }
            return Set(PlanFixture.broken(plan(own)).compactMap(\.rule))
        }
        #expect(broken(6) == [.r01, .r38])
        #expect(broken(5) == [.r38])
    }

    @Test("On a public holiday nothing is held anyway: R35 tells it, and R38 says nothing")
    func holiday() {
        var own = scenario("lieu-59001", from: "2027-01-11", until: "2027-01-11")
        own.calendar.publicHolidays.append(.init(date: CivilDate(iso: "2027-01-11")!, name: "Férié"))
        let check = PlanCheck(plan(own))
        #expect(check.isValid)
        #expect(check.verdicts.first { $0.rule == .r35 }?.violations.contains { $0.kind == .publicHoliday } == true)
    }

    @Test(
        "At its own dates a week may hold less: R01 reports it with its figure, and the plan stays valid; at the threshold not"
    )
    func datedOpening() {
        func verdict(_ least: Int, _ edit: (inout Scenario) -> Void) -> (isValid: Bool, r01: RuleVerdict?) {
            var own = PlanFixture.scenario { $0.minimumHalfDays = least }
            edit(&own)
            let check = PlanCheck(plan(own))
            return (check.isValid, check.verdicts.first { $0.rule == .r01 })
        }
        func short(_ found: Int, _ limit: Int) -> [Violation] {
            [
                Violation(
                    .r01, .tooFewHeldHalfDays, severity: .soft, at: PlanLocus(service: "lr", week: 2),
                    found: .count(found), limit: .count(limit))
            ]
        }
        let monday = CivilDate(iso: "2027-01-11")!
        func holiday(_ scenario: inout Scenario) {
            scenario.calendar.publicHolidays.append(.init(date: monday, name: "Férié"))
        }
        #expect(verdict(5, holiday).r01?.violations == short(4, 5) && verdict(5, holiday).isValid)
        #expect(verdict(5, holiday).r01?.state == .reported)
        #expect(verdict(4, holiday).r01?.state == .met)
        // Both of the crew away on one day: R02 is broken there, and the week holds less.
        let away = verdict(5) { scenario in
            scenario.absences = ["a", "b"].map { Absence(person: $0, from: monday, until: monday) }
        }
        #expect(away.r01?.violations == short(4, 5) && !away.isValid)
        // One of two away: the other receives and drives.
        #expect(verdict(6) { $0.absences = [Absence(person: "a", from: monday, until: monday)] }.r01?.state == .met)
        // A place that is closed in school holidays, by its own hours.
        let closed = verdict(6) { scenario in
            scenario.calendar.schoolHolidays.append(.init(date: monday, name: "Vacances"))
            scenario.territory.venueFacts = [VenueFacts(venue: "lieu-59001", openingHours: "Mo-Fr 08:00-18:00; SH off")]
        }
        #expect(closed.r01?.violations == short(5, 6))
    }

    @Test("A permit that ends on the date of a visit covers it; the day before, R34 is broken on that date alone")
    func permits() {
        for (until, weeks) in [("2027-01-25", []), ("2027-01-24", [4]), ("2027-01-10", [2, 3, 4])] {
            var own = PlanFixture.scenario()
            own.territory.permits = [
                ParkingPermit(
                    venue: "lieu-59001", from: CivilDate(iso: "2026-01-01")!, until: CivilDate(iso: until)!)
            ]
            #expect(
                PlanFixture.broken(plan(own)).map(\.locus.week) == weeks, "\(until)")
        }
    }
}
