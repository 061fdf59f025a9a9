/// One rule of an OpenStreetMap `opening_hours` value: on which days, from when to when, open or not.
public struct OpeningRule: Hashable, Sendable {
    /// Months and dates of the year; empty: all year.
    public internal(set) var dates: [OpeningDates]
    /// ISO weeks; empty: all.
    public internal(set) var weeks: [OpeningWeeks]
    public internal(set) var days: OpeningDays
    /// Empty: the whole day.
    public internal(set) var spans: [OpeningSpan]
    /// `off`: closed at these times.
    public internal(set) var isOff: Bool
    public internal(set) var comment: String?
    /// Joined by `,`: adds to the rules before it instead of replacing them on its days.
    public internal(set) var isAdditional: Bool

    init(
        dates: [OpeningDates] = [], weeks: [OpeningWeeks] = [], days: OpeningDays = OpeningDays(),
        spans: [OpeningSpan] = [], isOff: Bool = false, comment: String? = nil, isAdditional: Bool = false
    ) {
        self.dates = dates
        self.weeks = weeks
        self.days = days
        self.spans = spans
        self.isOff = isOff
        self.comment = comment
        self.isAdditional = isAdditional
    }

    /// Whether the rule speaks of a day.
    func matches(_ date: CivilDate, _ holidays: Set<OpeningHoliday>) -> Bool {
        (dates.isEmpty || dates.contains { $0.contains(date) })
            && (weeks.isEmpty || weeks.contains { $0.contains(date.isoWeek.week) })
            && days.contains(date, holidays)
    }
}

/// Stretch of a day in minutes from midnight; past midnight where the end is beyond 24 × 60.
public struct OpeningSpan: Hashable, Sendable {
    /// 0 to 1439.
    public internal(set) var start: Int
    /// Greater than the start, up to 48 × 60.
    public internal(set) var end: Int
}

/// ISO weeks from one to another, every `step`.
public struct OpeningWeeks: Hashable, Sendable {
    public internal(set) var first: Int
    public internal(set) var last: Int
    public internal(set) var step: Int

    init(first: Int, last: Int, step: Int = 1) {
        self.first = first
        self.last = last
        self.step = step
    }

    func contains(_ week: Int) -> Bool { first <= week && week <= last && (week - first) % step == 0 }
}

/// Public holidays (`PH`) and school holidays (`SH`).
public enum OpeningHoliday: String, CaseIterable, Hashable, Sendable {
    case publicHoliday = "PH"
    case schoolHoliday = "SH"
}

/// Weekdays, holidays, or weekdays within holidays. All empty: every day.
public struct OpeningDays: Hashable, Sendable {
    public internal(set) var weekdays: [OpeningWeekdays]
    public internal(set) var holidays: [OpeningHoliday]
    /// `SH Mo-Fr`: the weekdays only in the holidays. Otherwise `Mo-Fr,PH`: the weekdays and the holidays.
    public internal(set) var onlyInHolidays: Bool

    init(
        weekdays: [OpeningWeekdays] = [], holidays: [OpeningHoliday] = [], onlyInHolidays: Bool = false
    ) {
        self.weekdays = weekdays
        self.holidays = holidays
        self.onlyInHolidays = onlyInHolidays
    }

    func contains(_ date: CivilDate, _ today: Set<OpeningHoliday>) -> Bool {
        if weekdays.isEmpty, holidays.isEmpty { return true }
        let weekday = weekdays.contains { $0.contains(date) }
        let holiday = holidays.contains { today.contains($0) }
        return onlyInHolidays ? weekday && holiday : weekday || holiday
    }
}

/// `Mo`, `Fr-Mo`, or some of a month: `Mo[1,3]`, `We[-1]`.
public struct OpeningWeekdays: Hashable, Sendable {
    public internal(set) var first: Weekday
    public internal(set) var last: Weekday
    /// Which ones of the month: 1 to 5 from its start, −1 to −5 from its end. Empty: all.
    public internal(set) var turns: [Int]

    init(first: Weekday, last: Weekday, turns: [Int] = []) {
        self.first = first
        self.last = last
        self.turns = turns
    }

    func contains(_ date: CivilDate) -> Bool {
        let day = date.weekday
        guard first <= last ? first <= day && day <= last : first <= day || day <= last else { return false }
        guard !turns.isEmpty else { return true }
        let fromStart = (date.day - 1) / 7 + 1
        let fromEnd = -((date.daysInMonth - date.day) / 7 + 1)
        return turns.contains(fromStart) || turns.contains(fromEnd)
    }
}

/// Months or dates, of every year or of one.
public struct OpeningDates: Hashable, Sendable {
    /// A month, or a day of it; of one year where it is given.
    public struct Edge: Hashable, Sendable {
        public internal(set) var year: Int?
        public internal(set) var month: Int
        public internal(set) var day: Int?

        init(year: Int? = nil, month: Int, day: Int? = nil) {
            self.year = year
            self.month = month
            self.day = day
        }
    }

    public internal(set) var first: Edge
    /// Both included. The same as `first` where one month or day is meant.
    public internal(set) var last: Edge

    func contains(_ date: CivilDate) -> Bool {
        let wraps = (last.month, last.day ?? 31) < (first.month, first.day ?? 1)
        // Years count as months do: 2027-01-04 is (2027, 1, 4).
        if let year = first.year {
            let lastYear = last.year ?? (wraps ? year + 1 : year)
            let today = (date.year, date.month, date.day)
            return (year, first.month, first.day ?? 1) <= today && today <= (lastYear, last.month, last.day ?? 31)
        }
        let today = (date.month, date.day)
        let isAfterFirst = (first.month, first.day ?? 1) <= today
        let isBeforeLast = today <= (last.month, last.day ?? 31)
        return wraps ? isAfterFirst || isBeforeLast : isAfterFirst && isBeforeLast
    }
}
