import GeoModel
import PlanningModel

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
