import GeoModel
import PlanningModel

/// Which of two calendars made from two plans is the later one. See `docs/decisions/021-calendar-identity.md`.
package struct CalendarRevision: Sendable {
    /// `SEQUENCE`: rises from a plan to the next one.
    package var sequence: Int
    /// `DTSTAMP` and `LAST-MODIFIED`, in UTC.
    package var stamp: String

    private static let epoch = CivilDate(year: 2020, month: 1, day: 1) ?? CivilDate(dayNumber: 0)

    /// Days since 2020 of the publication; a draft that is not published counts the weeks until its first Monday, which
    /// are always fewer.
    package init(_ scenario: Scenario) {
        let date = scenario.publishedOn ?? scenario.firstMonday
        let days = max(0, date.dayNumber - Self.epoch.dayNumber)
        sequence = scenario.publishedOn == nil ? days / 7 : days
        stamp = ParisTime.compact(date) + "T000000Z"
    }
}
