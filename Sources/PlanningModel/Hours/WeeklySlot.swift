import GeoModel

/// A slot that comes every week on the same weekday.
public struct WeeklySlot: Hashable, Sendable, Codable {
    public var weekday: Weekday
    public var hours: Interval

    public init(weekday: Weekday, hours: Interval) {
        self.weekday = weekday
        self.hours = hours
    }
}
