import DrawnTerritories
import GeoModel
import PlanningModel
import TestSupport

/// Small territories with every feature, made so that what the check allows goes as far as it can: late hours, long days,
/// shared crews, several services.
enum AdversaryTerritory {
    static func scenario(_ number: Int) -> Scenario {
        var seed = TestRandom(900_000_000 &+ UInt64(number))
        var random = TestRandom(seed.next())
        var scenario =
            random.chance(0.25)
            ? RandomTerritory.scenario(seed: UInt64(number))
            : FeatureTerritory.scenario(random.pick(Feature.allCases), 1000 + number)
        scenario.name = "adversary \(number)"
        if random.chance(0.6) { addEvenings(&scenario, &random) }
        if random.chance(0.4) { addLongDays(&scenario, &random) }
        if random.chance(0.2) { addService(&scenario, &random) }
        if random.chance(0.4) { addDates(&scenario, &random) }
        if random.chance(0.3) { addListening(&scenario, &random) }
        return scenario
    }

    /// Venues that open late, and few evenings for each person.
    private static func addEvenings(_ scenario: inout Scenario, _ random: inout TestRandom) {
        scenario.parameters.windowEnd = Minutes(random.pick([19 * 60, 20 * 60, 21 * 60, 22 * 60]))
        scenario.parameters.eveningsMaximum = random.whole(0...2)
        if random.chance(0.5) { scenario.parameters.eveningFrom = Minutes(random.pick([17 * 60, 18 * 60, 19 * 60])) }
        guard random.chance(0.6) else { return }
        for venue in scenario.territory.venues where random.chance(0.5) {
            scenario.territory.venueFacts.removeAll { $0.venue == venue.id }
            scenario.territory.venueFacts.append(
                VenueFacts(
                    venue: venue.id,
                    openingHours: random.pick(["Mo-Sa 16:30-21:00", "Mo-Sa 15:00-22:00", "Mo-Sa 09:00-20:30"])))
        }
    }

    /// Days above an ordinary span that is short, in a number that binds.
    private static func addLongDays(_ scenario: inout Scenario, _ random: inout TestRandom) {
        scenario.parameters.spanReported = Minutes(random.whole(300...600))
        scenario.parameters.longDaysMaximum = random.whole(0...8)
    }

    /// Closures, permits, holidays and absences within the cycle, a day or some weeks long.
    private static func addDates(_ scenario: inout Scenario, _ random: inout TestRandom) {
        let days = 7 * scenario.parameters.cycleWeeks
        let first = scenario.firstMonday
        func dates(_ random: inout TestRandom) -> ClosedRange<CivilDate> {
            let from = random.whole(-3...days - 1)
            return first.adding(days: from)...first.adding(days: from + random.pick([0, 0, 1, 4, 13, 20]))
        }
        var closures: [ClosureCalendar.Exception] = []
        for venue in scenario.territory.venues {
            if random.chance(0.4) {
                let own = dates(&random)
                closures.append(.init(place: venue.id, from: own.lowerBound, until: own.upperBound, reason: "works"))
            }
            if random.chance(0.15) {
                let own = dates(&random)
                scenario.territory.permits.append(
                    ParkingPermit(venue: venue.id, from: own.lowerBound, until: own.upperBound))
            }
            if random.chance(0.2) {
                let text = random.pick([
                    "Mo-Sa 08:00-22:00; PH off", "Mo-Sa 08:00-22:00; SH 14:00-18:00",
                    "Mo-Sa 08:00-12:30; PH 14:00-18:00",
                    "week 01-53/2 Mo-Sa 08:00-22:00",
                ])
                scenario.territory.venueFacts.removeAll { $0.venue == venue.id }
                scenario.territory.venueFacts.append(VenueFacts(venue: venue.id, openingHours: text))
            }
        }
        // A day outside the cycle, so that the calendars speak of its year.
        let newYear = CivilDate(year: first.year, month: 1, day: 1)!
        let holidays = (0..<days).filter { _ in random.chance(0.1) }.map { first.adding(days: $0) }
        let school = random.chance(0.5) ? Array((0..<days).map { first.adding(days: $0) }.suffix(7)) : []
        scenario.calendar = ClosureCalendar(
            publicHolidays: ([newYear] + holidays).map { .init(date: $0, name: "holiday") },
            schoolHolidays: ([newYear] + school).map { .init(date: $0, name: "holidays") }, exceptions: closures)
        scenario.parameters.schoolHolidays = random.pick(SchoolHolidayMode.allCases)
        for person in scenario.staff where random.chance(0.15) {
            let own = dates(&random)
            scenario.absences.append(Absence(person: person.id, from: own.lowerBound, until: own.upperBound))
        }
    }

    /// Hours of listening, by somebody of no other crew.
    private static func addListening(_ scenario: inout Scenario, _ random: inout TestRandom) {
        scenario.staff.append(
            StaffMember(id: "listener", crew: "listening", roles: [.listener], weeklyHours: Minutes(20 * 60)))
        let slots = scenario.parameters.weekdays.filter { _ in random.chance(0.6) }.map { weekday in
            let start = Minutes(random.pick([9 * 60, 11 * 60, 14 * 60, 16 * 60, 18 * 60]))
            return WeeklySlot(weekday: weekday, hours: Interval(start: start, end: start + Minutes(90)))
        }
        guard !slots.isEmpty else { return }
        scenario.listening = [
            ListeningService(
                id: "listening", name: "Listening",
                besides: random.chance(0.5) ? [] : [scenario.services[0].id], crew: "listening", slots: slots)
        ]
    }

    /// A second service of the same communes, which may share the crew by weekdays.
    private static func addService(_ scenario: inout Scenario, _ random: inout TestRandom) {
        guard scenario.parameters.weekdays.count > 1, scenario.services.count == 1,
            scenario.services[0].teams.count == 1
        else { return }
        var other = scenario.services[0]
        other.id = "other"
        other.name = "Other"
        other.pins = []
        other.formerStops = []
        other.floors = Floors()
        other.budgets = Budgets()
        let weekdays = scenario.parameters.weekdays
        scenario.services[0].teams[0].weekdays = [weekdays[0]]
        other.teams[0].weekdays = Array(weekdays.dropFirst())
        if random.chance(0.3) {
            scenario.services[0].teams[0].weeklyHours = Minutes(random.whole(300...900))
        }
        scenario.services.append(other)
        scenario.parameters.minimumHalfDays = min(1, scenario.parameters.minimumHalfDays)
    }
}
