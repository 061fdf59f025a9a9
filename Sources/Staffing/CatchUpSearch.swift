import GeoModel
import PlanCheck
import PlanningModel

/// Where a round that falls could be made up for: on another day of its week on which its van and crew are free.
///
/// The round stays as it is: places, hours, way. It is held against closures, permits, hours and absences of its new date, and
/// the working time of the crew against all rules, as if the day had moved in every cycle and nobody were away.
public struct CatchUpSearch: Sendable {
    private let plan: Plan
    private let serving: ServingDates
    private let judge: WorkingTimeJudge

    public init(_ plan: Plan) {
        var whole = plan
        whole.scenario.absences = []
        self.plan = whole
        serving = ServingDates(plan.scenario)
        judge = WorkingTimeJudge(whole.scenario)
    }

    /// The round on the first day of its week that will do; `nil` where there is none.
    ///
    /// - Parameters:
    ///   - lost: a day of the cycle.
    ///   - service: identifier of its service.
    ///   - monday: of the dated week.
    ///   - taken: weekdays that other rounds of the van are made up for on.
    public func day(for lost: DayRound, of service: String, monday: CivilDate, taken: Set<Weekday>) -> DayRound? {
        guard let index = plan.services.firstIndex(where: { $0.id == service }),
            let team = plan.scenario.services.first(where: { $0.id == service })?.teams.first(where: lost.isDriven)
        else { return nil }
        let rounds = plan.services.flatMap(\.days).filter { $0.week == lost.week }
        return plan.scenario.parameters.weekdays.lazy.filter { weekday in
            weekday != lost.weekday && !taken.contains(weekday) && team.works(on: weekday)
                && !rounds.contains { $0.weekday == weekday && ($0.van == lost.van || $0.crew == lost.crew) }
        }.map { weekday in
            var day = lost
            day.weekday = weekday
            return day
        }.first { day in
            isServed(day, on: monday.adding(days: day.weekday.rawValue)) && isLawful(day, instead: lost, service: index)
        }
    }

    private func isServed(_ day: DayRound, on date: CivilDate) -> Bool {
        serving.day(date) == nil && serving.crew(day.crew, van: day.van, on: date) == nil
            && day.visits.allSatisfy { visit in
                visit.openings.allSatisfy { serving.venue(visit.venue, $0, on: date) == nil }
            }
    }

    private func isLawful(_ day: DayRound, instead lost: DayRound, service: Int) -> Bool {
        var moved = plan
        moved.services[service].days.removeAll { $0 == lost }
        moved.services[service].days.append(day)
        return judge.broken(in: moved, crews: [day.crew]) == nil
    }
}
