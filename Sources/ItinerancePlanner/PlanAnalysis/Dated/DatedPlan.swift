import GeoModel
import PlanCheck
import PlanningModel

/// What the cycle of a plan holds on dated days: the cycle comes again from its first Monday on, but in weeks that have a plan of
/// their own. In those the rounds are that plan's, and what the cycle would have held beside them falls.
package struct DatedPlan: Sendable {
    package let plan: Plan
    /// Both included.
    package let period: ClosedRange<CivilDate>
    /// Plans of single weeks, by their Mondays; each of a cycle of one week.
    package let weeks: [CivilDate: Plan]
    /// What is known of dates, and of those of each week that has a plan of its own.
    private let usual: ServingDates
    private let ownWeeks: [CivilDate: ServingDates]
    package private(set) var madeUp: [MadeUp] = []

    /// The same over other days.
    package func over(_ period: ClosedRange<CivilDate>) -> DatedPlan { DatedPlan(self, over: period) }

    var scenario: Scenario { plan.scenario }

    /// What is known of a date: that of its week's own plan, where there is one.
    private func scenario(on date: CivilDate) -> Scenario { weeks[date.monday]?.scenario ?? scenario }

    private func serving(on date: CivilDate) -> ServingDates { ownWeeks[date.monday] ?? usual }

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
        return usual + others + madeUp.map { Round(service: $0.service, day: $0.day, monday: $0.monday) }
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
        if let bar = serving(on: date).day(date) { return .falls(bar) }
        return scenario(on: date).closure(on: date) == .notCovered ? .notCovered : .held
    }

    /// The same of something at a place, by the first bar that is met.
    private func state(on date: CivilDate, _ bars: (ServingDates) -> DateBar?) -> State {
        let day = state(on: date)
        guard day.isHeld, let bar = bars(serving(on: date)) else { return day }
        return .falls(bar)
    }

    /// Days on which a van is out, or would have been, one for each date and round, in order.
    package var days: [(date: CivilDate, round: Round, state: State)] {
        rounds.flatMap { round in
            dates(round).map { date in
                let falls = round.monday == nil && isReplaced(round.day, of: round.service, on: date)
                let own = state(on: date) { serving in
                    // A day of which no opening is left is not driven.
                    let bars = round.day.visits.flatMap { visit in
                        visit.openings.map { serving.venue(visit.venue, $0, on: date) }
                    }
                    return serving.crew(round.day.crew, van: round.day.van, on: date)
                        ?? (bars.contains(nil) ? nil : bars.first ?? nil)
                }
                return (date: date, round: round, state: falls ? .otherWeek : own)
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
        let needs = SessionNeeds(plan)
        return rounds.flatMap { round -> [Opening] in
            let day = round.day
            return dates(round).flatMap { date in
                let falls = round.monday == nil && isReplaced(day, of: round.service, on: date)
                return day.visits.flatMap { visit in
                    visit.openings.map { hours in
                        let needed = needs.accueillants(
                            at: visit.venue, hours, of: round.service, week: day.week, day.weekday)
                        return Opening(
                            date: date, week: day.week, monday: round.monday, service: round.service, day: day,
                            visit: visit, hours: hours,
                            state: falls
                                ? .otherWeek
                                : state(on: date) {
                                    $0.venue(visit.venue, hours, on: date)
                                        ?? $0.crew(day.crew, van: day.van, needed: needed, on: date)
                                })
                    }
                }
            }
        }.sorted { ($0.date, $0.hours.start, $0.visit.venue) < ($1.date, $1.hours.start, $1.visit.venue) }
    }

    /// Listening and fixed centres.
    package var shifts: [Shift] {
        plan.shifts.flatMap { shift -> [Shift] in
            let centre = scenario.centres.first { $0.id == shift.service }
            return dates(week: shift.week, shift.weekday).map { date in
                Shift(
                    date: date, week: shift.week, shift: shift,
                    state: state(on: date) { serving in
                        guard let centre else { return serving.anybody(of: shift.staff, on: date) }
                        return serving.closure(of: centre.venue, on: date)
                            ?? serving.crew(centre.crew, van: nil, on: date)
                    })
            }
        }.sorted {
            ($0.date, $0.shift.hours.start, $0.shift.service) < ($1.date, $1.shift.hours.start, $1.shift.service)
        }
    }

    package var outings: [Outing] {
        plan.outings.flatMap { outing in
            dates(week: outing.week, outing.weekday).map { date in
                Outing(
                    date: date, week: outing.week, outing: outing,
                    state: state(on: date) {
                        $0.closure(of: outing.prison, on: date) ?? $0.hours(of: outing.prison, outing.visit, on: date)
                            ?? $0.outing(of: outing.staff, van: outing.van, on: date)
                    })
            }
        }.sorted { ($0.date, $0.outing.departure) < ($1.date, $1.outing.departure) }
    }

    package var sessions: [Session] {
        let needs = SessionNeeds(plan)
        return plan.services.flatMap { service in
            service.sessions.flatMap { session in
                let day = service.days.first {
                    $0.week == session.week && $0.weekday == session.weekday
                        && $0.visits.contains { $0.venue == session.venue }
                }
                let needed = needs.accueillants(for: session, of: service.id)
                return dates(week: session.week, session.weekday).map { date in
                    Session(
                        date: date, week: session.week, service: service.id, session: session,
                        state: state(on: date) { serving in
                            serving.venue(session.venue, session.hours, on: date)
                                ?? day.flatMap { serving.crew($0.crew, van: $0.van, needed: needed, on: date) }
                        })
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
        usual = ServingDates(plan.scenario)
        ownWeeks = weeks.mapValues { ServingDates($0.scenario) }
        if plan.scenario.parameters.holidays == .makeUp { madeUp = roundsToMakeUp }
    }

    /// The same with what is known of dates, which does not depend on the period.
    private init(_ other: DatedPlan, over period: ClosedRange<CivilDate>) {
        plan = other.plan
        weeks = other.weeks
        usual = other.usual
        ownWeeks = other.ownWeeks
        madeUp = other.madeUp
        self.period = period
    }
}
