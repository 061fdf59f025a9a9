import GeoModel

/// Something that is not there for some days, and then is again.
public struct Interruption: Hashable, Sendable {
    public enum Cause: Hashable, Sendable {
        /// Identifier of a venue.
        case venueClosed(String)
        /// Identifier of a van.
        case vanOut(String)
        /// Identifier of a person of a crew.
        case personAbsent(String)
        /// No service at all.
        case dayClosed
    }

    public var cause: Cause
    /// Both days included.
    public var dates: ClosedRange<CivilDate>
    /// In words, for those who read the week's plan.
    public var reason: String

    public init(_ cause: Cause, on dates: ClosedRange<CivilDate>, reason: String = "") {
        self.cause = cause
        self.dates = dates
        self.reason = reason
    }
}

extension Scenario {
    /// The same with what is missing written into its calendars, where they have a place for it: days that are closed,
    /// venues that are, people who are not there.
    func noting(_ interruptions: [Interruption]) -> Scenario {
        var noted = self
        var exceptions = calendar.exceptions
        var holidays = calendar.publicHolidays
        for interruption in interruptions {
            let dates = interruption.dates
            switch interruption.cause {
            case .venueClosed(let venue):
                exceptions.append(
                    ClosureCalendar.Exception(
                        place: venue, from: dates.lowerBound, until: dates.upperBound, reason: interruption.reason))
            case .personAbsent(let person):
                noted.absences.append(Absence(person: person, from: dates.lowerBound, until: dates.upperBound))
            case .dayClosed:
                for day in dates.lowerBound.dayNumber...dates.upperBound.dayNumber {
                    holidays.append(
                        ClosureCalendar.Day(date: CivilDate(dayNumber: day), name: interruption.reason))
                }
            case .vanOut: break
            }
        }
        noted.calendar = ClosureCalendar(
            publicHolidays: holidays, schoolHolidays: calendar.schoolHolidays, exceptions: exceptions)
        return noted
    }
}
