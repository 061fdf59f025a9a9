import FrenchText
import GeoModel
import PlanAnalysis
import PlanningModel
import Testing

/// What is said of R01 at the dates of a period; exemple fictif.
@Suite("Words of dated weeks")
struct DatedWeekWordsTests {
    private static func date(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

    /// Three mornings a week, three asked for; the calendars end with 2027.
    private func weeks(from first: String, until last: String) -> [OpenedWeek] {
        var scenario = PublicationFixture.scenario()
        scenario.absences = []
        scenario.calendar.exceptions = []
        scenario.parameters.minimumHalfDays = 3
        scenario.centres = []
        scenario.services = [scenario.services[0]]
        scenario.services[0].programme = []
        let rounds = (1...4).flatMap { week in
            [(Weekday.monday, 0), (.wednesday, 1), (.thursday, 2)].map { weekday, venue in
                PublicationFixture.day(week, weekday, 1, [(venue, [PublicationFixture.hours(10, 13)])])
            }
        }
        var plan = PublicationFixture.plan(scenario, rounds: ["service-1": rounds])
        plan.services[0].sessions = []
        plan.shifts = []
        return DatedPlan(plan: plan, period: Self.date(first)...Self.date(last)).openedWeeks
    }

    @Test("Weeks that the calendars reach and that hold enough conform at their dates")
    func known() {
        let weeks = weeks(from: "2027-03-08", until: "2027-03-21")
        #expect(weeks.map(\.isCovered) == [true, true])
        #expect(
            DatedWeekWords.text(weeks)
                == "Conforme à R01 pour le cycle type, et chaque semaine de la période l'est à ses dates.")
    }

    @Test("A week that no calendar covers is never called conforming at its dates: its holidays are not known")
    func notCovered() throws {
        // The week of 27 December reaches into 2028.
        let weeks = weeks(from: "2027-12-20", until: "2028-01-09")
        #expect(weeks.map(\.isCovered) == [true, true, false])
        let week = try #require(weeks.last)
        #expect(week.held == 3 && !week.isShort)
        let text = ReportFigures.plain(DatedWeekWords.text(weeks))
        #expect(!text.contains("l'est à ses dates"))
        #expect(text.contains("jours fériés ou vacances non connus pour 1 semaine de la période"))
        let names = ReportNames(PublicationFixture.scenario())
        let words = "jours fériés ou vacances non connus pour cette semaine"
        #expect(DatedWeekWords.row(week, names).contains(words))
        #expect(DatedWeekWords.sentence(week, names).contains(words))
    }

    @Test("A period without any week of the plan conforms to nothing")
    func noWeek() {
        let weeks = weeks(from: "2026-11-01", until: "2026-11-15")
        #expect(weeks.isEmpty)
        #expect(!DatedWeekWords.text(weeks).contains("onforme"))
    }
}
