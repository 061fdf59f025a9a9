import Foundation
import GeoModel
import Testing

@Suite("Calendar")
struct CalendarTests {
    @Test("Dates and weekdays are those of Foundation's calendar, 1900 to 2100")
    func everyDay() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let first = try #require(CivilDate(year: 1900, month: 1, day: 1))
        let last = try #require(CivilDate(year: 2100, month: 12, day: 31))
        for number in first.dayNumber...last.dayNumber {
            let date = CivilDate(dayNumber: number)
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            let same =
                parts.year == date.year && parts.month == date.month && parts.day == date.day
                && ((parts.weekday ?? 0) + 5) % 7 == date.weekday.rawValue && CivilDate(iso: date.iso) == date
            if !same { Issue.record("\(date.iso)") }
        }
    }

    @Test(
        "Days that do not exist are refused", arguments: ["2027-02-29", "2027-13-01", "2027-1-4", "27-01-04", "", "x"])
    func refused(_ text: String) { #expect(CivilDate(iso: text) == nil) }
}
