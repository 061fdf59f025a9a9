import GeoModel
import PlanningModel

/// What the cycle of a plan holds on dated days: the cycle comes again from its first Monday on, but in weeks that have a plan of
/// their own. In those the rounds are that plan's, and what the cycle would have held beside them falls.
package struct DatedPlan: Sendable {
    /// Whether what is planned on a date takes place.
    package enum State: Hashable, Sendable {
        case held
        case publicHoliday(String)
        case schoolHoliday(String)
        /// The venue or the prison is closed, with the reason.
        case placeClosed(String)
        /// No accueillant of the crew is there.
        case nobodyThere
        /// The week has a plan of its own, which does not hold it.
        case otherWeek
        /// The calendars do not reach so far: not known.
        case notCovered

        /// Planned and not known to fall.
        package var isHeld: Bool { self == .held || self == .notCovered }
    }

    /// A day of the cycle, or of a week that has a plan of its own.
    package struct Round: Sendable {
        /// Identifier of the service.
        package var service: String
        /// Its week is that of the cycle.
        package var day: DayRound
        /// The Monday of the week that it is of; `nil` for the cycle.
        package var monday: CivilDate?

        /// Of the same in every plan: `2`, or `2027-01-18`.
        package var weekName: String { monday?.iso ?? String(day.week) }
    }

    package struct Opening: Sendable {
        package var date: CivilDate
        /// Week of the cycle, from 1.
        package var week: Int
        /// The Monday of the week whose own plan it is of; `nil` for the cycle.
        package var monday: CivilDate?
        /// Identifier of the service of rounds.
        package var service: String
        package var day: DayRound
        package var visit: Visit
        package var hours: Interval
        package var state: State

        package init(
            date: CivilDate, week: Int, monday: CivilDate? = nil, service: String, day: DayRound, visit: Visit,
            hours: Interval, state: State
        ) {
            self.date = date
            self.week = week
            self.monday = monday
            self.service = service
            self.day = day
            self.visit = visit
            self.hours = hours
            self.state = state
        }
    }

    package struct Shift: Sendable {
        package var date: CivilDate
        package var week: Int
        package var shift: PlanningModel.Shift
        package var state: State

        package init(date: CivilDate, week: Int, shift: PlanningModel.Shift, state: State) {
            self.date = date
            self.week = week
            self.shift = shift
            self.state = state
        }
    }

    package struct Outing: Sendable {
        package var date: CivilDate
        package var week: Int
        package var outing: PrisonOuting
        package var state: State
    }

    package struct Session: Sendable {
        package var date: CivilDate
        package var week: Int
        package var service: String
        package var session: PlannedSession
        package var state: State
    }

    package let plan: Plan
    /// Both included.
    package let period: ClosedRange<CivilDate>
    /// Plans of single weeks, by their Mondays; each of a cycle of one week.
    package var weeks: [CivilDate: Plan] = [:]

    /// The same over other days.
    package func over(_ period: ClosedRange<CivilDate>) -> DatedPlan {
        DatedPlan(plan: plan, period: period, weeks: weeks)
    }

    private var scenario: Scenario { plan.scenario }

    /// What is known of a date: that of its week's own plan, where there is one.
    private func scenario(on date: CivilDate) -> Scenario { weeks[date.monday]?.scenario ?? scenario }

    /// Those of a crew who are there on a date.
    package func present(crew: String, on date: CivilDate) -> [StaffMember] {
        scenario(on: date).present(crew: crew, on: date)
    }

    package func isAbsent(_ person: String, on date: CivilDate) -> Bool {
        scenario(on: date).isAbsent(person, on: date)
    }

    /// Whether anybody is away at some time.
    package var hasAbsences: Bool {
        !scenario.absences.isEmpty || weeks.values.contains { !$0.scenario.absences.isEmpty }
    }

    // MARK: Weeks with a plan of their own

    private func inCycle(_ day: DayRound, from monday: CivilDate) -> DayRound {
        var day = day
        day.week = week(of: monday) ?? 1
        return day
    }

    private func ownDays(_ monday: CivilDate, of service: String) -> [DayRound] {
        (weeks[monday]?.services.first { $0.id == service }?.days ?? []).map { inCycle($0, from: monday) }
    }

    /// Every day of the cycle, then those days of single weeks that the cycle does not hold just so.
    package var rounds: [Round] {
        let usual = plan.services.flatMap { service in service.days.map { Round(service: service.id, day: $0) } }
        let others = weeks.keys.sorted().flatMap { monday in
            plan.services.flatMap { service in
                ownDays(monday, of: service.id).filter { !service.days.contains($0) }
                    .map { Round(service: service.id, day: $0, monday: monday) }
            }
        }
        return usual + others
    }

    /// Whether a day of the cycle falls on a date, since the week's own plan holds it no more, or otherwise.
    private func isReplaced(_ day: DayRound, of service: String, on date: CivilDate) -> Bool {
        weeks[date.monday] != nil && !ownDays(date.monday, of: service).contains(day)
    }

    /// Dates of the period on which a round takes place as far as the weeks go.
    private func dates(_ round: Round) -> [CivilDate] {
        guard let monday = round.monday else { return dates(week: round.day.week, round.day.weekday) }
        return [monday.adding(days: round.day.weekday.rawValue)].filter(period.contains)
    }
    private var cycleDays: Int { 7 * scenario.parameters.cycleWeeks }

    /// Dates of the period on which a weekday of a week of the cycle falls.
    package func dates(week: Int, _ weekday: Weekday) -> [CivilDate] {
        let first = scenario.date(week: week, weekday)
        guard first <= period.upperBound else { return [] }
        let late = max(0, period.lowerBound.dayNumber - first.dayNumber)
        let turns = (late + cycleDays - 1) / cycleDays
        return stride(from: first.dayNumber + turns * cycleDays, through: period.upperBound.dayNumber, by: cycleDays)
            .map(CivilDate.init(dayNumber:))
    }

    /// Week of the cycle that a date lies in, from 1; `nil` before the first Monday.
    package func week(of date: CivilDate) -> Int? {
        let days = date.dayNumber - scenario.firstMonday.dayNumber
        return days < 0 ? nil : days % cycleDays / 7 + 1
    }

    /// Whether all that is planned on a date falls, whatever its place.
    package func state(on date: CivilDate) -> State {
        switch scenario(on: date).closure(on: date) {
        case .publicHoliday(let name): .publicHoliday(name)
        case .schoolHoliday(let name): .schoolHoliday(name)
        case .notCovered: .notCovered
        case nil: .held
        }
    }

    private func state(on date: CivilDate, at place: String, crew: [String]?) -> State {
        let day = state(on: date)
        guard day.isHeld else { return day }
        if let reason = scenario(on: date).calendar.exception(at: place, on: date) { return .placeClosed(reason) }
        if let crew, !crew.isEmpty, crew.allSatisfy({ isAbsent($0, on: date) }) { return .nobodyThere }
        return day
    }

    /// Days on which a van is out, or would have been, one for each date and round, in order.
    package var days: [(date: CivilDate, round: Round, state: State)] {
        rounds.flatMap { round in
            dates(round).map { date in
                let falls = round.monday == nil && isReplaced(round.day, of: round.service, on: date)
                return (date: date, round: round, state: falls ? .otherWeek : state(on: date))
            }
        }.sorted { ($0.date, $0.round.day.van, $0.round.service) < ($1.date, $1.round.day.van, $1.round.service) }
    }

    /// Every opening of the rounds, in the order of dates and hours. What falls in a week that has a plan of its own, though it
    /// is open there at the same place and hours, is left out.
    package var openings: [Opening] {
        let all = allOpenings
        struct Key: Hashable {
            var date: CivilDate
            var service: String
            var venue: String
            var hours: Interval
        }
        func key(_ opening: Opening) -> Key {
            Key(date: opening.date, service: opening.service, venue: opening.visit.venue, hours: opening.hours)
        }
        let own = Set(all.filter { $0.monday != nil }.map(key))
        return all.filter { $0.state != .otherWeek || !own.contains(key($0)) }
    }

    /// The same with all that falls.
    package var allOpenings: [Opening] {
        rounds.flatMap { round -> [Opening] in
            let day = round.day
            let crew = scenario.staff.filter { $0.crew == day.crew && $0.roles.contains(.accueillant) }.map(\.id)
            return dates(round).flatMap { date in
                let falls = round.monday == nil && isReplaced(day, of: round.service, on: date)
                return day.visits.flatMap { visit in
                    visit.openings.map {
                        Opening(
                            date: date, week: day.week, monday: round.monday, service: round.service, day: day,
                            visit: visit, hours: $0,
                            state: falls ? .otherWeek : state(on: date, at: visit.venue, crew: crew))
                    }
                }
            }
        }.sorted { ($0.date, $0.hours.start, $0.visit.venue) < ($1.date, $1.hours.start, $1.visit.venue) }
    }

    /// Listening and fixed centres.
    package var shifts: [Shift] {
        plan.shifts.flatMap { shift -> [Shift] in
            let venue = scenario.centres.first { $0.id == shift.service }?.venue ?? ""
            return dates(week: shift.week, shift.weekday).map {
                Shift(date: $0, week: shift.week, shift: shift, state: state(on: $0, at: venue, crew: shift.staff))
            }
        }.sorted {
            ($0.date, $0.shift.hours.start, $0.shift.service) < ($1.date, $1.shift.hours.start, $1.shift.service)
        }
    }

    package var outings: [Outing] {
        plan.outings.flatMap { outing in
            dates(week: outing.week, outing.weekday).map {
                Outing(
                    date: $0, week: outing.week, outing: outing,
                    state: state(on: $0, at: outing.prison, crew: outing.staff))
            }
        }.sorted { ($0.date, $0.outing.departure) < ($1.date, $1.outing.departure) }
    }

    package var sessions: [Session] {
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

    package init(plan: Plan, period: ClosedRange<CivilDate>, weeks: [CivilDate: Plan] = [:]) {
        self.plan = plan
        self.period = period
        self.weeks = weeks
    }
}
