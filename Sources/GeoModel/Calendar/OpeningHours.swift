/// When a place is open: a subset of OpenStreetMap's `opening_hours`.
///
/// Read: `24/7`, weekdays with ranges, lists and turns of the month (`Mo[1]`, `We[-1]`), `PH` and `SH`, months and
/// dates, `week 02-52/2`, several time spans and spans past midnight, `off` and `closed`, comments, rules joined by `;`
/// and by `,`. A later rule replaces the earlier ones on the days it speaks of; `off` takes away, `,` adds.
/// Anything else (sunrise, open ends, `||`, `unknown`, easter…) is an error, never a guess.
///
/// Source: OpenStreetMap wiki, Key:opening_hours/specification.
public struct OpeningHours: Hashable, Sendable {
    public let rules: [OpeningRule]

    /// - Throws: `OpeningHoursError` with the character at which reading stopped.
    public init(parsing text: String) throws(OpeningHoursError) {
        var parser = OpeningHoursParser(text)
        rules = try parser.rules()
    }

    /// Minutes from midnight in which the place is open on a date, in order, apart from one another. What a day opens
    /// past midnight belongs to the next date.
    ///
    /// The eve counts as no holiday: where hours go past midnight and depend on holidays, ask with a calendar.
    public func intervals(on date: CivilDate, publicHoliday: Bool, schoolHoliday: Bool) -> [Range<Minutes>] {
        var today: Set<OpeningHoliday> = []
        if publicHoliday { today.insert(.publicHoliday) }
        if schoolHoliday { today.insert(.schoolHoliday) }
        return intervals(on: date) { $0 == date ? today : [] }
    }

    /// The same, holidays taken from a calendar.
    public func intervals(on date: CivilDate, calendar: ClosureCalendar) -> [Range<Minutes>] {
        intervals(on: date) { date in
            var holidays: Set<OpeningHoliday> = []
            if calendar.publicHoliday(on: date) != nil { holidays.insert(.publicHoliday) }
            if calendar.schoolHoliday(on: date) != nil { holidays.insert(.schoolHoliday) }
            return holidays
        }
    }

    private func intervals(on date: CivilDate, _ holidays: (CivilDate) -> Set<OpeningHoliday>) -> [Range<Minutes>] {
        let eve = date.adding(days: -1)
        var open = MinuteSet()
        for rule in rules {
            let isToday = rule.matches(date, holidays(date))
            let isEve = rule.matches(eve, holidays(eve))
            guard isToday || isEve else { continue }
            var own = MinuteSet()
            let spans = rule.spans.isEmpty ? [OpeningSpan(start: 0, end: Self.dayLength)] : rule.spans
            for span in spans {
                if isToday { own.insert(span.start..<min(span.end, Self.dayLength)) }
                if isEve, span.end > Self.dayLength { own.insert(0..<(span.end - Self.dayLength)) }
            }
            if rule.isOff {
                open.subtract(own)
            } else if rule.isAdditional || !isToday {
                open.add(own)
            } else {
                open = own
            }
        }
        return open.ranges.map { Minutes($0.lowerBound)..<Minutes($0.upperBound) }
    }

    static let dayLength = 24 * 60

    /// Whether the place is open at a time of day, counted from midnight; the closing minute is closed.
    public func isOpen(
        on date: CivilDate, at time: Minutes, publicHoliday: Bool = false, schoolHoliday: Bool = false
    ) -> Bool {
        intervals(on: date, publicHoliday: publicHoliday, schoolHoliday: schoolHoliday).contains { $0.contains(time) }
    }

    /// Minutes open over some days in a row.
    public func openMinutes(from first: CivilDate, days: Int, calendar: ClosureCalendar) -> Minutes {
        (0..<max(0, days)).reduce(.zero) { sum, offset in
            intervals(on: first.adding(days: offset), calendar: calendar)
                .reduce(sum) { $0 + ($1.upperBound - $1.lowerBound) }
        }
    }
}

/// Minutes of one day.
private struct MinuteSet {
    private var minutes = [Bool](repeating: false, count: OpeningHours.dayLength)

    mutating func insert(_ range: Range<Int>) { for minute in range { minutes[minute] = true } }
    mutating func add(_ other: MinuteSet) {
        for minute in minutes.indices where other.minutes[minute] { minutes[minute] = true }
    }
    mutating func subtract(_ other: MinuteSet) {
        for minute in minutes.indices where other.minutes[minute] { minutes[minute] = false }
    }

    var ranges: [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for (minute, isIn) in minutes.enumerated() {
            if isIn, start == nil { start = minute }
            if !isIn, let first = start {
                found.append(first..<minute)
                start = nil
            }
        }
        if let start { found.append(start..<minutes.count) }
        return found
    }
}
