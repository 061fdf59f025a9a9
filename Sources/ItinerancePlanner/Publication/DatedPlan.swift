import GeoModel
import RoundPlan

/// What the cycle of a plan holds on dated days: the cycle comes again from its first Monday on.
struct DatedPlan: Sendable {
    /// Whether what is planned on a date takes place.
    enum State: Hashable, Sendable {
        case held
        case publicHoliday(String)
        case schoolHoliday(String)
        /// The venue or the prison is closed, with the reason.
        case placeClosed(String)
        /// No accueillant of the crew is there.
        case nobodyThere
        /// The calendars do not reach so far: not known.
        case notCovered

        /// Planned and not known to fall.
        var isHeld: Bool { self == .held || self == .notCovered }
    }

    struct Opening: Sendable {
        var date: CivilDate
        /// Week of the cycle, from 1.
        var week: Int
        /// Identifier of the service of rounds.
        var service: String
        var day: DayRound
        var visit: Visit
        var hours: Interval
        var state: State
    }

    struct Shift: Sendable {
        var date: CivilDate
        var week: Int
        var shift: RoundPlan.Shift
        var state: State
    }

    struct Outing: Sendable {
        var date: CivilDate
        var week: Int
        var outing: PrisonOuting
        var state: State
    }

    struct Session: Sendable {
        var date: CivilDate
        var week: Int
        var service: String
        var session: PlannedSession
        var state: State
    }

    let plan: Plan
    /// Both included.
    let period: ClosedRange<CivilDate>

    private var scenario: Scenario { plan.scenario }
    private var cycleDays: Int { 7 * scenario.parameters.cycleWeeks }

    /// Dates of the period on which a weekday of a week of the cycle falls.
    func dates(week: Int, _ weekday: Weekday) -> [CivilDate] {
        let first = scenario.date(week: week, weekday)
        guard first <= period.upperBound else { return [] }
        let late = max(0, period.lowerBound.dayNumber - first.dayNumber)
        let turns = (late + cycleDays - 1) / cycleDays
        return stride(from: first.dayNumber + turns * cycleDays, through: period.upperBound.dayNumber, by: cycleDays)
            .map(CivilDate.init(dayNumber:))
    }

    /// Week of the cycle that a date lies in, from 1; `nil` before the first Monday.
    func week(of date: CivilDate) -> Int? {
        let days = date.dayNumber - scenario.firstMonday.dayNumber
        return days < 0 ? nil : days % cycleDays / 7 + 1
    }

    /// Whether all that is planned on a date falls, whatever its place.
    func state(on date: CivilDate) -> State {
        switch scenario.closure(on: date) {
        case .publicHoliday(let name): .publicHoliday(name)
        case .schoolHoliday(let name): .schoolHoliday(name)
        case .notCovered: .notCovered
        case nil: .held
        }
    }

    private func state(on date: CivilDate, at place: String, crew: [String]?) -> State {
        let day = state(on: date)
        guard day.isHeld else { return day }
        if let reason = scenario.calendar.exception(at: place, on: date) { return .placeClosed(reason) }
        if let crew, !crew.isEmpty, crew.allSatisfy({ scenario.isAbsent($0, on: date) }) { return .nobodyThere }
        return day
    }

    /// Days on which a van is out, one for each date, in order.
    var days: [(date: CivilDate, service: String, day: DayRound, state: State)] {
        plan.services.flatMap { service in
            service.days.flatMap { day in
                dates(week: day.week, day.weekday).map {
                    (date: $0, service: service.id, day: day, state: state(on: $0))
                }
            }
        }.sorted { ($0.date, $0.day.van, $0.service) < ($1.date, $1.day.van, $1.service) }
    }

    /// Every opening of the rounds, in the order of dates and hours.
    var openings: [Opening] {
        plan.services.flatMap { service in
            service.days.flatMap { day -> [Opening] in
                let crew = scenario.staff.filter { $0.crew == day.crew && $0.roles.contains(.accueillant) }.map(\.id)
                return dates(week: day.week, day.weekday).flatMap { date in
                    day.visits.flatMap { visit in
                        visit.openings.map {
                            Opening(
                                date: date, week: day.week, service: service.id, day: day, visit: visit, hours: $0,
                                state: state(on: date, at: visit.venue, crew: crew))
                        }
                    }
                }
            }
        }.sorted { ($0.date, $0.hours.start, $0.visit.venue) < ($1.date, $1.hours.start, $1.visit.venue) }
    }

    /// Listening and fixed centres.
    var shifts: [Shift] {
        plan.shifts.flatMap { shift -> [Shift] in
            let venue = scenario.centres.first { $0.id == shift.service }?.venue ?? ""
            return dates(week: shift.week, shift.weekday).map {
                Shift(date: $0, week: shift.week, shift: shift, state: state(on: $0, at: venue, crew: shift.staff))
            }
        }.sorted {
            ($0.date, $0.shift.hours.start, $0.shift.service) < ($1.date, $1.shift.hours.start, $1.shift.service)
        }
    }

    var outings: [Outing] {
        plan.outings.flatMap { outing in
            dates(week: outing.week, outing.weekday).map {
                Outing(
                    date: $0, week: outing.week, outing: outing,
                    state: state(on: $0, at: outing.prison, crew: outing.staff))
            }
        }.sorted { ($0.date, $0.outing.departure) < ($1.date, $1.outing.departure) }
    }

    var sessions: [Session] {
        plan.services.flatMap { service in
            service.sessions.flatMap { session in
                dates(week: session.week, session.weekday).map {
                    Session(
                        date: $0, week: session.week, service: service.id, session: session,
                        state: state(on: $0, at: session.venue, crew: nil))
                }
            }
        }.sorted {
            ($0.date, $0.session.hours.start, $0.session.venue) < ($1.date, $1.session.hours.start, $1.session.venue)
        }
    }
}
