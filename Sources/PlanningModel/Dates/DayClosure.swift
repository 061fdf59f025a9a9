import GeoModel

/// Why a dated day of the cycle is not served, or not known to be.
public enum DayClosure: Hashable, Sendable {
    case publicHoliday(String)
    case schoolHoliday(String)
    case notCovered
}

extension Scenario {
    /// What stands in the way of a dated day of the cycle; `nil` on an open day.
    public func closure(week: Int, _ weekday: Weekday) -> DayClosure? { closure(on: date(week: week, weekday)) }

    /// The same of any date.
    public func closure(on date: CivilDate) -> DayClosure? {
        if let name = calendar.publicHoliday(on: date) { return .publicHoliday(name) }
        if parameters.schoolHolidays == .closed, let name = calendar.schoolHoliday(on: date) {
            return .schoolHoliday(name)
        }
        return calendar.covers(date) ? nil : .notCovered
    }
}
