/// Public holidays and school holidays, as far as the files go.
public struct ClosureCalendar: Hashable, Sendable, Codable {
    public struct Day: Hashable, Sendable, Codable {
        public var date: CivilDate
        public var name: String

        public init(date: CivilDate, name: String) {
            self.date = date
            self.name = name
        }
    }

    /// A venue or a prison closed from a day to a day, both included.
    public struct Exception: Hashable, Sendable, Codable {
        public var place: String
        public var from: CivilDate
        public var until: CivilDate
        public var reason: String

        public init(place: String, from: CivilDate, until: CivilDate, reason: String) {
            self.place = place
            self.from = from
            self.until = until
            self.reason = reason
        }
    }

    public var publicHolidays: [Day]
    public var schoolHolidays: [Day]
    public var exceptions: [Exception]

    public init(publicHolidays: [Day], schoolHolidays: [Day], exceptions: [Exception] = []) {
        self.publicHolidays = publicHolidays.sorted { $0.date < $1.date }
        self.schoolHolidays = schoolHolidays.sorted { $0.date < $1.date }
        self.exceptions = exceptions.sorted { ($0.place, $0.from) < ($1.place, $1.from) }
    }

    public func publicHoliday(on date: CivilDate) -> String? { publicHolidays.first { $0.date == date }?.name }
    public func schoolHoliday(on date: CivilDate) -> String? { schoolHolidays.first { $0.date == date }?.name }

    /// Why a place is closed on a date, `nil` where it is not known to be.
    public func exception(at place: String, on date: CivilDate) -> String? {
        exceptions.first { $0.place == place && $0.from <= date && date <= $0.until }?.reason
    }

    /// Whether both files speak of a date's year: outside, a date is "non couvert", never "ouvert".
    public func covers(_ date: CivilDate) -> Bool {
        [publicHolidays, schoolHolidays].allSatisfy { days in
            guard let first = days.first, let last = days.last else { return false }
            return first.date.year <= date.year && date.year <= last.date.year
        }
    }
}
