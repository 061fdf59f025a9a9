import GeoModel
import PlanningModel

// What a plan holds on dates: openings, shifts, outings and sessions, each with what becomes of it.

extension DatedPlan {
    /// Whether what is planned on a date takes place.
    package enum State: Hashable, Sendable {
        case held
        /// A closed day or place, or people who are missing (R02, R03, R30, R34, R35, R38).
        case falls(DateBar)
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

    /// A round of the cycle that falls on a public holiday, held on another day of that week (`feries: rattrape`).
    package struct MadeUp: Sendable {
        package var service: String
        package var monday: CivilDate
        /// On its new weekday.
        package var day: DayRound
        package var lost: CivilDate
    }
}
