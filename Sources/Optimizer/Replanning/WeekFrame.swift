import GeoModel
import PlanningModel

/// The scenario of one dated week of a plan.
struct WeekFrame {
    private let plan: Plan
    private let monday: CivilDate
    /// Of the cycle, from 1.
    private let week: Int

    init(_ plan: Plan, _ monday: CivilDate) {
        self.plan = plan
        self.monday = monday
        let weeks = (monday.dayNumber - plan.scenario.firstMonday.dayNumber) / 7
        week = weeks % plan.scenario.parameters.cycleWeeks + 1
    }

    private func date(_ weekday: Weekday) -> CivilDate { monday.adding(days: weekday.rawValue) }

    /// Days of a service in that week, as far as the plan's own calendars let them be held.
    func heldDays(of service: ServicePlan) -> [DayRound] {
        let serving = ServingDates(plan.scenario)
        return service.days.compactMap { day in
            let date = date(day.weekday)
            guard day.week == week, serving.day(date) == nil, serving.crew(day.crew, van: day.van, on: date) == nil
            else { return nil }
            var held = day
            held.week = 1
            held.visits.removeAll { serving.closure(of: $0.venue, on: date) != nil }
            return held.visits.isEmpty ? nil : held
        }
    }

    /// A cycle of this one week, with the places that the plan visits in it and no demand on the lasting cycle.
    var bare: Scenario {
        var scenario = plan.scenario
        var parameters = scenario.parameters
        parameters.cycleWeeks = 1
        parameters.minimumVisits = min(4, parameters.minimumVisits)
        let minimum = parameters.minimumHalfDays(inWeek: week)
        parameters.lighterWeeks = minimum < parameters.minimumHalfDays ? [1: minimum] : [:]
        parameters.longDaysMaximum = longDays
        scenario.parameters = parameters
        scenario.firstMonday = monday
        scenario.listening = []
        scenario.prisonRelays = []
        scenario.centres = []
        scenario.calls = []
        let visited = Set(plan.services.flatMap(heldDays).flatMap { $0.visits.map(\.venue) })
        scenario.territory.venues.removeAll { !visited.contains($0.id) }
        for index in scenario.services.indices {
            scenario.services[index].floors = Floors()
            scenario.services[index].forcedIn = []
            scenario.services[index].forcedOut = []
            scenario.services[index].pins = []
            scenario.services[index].formerStops = []
            scenario.services[index].programme = []
            scenario.services[index].budgets = budgets(of: scenario.services[index])
        }
        return scenario
    }

    /// R26: what the other weeks leave of each crew's long days, and never less than this week has, for a cycle of this week
    /// alone, which counts four times.
    private var longDays: Int {
        let parameters = plan.scenario.parameters
        let long = plan.services.flatMap(\.days).filter { $0.span > parameters.spanReported }
        let own = long.filter { $0.week == week }
        let crews = Set(plan.services.flatMap { $0.days.map(\.crew) })
        let left = crews.map { crew in
            let others =
                long.count { $0.crew == crew } * parameters.cyclesInFourWeeks - own.count { $0.crew == crew }
            return parameters.longDaysMaximum - others
        }
        let most = crews.map { crew in own.count { $0.crew == crew } }.max() ?? 0
        return min(Parameters.everyDay, 4 * max(most, left.min() ?? parameters.longDaysMaximum))
    }

    /// What the other weeks leave of each budget, for a cycle of this week alone.
    private func budgets(of service: Service) -> Budgets {
        let days = plan.services.first { $0.id == service.id }?.days ?? []
        let all = RoundsValuation.used(by: days, in: plan.scenario)
        let own = RoundsValuation.used(by: days.filter { $0.week == week }, in: plan.scenario)
        let cycles = Double(plan.scenario.parameters.cyclesInFourWeeks)
        // One week of the four is this one: as a cycle of its own it would count four times.
        func left(_ limit: Double?, _ all: Double, _ own: Double) -> Double? {
            limit.map { 4 * max(0, $0 - all + own / cycles) }
        }
        return Budgets(
            kilometres: left(service.budgets.kilometres, all.kilometres, own.kilometres),
            personHours: left(service.budgets.personHours, all.personHours, own.personHours),
            euros: left(service.budgets.euros, all.euros, own.euros))
    }

    /// The same after something is missing: vans and crews on the days that are left to them, venues that are closed shut,
    /// lived days held as they were.
    /// - Returns: the scenario, and the services without a van or a crew on any day, as they were.
    func scenario(
        after interruptions: [Interruption], from open: CivilDate, _ before: Plan
    ) -> (Scenario, idle: Set<String>) {
        let noted = before.scenario.noting(interruptions)
        var scenario = noted
        let serving = ServingDates(noted)
        scenario.parameters.weekdays.removeAll { weekday in
            date(weekday) >= open && serving.day(date(weekday)) != nil
        }
        let usual = plan.scenario
        var idle: Set<String> = []
        scenario.services = noted.services.map { usualService in
            var service = usualService
            let days = before.services.first { $0.id == service.id }?.days ?? []
            service.teams = service.teams.compactMap { team in
                let driven = Set(days.filter { $0.isDriven(by: team) }.map(\.weekday))
                let left = scenario.parameters.weekdays.filter { weekday in
                    guard team.works(on: weekday) else { return false }
                    if date(weekday) < open { return driven.contains(weekday) }
                    // Someone of the crew who has other work in the week may have it on the other days.
                    guard driven.contains(weekday) || !hasOtherWork(team.crew) else { return false }
                    return serving.crew(team.crew, van: team.van, on: date(weekday)) == nil
                        && !interruptions.contains { $0.cause == .vanOut(team.van) && $0.dates.contains(date(weekday)) }
                }
                guard !left.isEmpty else { return nil }
                var own = team
                own.weekdays = left
                if usual.services.flatMap(\.teams).count(where: { $0.crew == team.crew }) > 1 {
                    own.weeklyHours = usual.weeklyLimit(of: team)
                }
                return own
            }
            guard !service.teams.isEmpty else {
                idle.insert(service.id)
                return usualService
            }
            let workdays = Set(service.teams.flatMap { $0.weekdays ?? [] }).filter { date($0) >= open }
            service.pins = pins(days, noted.territory.venues, serving, open, on: workdays.sorted())
            return service
        }
        return (scenario, idle)
    }

    private func hasOtherWork(_ crew: String) -> Bool {
        let people = Set(plan.scenario.staff.filter { $0.crew == crew }.map(\.id))
        return plan.shifts.contains { $0.week == week && !people.isDisjoint(with: $0.staff) }
            || plan.outings.contains { $0.week == week && !people.isDisjoint(with: $0.staff) }
    }

    /// Venues that are shut, lived visits, and that nothing else joins a lived day.
    ///
    /// - Parameter workdays: those that some team still works, in order.
    private func pins(
        _ days: [DayRound], _ venues: [Place], _ serving: ServingDates, _ open: CivilDate, on workdays: [Weekday]
    ) -> [Pin] {
        var visits: [String: [(day: DayRound, visit: Visit)]] = [:]
        for day in days { for visit in day.visits { visits[visit.venue, default: []].append((day, visit)) } }
        return venues.flatMap { venue -> [Pin] in
            guard let own = visits[venue.id] else { return [Pin(venue: venue.id, served: false)] }
            let later = workdays.filter { serving.closure(of: venue.id, on: date($0)) == nil }
            let lived = own.filter { date($0.day.weekday) < open }
            guard let first = lived.first else {
                return [later.isEmpty ? Pin(venue: venue.id, served: false) : Pin(venue: venue.id, weekdays: later)]
            }
            let twice = lived.count < own.count ? later : []
            return [
                Pin(
                    venue: venue.id, served: true, weekdays: lived.map(\.day.weekday) + twice,
                    start: twice.isEmpty ? first.visit.openings.first?.start : nil, van: first.day.van,
                    crew: first.day.crew)
            ]
        }
    }
}
