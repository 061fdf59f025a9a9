import GeoModel

/// The clock of Paris: one hour ahead of UTC, two in summer time.
///
/// Source: directive 2000/84/CE, from the last Sunday of March to the last of October, at 1:00 UTC; in force since 1996.
package enum ParisTime {
    package static let name = "Europe/Paris"

    package static let component = """
        BEGIN:VTIMEZONE
        TZID:Europe/Paris
        X-LIC-LOCATION:Europe/Paris
        BEGIN:DAYLIGHT
        TZNAME:CEST
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        DTSTART:19960331T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        TZNAME:CET
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        DTSTART:19961027T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE

        """

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

    /// `20270104T090000` from minutes after midnight of a date; beyond midnight it is the next date's.
    package static func local(_ date: CivilDate, _ time: Minutes) -> String {
        let day = date.adding(days: time.count / 1440)
        let minutes = time.count % 1440
        return compact(day) + "T" + twoDigits(minutes / 60) + twoDigits(minutes % 60) + "00"
    }

    /// The last second of a date in UTC: `20271231T225959Z`.
    package static func endOfDay(_ date: CivilDate) -> String {
        compact(date) + "T" + (isSummer(date) ? "21" : "22") + "5959Z"
    }

    package static func compact(_ date: CivilDate) -> String { date.iso.replacing("-", with: "") }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
