import Foundation
import GeoModel
import Testing

/// What another program makes of 300 values (`Tests/Fixtures/opening-hours/generate.py`).
private struct Expected: Decodable {
    struct Case: Decodable {
        var value: String
        /// Distinct days, as intervals in minutes; `days` names one for each day.
        var patterns: [[[Int]]]
        var days: String
    }

    var package: String
    var first: String
    var last: String
    var publicHolidays: [String]
    var cases: [Case]

    static let all = Result {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures/opening-hours/expected.json")
        return try JSONDecoder().decode(Expected.self, from: Data(contentsOf: file))
    }

    private static let letters = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

    static func day(_ index: Int, of days: [Character], _ patterns: [[[Int]]]) -> [[Int]]? {
        letters.firstIndex(of: days[index]).flatMap { $0 < patterns.count ? patterns[$0] : nil }
    }
}

@Suite("Opening hours")
struct OpeningHoursTests {
    private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    private func minutes(_ ranges: [Range<Minutes>]) -> [[Int]] {
        ranges.map { [$0.lowerBound.count, $0.upperBound.count] }
    }

    @Test("300 values are read as opening-hours-py reads them, every day from November 2026 to March 2028")
    func otherProgram() throws {
        let expected = try Expected.all.get()
        #expect(expected.package == "opening-hours-py 2.1.4" && expected.cases.count >= 200)
        let first = try date(expected.first)
        let calendar = ClosureCalendar(
            publicHolidays: try expected.publicHolidays.map { .init(date: try date($0), name: "férié") },
            schoolHolidays: [])
        for item in expected.cases {
            let hours = try OpeningHours(parsing: item.value)
            let days = Array(item.days)
            let wrong = days.indices.first { index in
                let found = hours.intervals(on: first.adding(days: index), calendar: calendar)
                return Expected.day(index, of: days, item.patterns) != minutes(found)
            }
            if let wrong { Issue.record("\(item.value) on \(first.adding(days: wrong).iso)") }
            #expect(first.adding(days: days.count - 1) == (try date(expected.last)))
        }
    }

    @Test("What is written back is read as the same rules")
    func roundTrip() throws {
        let values =
            try Expected.all.get().cases.map(\.value) + [
                "SH Mo-Fr 10:00-12:00", "Mo-Fr open \"sur rendez-vous\"", "Mo open, 14:00-15:00",
                "Mo 10:00-11:00 open, 14:00-15:00", "24/7 \"toujours\"", "off \"fermé, voir le site\"", "24/7, Mo off",
            ]
        for value in values {
            let hours = try OpeningHours(parsing: value)
            #expect(try OpeningHours(parsing: hours.text) == hours, "\(value) became \(hours.text)")
        }
        #expect(
            try OpeningHours(parsing: "Mo , Tu 9:00-12:00 , 14:00-18:00 ;PH off;").text
                == "Mo,Tu 09:00-12:00,14:00-18:00; PH off")
    }

    @Test("A fortnight by even weeks skips to week 2 after week 53 of 2026: three weeks apart")
    func newYear() throws {
        let hours = try OpeningHours(parsing: "week 02-52/2 We 09:00-12:00")
        let first = try date("2026-12-14")
        let open = (0..<35).map { first.adding(days: $0) }
            .filter { !hours.intervals(on: $0, publicHoliday: false, schoolHoliday: false).isEmpty }
        #expect(open.map(\.iso) == ["2026-12-23", "2027-01-13"])
    }

    @Test("School holidays: `SH Mo-Fr` is the weekdays in them, `SH,Sa` them and Saturdays")
    func schoolHolidays() throws {
        let monday = try date("2027-02-22")
        let saturday = try date("2027-02-27")
        let both = try OpeningHours(parsing: "SH Mo-Fr 10:00-12:00")
        #expect(both.isOpen(on: monday, at: Minutes(600), schoolHoliday: true))
        #expect(!both.isOpen(on: monday, at: Minutes(600)))
        #expect(!both.isOpen(on: saturday, at: Minutes(600), schoolHoliday: true))
        let either = try OpeningHours(parsing: "SH,Sa 10:00-12:00")
        #expect(either.isOpen(on: monday, at: Minutes(600), schoolHoliday: true))
        #expect(either.isOpen(on: saturday, at: Minutes(600)))
        #expect(!either.isOpen(on: monday, at: Minutes(600)))
        let closed = try OpeningHours(parsing: "Mo-Fr 09:00-12:00; SH off")
        #expect(!closed.isOpen(on: monday, at: Minutes(600), schoolHoliday: true))
    }

    @Test("The first minute is open, the closing minute is not; past midnight belongs to the next date")
    func edges() throws {
        let hours = try OpeningHours(parsing: "We 09:00-12:00; Fr 22:00-01:30")
        let wednesday = try date("2027-01-06")
        #expect(!hours.isOpen(on: wednesday, at: Minutes(539)) && hours.isOpen(on: wednesday, at: Minutes(540)))
        #expect(hours.isOpen(on: wednesday, at: Minutes(719)) && !hours.isOpen(on: wednesday, at: Minutes(720)))
        let saturday = hours.intervals(on: try date("2027-01-09"), publicHoliday: false, schoolHoliday: false)
        #expect(minutes(saturday) == [[0, 90]])
    }

    @Test("Minutes of four weeks are added up, holidays of the calendar taken off")
    func fourWeeks() throws {
        let hours = try OpeningHours(parsing: "Mo,Th 09:00-12:00; PH off")
        let calendar = ClosureCalendar(
            publicHolidays: [.init(date: try date("2027-03-29"), name: "Lundi de Pâques")], schoolHolidays: [])
        let open = hours.openMinutes(from: try date("2027-03-08"), days: 28, calendar: calendar)
        #expect(open == Minutes(7 * 180))
    }

    @Test("Comments are kept")
    func comments() throws {
        let hours = try OpeningHours(parsing: "Mo 09:00-12:00 \"sur rendez-vous\"; We 14:00-17:00")
        #expect(hours.rules.map(\.comment) == ["sur rendez-vous", nil])
    }

    @Test(
        "What is not read is an error at its character",
        arguments: [
            ("", OpeningHoursError.Reason.empty, 1), ("  ", .empty, 3), ("Mo-Fr 09:00", .timeExpected, 12),
            ("Mo-Fr 09:60-12:00", .timeOutOfRange("09:60"), 7),
            ("Mo-Fr 24:00-26:00", .timeOutOfRange("24:00"), 7), ("Mo-Fr 09:00-48:30", .timeOutOfRange("48:30"), 13),
            ("Mo-Fr 09:00-sunset", .unsupported("sunset"), 13), ("sunrise-sunset", .unsupported("sunrise"), 1),
            ("Mo-Fr 09:00+", .unsupported("+"), 12), ("Mo-Fr 09:00-12:00+", .unsupported("+"), 18),
            ("Mo-Fr 10:00-16:00/01:30", .unsupported("/"), 18), ("Lu-Ve 09:00-12:00", .unexpected("Lu"), 1),
            ("Mo-Ve 09:00-12:00", .unexpected("Ve"), 4), ("Mo[6] 09:00-12:00", .turnOutOfRange("6"), 4),
            ("Mo[0] 09:00-12:00", .turnOutOfRange("0"), 4), ("Mo[1] +1 day", .unsupported("+"), 7),
            ("week 54 Mo", .weekOutOfRange("54"), 6), ("week 52-02 Mo", .weekOutOfRange("52-02"), 6),
            ("week 02-52/0 Mo", .weekOutOfRange("02-52/0"), 6), ("Feb 30 10:00-12:00", .dayOutOfRange("30"), 5),
            ("2027 Feb 29 off", .dayOutOfRange("29"), 10),
            ("2027 Feb 07-2027 Jan 04", .dayOutOfRange("2027 Jan 04"), 24),
            ("Mo 09:00-12:00 \"sur", .commentNotClosed, 16), ("\"sur rendez-vous\"", .unsupported("\""), 1),
            ("Mo \"sur rendez-vous\"", .unsupported("\""), 4), ("Mo unknown", .unsupported("unknown"), 4),
            ("Mo 09:00-12:00 || \"?\"", .unsupported("||"), 16), ("easter off", .unsupported("easter"), 1),
            ("Mo-Fr 9h-12h", .unexpected("9"), 7), ("Mo 09:00-12:00;; Tu", .unexpected(";"), 16),
            ("Mo 09:00-12:00,", .unexpected(""), 16), ("mo 09:00-12:00", .unexpected("mo"), 1),
            ("fermé", .unexpected("ferm"), 1), ("PH +1 day off", .unsupported("PH"), 4),
            ("Mo 09:00–12:00", .timeExpected, 9), ("99999 Jan", .unexpected("9"), 1),
        ])
    func refused(_ text: String, _ reason: OpeningHoursError.Reason, _ position: Int) {
        #expect(throws: OpeningHoursError(reason, at: position)) { try OpeningHours(parsing: text) }
    }

    @Test("No text makes the reader stop the program")
    func anyText() {
        var random = SeededRandom(7)
        let pieces = [
            "Mo", "Fr", "-", ",", ";", " ", "09:00", "12:00", "[", "]", "1", "-1", "week", "02", "/", "2", "PH",
            "SH", "Jan", "Dec", "24", "2027", "\"", "off", "24/7", ":", "é", "99999", "+", "|",
        ]
        var read = 0
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...9, using: &random)).compactMap { _ in
                pieces.randomElement(using: &random)
            }
            .joined()
            if let hours = try? OpeningHours(parsing: text) {
                read += 1
                #expect((try? OpeningHours(parsing: hours.text)) == hours, "\(text) became \(hours.text)")
            }
        }
        #expect(read > 50)
    }
}
