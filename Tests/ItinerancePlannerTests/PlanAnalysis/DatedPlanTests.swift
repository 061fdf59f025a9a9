import GeoModel
import PlanAnalysis
import PlanningModel
import Testing

/// Dates on which people or places are missing; exemple fictif.
@Suite("An opening that cannot take place is never held")
struct DatedPlanTests {
    private static let period = date("2027-01-04")...date("2027-01-31")

    private static func date(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

    private func dated(_ edit: (inout Scenario) -> Void) -> DatedPlan {
        var scenario = PublicationFixture.scenario()
        scenario.absences = []
        scenario.calendar.exceptions = []
        edit(&scenario)
        var plan = PublicationFixture.plan(scenario)
        for index in plan.outings.indices { plan.outings[index].staff = ["agent-2a"] }
        return DatedPlan(plan: plan, period: Self.period)
    }

    private func away(_ person: String, _ from: String, _ until: String) -> Absence {
        Absence(person: person, from: Self.date(from), until: Self.date(until))
    }

    private func only(_ role: StaffRole, _ person: String, _ scenario: inout Scenario) {
        for index in scenario.staff.indices where scenario.staff[index].id == person {
            scenario.staff[index].roles = [role]
        }
    }

    private func fallen(_ dated: DatedPlan, _ service: String) -> [String: Set<DatedPlan.State>] {
        Dictionary(
            grouping: dated.openings.filter { $0.service == service && !$0.state.isHeld }, by: \.date.iso
        ).mapValues { Set($0.map(\.state)) }
    }

    @Test("Only the driver away: every opening of that van falls for want of a driver, the other van's is held")
    func driver() {
        let dated = dated { scenario in
            only(.accueillant, "agent-1b", &scenario)
            scenario.absences = [away("agent-1a", "2027-01-11", "2027-01-17")]
        }
        let own = fallen(dated, "service-1")
        #expect(Set(own.keys) == ["2027-01-11", "2027-01-13"])
        #expect(own.values.allSatisfy { $0 == [.falls(.noDriver)] })
        #expect(fallen(dated, "service-2").isEmpty)
        #expect(dated.days.contains { $0.date.iso == "2027-01-11" && $0.state == .falls(.noDriver) })
        let told = FallenOpenings.all(dated)
        // She listens on Tuesday evenings too.
        #expect(told.map(\.state) == [.falls(.noDriver), .falls(.noAccueillant)])
        #expect(told[1].dates.map(\.iso) == ["2027-01-12"])
        #expect(told[0].count == 4 && told[0].dates.map(\.iso) == ["2027-01-11", "2027-01-13"])
    }

    @Test("One day away, and the day after: the first and the last day count, no other")
    func oneDay() {
        let dated = dated { scenario in
            only(.driver, "agent-1a", &scenario)
            only(.accueillant, "agent-1b", &scenario)
            scenario.absences = [away("agent-1b", "2027-01-18", "2027-01-18")]
        }
        #expect(fallen(dated, "service-1") == ["2027-01-18": [.falls(.noAccueillant)]])
    }

    @Test("Of two who both drive and receive, one away leaves the round held, two do not")
    func bothAway() {
        #expect(fallen(dated { $0.absences = [away("agent-1a", "2027-01-04", "2027-01-31")] }, "service-1").isEmpty)
        let dated = dated {
            $0.absences = ["agent-1a", "agent-1b"].map { away($0, "2027-01-04", "2027-01-04") }
        }
        #expect(fallen(dated, "service-1") == ["2027-01-04": [.falls(.noAccueillant)]])
    }

    @Test("The one with the licence for a heavy van away: nobody may drive it")
    func licence() {
        let dated = dated { scenario in
            scenario.vans[0].maximumMass = 4250
            for index in scenario.staff.indices where scenario.staff[index].id == "agent-1a" {
                scenario.staff[index].licence = "C1"
            }
            scenario.absences = [away("agent-1a", "2027-01-25", "2027-01-29")]
        }
        #expect(Set(fallen(dated, "service-1").keys) == ["2027-01-25", "2027-01-27"])
        #expect(fallen(dated, "service-1").values.allSatisfy { $0 == [.falls(.noDriver)] })
    }

    @Test("A session that asks for two accueillants falls with its opening when one is there; other openings are held")
    func session() {
        let dated = dated { scenario in
            scenario.services[0].programme[0].isLaep = true
            scenario.absences = [away("agent-1a", "2027-01-04", "2027-01-31")]
        }
        // The session is on Monday of the first week of the cycle, at nine.
        let monday = dated.dates(week: 1, .monday).first ?? CivilDate(dayNumber: 0)
        let own = dated.openings.filter { $0.date == monday && $0.service == "service-1" }
        #expect(own.map(\.state) == [.falls(.tooFewAccueillants), .held])
        let session = dated.sessions.first { $0.date == monday && $0.session.kind == "caf" }
        #expect(session?.state == .falls(.tooFewAccueillants))
        #expect(Set(fallen(dated, "service-1").keys) == [monday.iso])
    }

    @Test(
        "A fixed centre whose accueillants are away, or whose venue is closed, is not open; listening needs its listener"
    )
    func shifts() {
        let dated = dated { scenario in
            scenario.absences =
                ["agent-2a", "agent-2b"].map { away($0, "2027-01-12", "2027-01-12") }
                + [away("agent-1a", "2027-01-19", "2027-01-19")]
            scenario.calendar.exceptions = [
                .init(
                    place: PublicationFixture.venue(4), from: Self.date("2027-01-26"), until: Self.date("2027-06-30"),
                    reason: "travaux")
            ]
        }
        let states = Dictionary(
            dated.shifts.filter { !$0.state.isHeld }.map { ("\($0.date.iso) \($0.shift.service)", $0.state) },
            uniquingKeysWith: { first, _ in first })
        #expect(
            states == [
                "2027-01-12 fixe": .falls(.noAccueillant), "2027-01-19 ecoute": .falls(.noAccueillant),
                "2027-01-26 fixe": .falls(.placeClosed("travaux")),
            ])
    }

    @Test("A place's own hours for holidays, a closure and a permit that ends make its openings fall on their dates")
    func places() {
        let dated = dated { scenario in
            scenario.calendar.schoolHolidays.append(.init(date: Self.date("2027-01-11"), name: "Vacances"))
            scenario.calendar = ClosureCalendar(
                publicHolidays: scenario.calendar.publicHolidays, schoolHolidays: scenario.calendar.schoolHolidays,
                exceptions: [
                    .init(
                        place: PublicationFixture.venue(1), from: Self.date("2027-01-18"),
                        until: Self.date("2027-01-18"), reason: "")
                ])
            scenario.territory.venueFacts[0].openingHours = "Mo-Fr 08:00-18:00; SH off"
            scenario.territory.permits = [
                ParkingPermit(
                    venue: PublicationFixture.venue(1), from: Self.date("2026-01-01"), until: Self.date("2027-01-24"))
            ]
        }
        let own = dated.openings.filter { $0.service == "service-1" && !$0.state.isHeld }
            .map { "\($0.date.iso) \($0.visit.venue)" }
        #expect(own == ["2027-01-11 lieu-01001", "2027-01-18 lieu-01002", "2027-01-25 lieu-01002"])
        let reasons = dated.openings.filter { $0.service == "service-1" && !$0.state.isHeld }.map(\.state)
        #expect(reasons == [.falls(.outsideHours), .falls(.placeClosed("")), .falls(.noPermit)])
    }
}
