import GeoModel
import PlanningModel

extension DatedPlan {
    /// In each week of a public holiday that has no plan of its own, as many rounds as it lacks half-days for.
    var roundsToMakeUp: [MadeUp] {
        let holidays = scenario.calendar.publicHolidays.map(\.date).filter { $0 >= scenario.firstMonday }
        let mondays = Set(holidays.map(\.monday)).filter { weeks[$0] == nil }.sorted()
        let opened = Dictionary(grouping: OpenedWeeks(self).of(mondays), by: \.monday)
        return mondays.flatMap { monday in
            (opened[monday] ?? []).flatMap { week in
                week.catchUps.compactMap { catchUp in
                    guard case .falls(.publicHoliday) = state(on: catchUp.lost) else { return nil }
                    return MadeUp(
                        service: week.service, monday: monday, day: catchUp.day, lost: catchUp.lost)
                }
            }
        }
    }
}
