/// A week of ISO 8601: Monday to Sunday, belonging to the year that holds its Thursday.
public struct IsoWeek: Hashable, Sendable {
    public var year: Int
    /// 1 to 52, or to 53 in the years whose 1 January or 31 December is a Thursday, such as 2026.
    public var week: Int

    public init(year: Int, week: Int) {
        self.year = year
        self.week = week
    }
}

extension CivilDate {
    public var isoWeek: IsoWeek {
        let thursday = adding(days: Weekday.thursday.rawValue - weekday.rawValue)
        return IsoWeek(year: thursday.year, week: (thursday.dayOfYear - 1) / 7 + 1)
    }

    /// 1 to 366.
    public var dayOfYear: Int {
        guard let first = CivilDate(year: year, month: 1, day: 1) else { return 1 }
        return dayNumber - first.dayNumber + 1
    }

    /// 28 to 31.
    public var daysInMonth: Int {
        (28...31).last { CivilDate(year: year, month: month, day: $0) != nil } ?? 28
    }

    /// The Monday of a date, or the next one after it.
    public static func monday(onOrAfter date: CivilDate) -> CivilDate {
        date.adding(days: (7 - date.weekday.rawValue) % 7)
    }
}
