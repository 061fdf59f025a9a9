import GeoModel
import PlanStore

/// Times of Paris as calendars write them.
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

    /// `20270104T090000` from minutes after midnight of a date; beyond midnight it is the next date's.
    package static func local(_ date: CivilDate, _ time: Minutes) -> String {
        let day = date.adding(days: time.count / 1440)
        let minutes = time.count % 1440
        return compact(day) + "T" + twoDigits(minutes / 60) + twoDigits(minutes % 60) + "00"
    }

    /// The last second of a date in UTC: `20271231T225959Z`.
    package static func endOfDay(_ date: CivilDate) -> String {
        compact(date) + "T" + (ParisClock.isSummer(date) ? "21" : "22") + "5959Z"
    }

    package static func compact(_ date: CivilDate) -> String { date.iso.replacing("-", with: "") }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
