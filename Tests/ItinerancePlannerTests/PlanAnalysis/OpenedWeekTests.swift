import GeoModel
import PlanAnalysis
import PlanningModel
import Testing

/// R01 at the dates of weeks, and what could be made up for; exemple fictif.
@Suite("A week at its dates")
struct OpenedWeekTests {
    /// The week of Easter Monday 2027, and the one before.
    private static let (before, easter) = (date("2027-03-22"), date("2027-03-29"))

    private static func date(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

    /// Three mornings a week, three asked for; the team does not go out on Tuesdays.
    private func dated(_ edit: (inout Scenario) -> Void = { _ in }) -> DatedPlan {
        let plan = PublicationFixture.threeMornings { scenario in
            scenario.services[0].teams[0].weekdays = [.monday, .wednesday, .thursday, .friday]
            edit(&scenario)
        }
        return DatedPlan(plan: plan, period: Self.before...Self.easter.adding(days: 6))
    }

    private func week(_ dated: DatedPlan, _ monday: CivilDate, _ service: String = "service-1") -> OpenedWeek? {
        dated.openedWeeks.first { $0.service == service && $0.monday == monday }
    }

    @Test(
        "A week with a holiday holds one less than it should, says why, and names the free day that would make up for it"
    )
    func holiday() throws {
        let dated = dated()
        let usual = try #require(week(dated, Self.before))
        #expect(usual.held == 3 && !usual.isShort && usual.losses.isEmpty && usual.catchUps.isEmpty)
        let short = try #require(week(dated, Self.easter))
        #expect(short.held == 2 && short.planned == 3 && short.minimum == 3 && short.isShort && short.isMetByCycle)
        #expect(short.losses.map(\.state) == [.falls(.publicHoliday("Férié"))])
        #expect(short.losses.map(\.halfDays) == [1] && short.losses[0].dates == [Self.easter])
        // Not Tuesday, on which the team does not go out; Friday is free.
        let catchUp = try #require(short.catchUps.first)
        #expect(short.catchUps.count == 1 && catchUp.date.iso == "2027-04-02" && !catchUp.isHeld)
        #expect(catchUp.halfDays == 1 && catchUp.lost == Self.easter && catchUp.roadEuros > 0 && catchUp.crewEuros > 0)
        // Nothing of it is published.
        #expect(!dated.openings.contains { $0.date.iso == "2027-04-02" })
    }

    @Test(
        "Where the free day is closed, barred or without a driver, or hours of the week are full, nothing is proposed")
    func noRoom() {
        func proposals(_ edit: (inout Scenario) -> Void) -> Int? { week(dated(edit), Self.easter)?.catchUps.count }
        let friday = Self.date("2027-04-02")
        #expect(proposals { _ in } == 1)
        #expect(
            proposals {
                $0.calendar.exceptions = [
                    .init(place: PublicationFixture.venue(0), from: friday, until: friday, reason: "travaux")
                ]
            } == 0)
        #expect(proposals { $0.calendar.publicHolidays.append(.init(date: friday, name: "Pont")) } == 0)
        #expect(
            proposals { scenario in
                scenario.absences = ["agent-1a", "agent-1b"].map { Absence(person: $0, from: friday, until: friday) }
            } == 0)
        #expect(proposals { $0.services[0].teams[0].weekdays = [.monday, .wednesday, .thursday] } == 0)
        #expect(
            proposals { scenario in
                for index in scenario.staff.indices { scenario.staff[index].weeklyHours = Minutes(5 * 60) }
            } == 0)
    }

    @Test("With « feries: rattrape » the round is held on the free day, and the week then holds what it should")
    func madeUp() throws {
        let dated = dated { $0.parameters.holidays = .makeUp }
        let own = dated.openings.filter { $0.service == "service-1" && $0.date >= Self.easter }
        #expect(own.map(\.date.iso) == ["2027-03-29", "2027-03-31", "2027-04-01", "2027-04-02"])
        try #require(own.map(\.state.isHeld) == [false, true, true, true])
        #expect(own[0].state == .falls(.publicHoliday("Férié")) && own[3].visit == own[0].visit)
        let made = try #require(week(dated, Self.easter))
        #expect(made.held == 3 && !made.isShort && made.planned == 3 && made.losses.count == 1)
        #expect(made.catchUps.map(\.isHeld) == [true])
        // The other weeks are as they were.
        #expect(week(dated, Self.before)?.catchUps.isEmpty == true)
        #expect(dated.days.contains { $0.date.iso == "2027-04-02" && $0.state == .held })
        // A week that holds enough without it makes up for nothing.
        let enough = self.dated {
            $0.parameters.holidays = .makeUp
            $0.parameters.minimumHalfDays = 2
        }
        #expect(!enough.openings.contains { $0.date.iso == "2027-04-02" })
    }

    @Test(
        "Closures and absences are losses too, each with its reason; a fixed centre's weeks are counted like a service's"
    )
    func reasons() throws {
        let dated = dated { scenario in
            scenario.parameters.minimumHalfDays = 1
            scenario.calendar.exceptions = [
                .init(
                    place: PublicationFixture.venue(1), from: Self.date("2027-03-24"), until: Self.date("2027-03-24"),
                    reason: "élections"),
                .init(
                    place: PublicationFixture.venue(4), from: Self.easter, until: Self.date("2027-06-30"),
                    reason: "travaux"),
            ]
            scenario.absences = ["agent-1a", "agent-1b"].map {
                Absence(person: $0, from: Self.date("2027-03-25"), until: Self.date("2027-03-25"))
            }
        }
        let rounds = try #require(week(dated, Self.before))
        #expect(rounds.held == 1 && !rounds.isShort)
        #expect(rounds.losses.map(\.state) == [.falls(.placeClosed("élections")), .falls(.noAccueillant)])
        let open = try #require(week(dated, Self.before, "fixe"))
        #expect(open.held == 1 && open.losses.isEmpty)
        let closed = try #require(week(dated, Self.easter, "fixe"))
        #expect(closed.held == 0 && closed.isShort && closed.isMetByCycle)
        #expect(closed.losses.map(\.state) == [.falls(.placeClosed("travaux"))])
    }
}
