/// Public holidays and school holidays, as far as the files go.
public struct ClosureCalendar: Hashable, Sendable, Codable {
    public struct Day: Hashable, Sendable, Codable {
        public var date: CivilDate
        public var name: String

        public init(date: CivilDate, name: String) {
            self.date = date
            self.name = name
        }

        enum CodingKeys: String, CodingKey {
            case date
            case name = "nom"
        }
    }

    public var publicHolidays: [Day]
    public var schoolHolidays: [Day]

    public init(publicHolidays: [Day], schoolHolidays: [Day]) {
        self.publicHolidays = publicHolidays.sorted { $0.date < $1.date }
        self.schoolHolidays = schoolHolidays.sorted { $0.date < $1.date }
    }

    public func publicHoliday(on date: CivilDate) -> String? { publicHolidays.first { $0.date == date }?.name }
    public func schoolHoliday(on date: CivilDate) -> String? { schoolHolidays.first { $0.date == date }?.name }

    /// Whether both files speak of a date's year: outside, a date is "non couvert", never "ouvert".
    public func covers(_ date: CivilDate) -> Bool {
        [publicHolidays, schoolHolidays].allSatisfy { days in
            guard let first = days.first, let last = days.last else { return false }
            return first.date.year <= date.year && date.year <= last.date.year
        }
    }

    enum CodingKeys: String, CodingKey {
        case publicHolidays = "jours_feries"
        case schoolHolidays = "vacances"
    }
}
