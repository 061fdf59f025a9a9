import Foundation
import GeoModel
import Testing

@Suite("Weeks")
struct IsoWeekTests {
    @Test("Weeks are those of Foundation's ISO calendar, 1990 to 2060")
    func foundation() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let first = try #require(CivilDate(iso: "1990-01-01"))
        let last = try #require(CivilDate(iso: "2060-12-31"))
        for number in first.dayNumber...last.dayNumber {
            let date = CivilDate(dayNumber: number)
            let parts = calendar.dateComponents(
                [.weekOfYear, .yearForWeekOfYear], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            let same = parts.weekOfYear == date.isoWeek.week && parts.yearForWeekOfYear == date.isoWeek.year
            if !same { Issue.record("\(date.iso)") }
        }
    }

    @Test(
        "2026 has 53 weeks, and 1 January 2027 lies in the last",
        arguments: [
            ("2026-12-27", 2026, 52), ("2026-12-28", 2026, 53), ("2027-01-01", 2026, 53), ("2027-01-03", 2026, 53),
            ("2027-01-04", 2027, 1), ("2024-12-30", 2025, 1), ("2032-12-31", 2032, 53),
        ])
    func weekFiftyThree(_ iso: String, _ year: Int, _ week: Int) throws {
        #expect(try #require(CivilDate(iso: iso)).isoWeek == IsoWeek(year: year, week: week))
    }

    @Test(
        "The Monday on or after a date",
        arguments: [
            ("2027-01-04", "2027-01-04"), ("2027-01-05", "2027-01-11"), ("2027-01-10", "2027-01-11"),
            ("2026-12-31", "2027-01-04"),
        ])
    func mondays(_ iso: String, _ monday: String) throws {
        #expect(CivilDate.monday(onOrAfter: try #require(CivilDate(iso: iso))).iso == monday)
    }

    @Test(
        "Months end where they do, February with the year",
        arguments: [
            ("2027-02-10", 28), ("2028-02-10", 29), ("2027-04-30", 30), ("2027-12-31", 31),
        ])
    func months(_ iso: String, _ days: Int) throws {
        #expect(try #require(CivilDate(iso: iso)).daysInMonth == days)
    }
}
