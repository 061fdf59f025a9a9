import GeoModel

/// The clock of Paris: one hour ahead of UTC, two in summer time.
///
/// Source: directive 2000/84/CE, from the last Sunday of March to the last of October, at 1:00 UTC; in force since 1996.
package enum ParisClock {
    /// Whether the noon of a date is in summer time.
    package static func isSummer(_ date: CivilDate) -> Bool {
        lastSunday(3, date.year) <= date && date < lastSunday(10, date.year)
    }

    /// What the clocks of Paris show at a time of UTC. They change at 1:00 UTC.
    package static func clock(_ date: CivilDate, _ time: Minutes) -> (date: CivilDate, time: Minutes) {
        let hours = isSummer(time.count < 60 ? date.adding(days: -1) : date) ? 2 : 1
        let shown = time.count + 60 * hours
        return (date.adding(days: shown / 1440), Minutes(shown % 1440))
    }

    private static func lastSunday(_ month: Int, _ year: Int) -> CivilDate {
        // March and October have 31 days.
        let last = CivilDate(year: year, month: month, day: 31) ?? CivilDate(dayNumber: 0)
        return last.adding(days: -((last.weekday.rawValue + 1) % 7))
    }
}
