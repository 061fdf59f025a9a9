import GeoModel
import PlanningModel

/// Replays every day of a plan from its places and the ways between them: distances, durations, clock times, sessions, lunch.
struct ClockRecomputation {
    private let scenario: Scenario
    private let places: [String: Place]
    private let travel: Travel

    init(_ plan: Plan) {
        scenario = plan.scenario
        travel = plan.scenario.travel
        places = Dictionary(
            (scenario.territory.venues + scenario.territory.depots).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    func discrepancies(in plan: PlanView) -> [Discrepancy] {
        var found = sharedTeams() + plan.services.flatMap { hours(of: $0, plan.weeks) }
        let planned = Set(plan.plan.services.map(\.id))
        for service in scenario.services where !planned.contains(service.id) {
            found.append(Discrepancy(.missingService, at: PlanLocus(service: service.id)))
        }
        for service in plan.plan.services where !plan.services.contains(where: { $0.service.id == service.id }) {
            found.append(Discrepancy(.unknownService, at: PlanLocus(service: service.id)))
        }
        var seen: Set<String> = []
        for service in plan.services {
            let visits = VisitRecomputation(scenario.parameters, travel, places)
            for day in service.plan.days {
                let locus = PlanLocus(service: service.service.id, week: day.week, weekday: day.weekday)
                if !plan.weeks.contains(day.week) { found.append(Discrepancy(.weekOutOfCycle, at: locus)) }
                if !scenario.parameters.weekdays.contains(day.weekday) {
                    found.append(Discrepancy(.weekdayClosed, at: locus))
                }
                if !seen.insert("\(day.week) \(day.weekday.rawValue) \(day.van)").inserted {
                    found.append(Discrepancy(.twoRounds, at: locus))
                }
                if let team = service.team(of: day) {
                    if !team.works(on: day.weekday) { found.append(Discrepancy(.teamOff, at: locus)) }
                } else {
                    found.append(Discrepancy(.unknownEquipment, at: locus))
                }
                found += legs(of: day, at: locus) + visits.discrepancies(of: day, at: locus)
                found += order(of: day, at: locus)
            }
        }
        return found
    }

    /// A van or a crew is in two teams, of one service or of two, only where they never work on one weekday.
    private func sharedTeams() -> [Discrepancy] {
        var seen: [String: [Team]] = [:]
        return scenario.services.flatMap { service in
            service.teams.flatMap { team in
                [("van", team.van), ("crew", team.crew)].compactMap { kind, id in
                    defer { seen["\(kind) \(id)", default: []].append(team) }
                    let others = seen["\(kind) \(id)"] ?? []
                    // A crew that a service has twice could not be told by its days.
                    let isTwice = kind == "crew" && service.teams.count { $0.crew == id } > 1
                    guard !others.isEmpty, isTwice || !others.allSatisfy({ team.isApart(from: $0.weekdays) }) else {
                        return nil
                    }
                    return Discrepancy(.sharedTeam, at: PlanLocus(service: service.id, subject: id))
                }
            }
        }
    }

    /// What a team states of its crew's week is not exceeded, nor, where it states nothing, its share of a crew that other teams
    /// have too: a service is planned, and its bound proven, with what is left to it.
    private func hours(of view: PlanView.ServiceView, _ weeks: ClosedRange<Int>) -> [Discrepancy] {
        view.service.teams.flatMap { team -> [Discrepancy] in
            guard let most = team.weeklyHours ?? share(of: team) else { return [] }
            return weeks.compactMap { week in
                let work = view.days(inWeek: week).filter { $0.isDriven(by: team) }
                    .reduce(Minutes.zero) { $0 + $1.workTime }
                guard work > most else { return nil }
                return Discrepancy(
                    .teamHours, at: PlanLocus(service: view.service.id, week: week, subject: team.crew),
                    found: .minutes(work), expected: .minutes(most))
            }
        }
    }

    private func share(of team: Team) -> Minutes? {
        guard scenario.isShared(team) else { return nil }
        let mean = scenario.share(of: team, in: scenario.parameters.averageWeeklyWork)
        return scenario.parameters.overtime == .yes ? mean : min(mean, scenario.weeklyLimit(of: team))
    }

    private func legs(of day: DayRound, at locus: PlanLocus) -> [Discrepancy] {
        let recomputation = LegRecomputation(travel: travel)
        return day.legs.flatMap { leg in
            var locus = locus
            locus.subject = leg.to
            return recomputation.discrepancies(of: leg, from: places[leg.from], to: places[leg.to], at: locus)
        }
    }

    /// Arrivals, departures and breaks follow each other; a day with two sessions has its lunch.
    private func order(of day: DayRound, at locus: PlanLocus) -> [Discrepancy] {
        let parameters = scenario.parameters
        var found: [Discrepancy] = []
        for (leg, visit) in zip(day.legs, day.visits) where leg.arrival > visit.arrival {
            found.append(Discrepancy(.clock, at: locus, found: .time(visit.arrival), expected: .time(leg.arrival)))
        }
        for (visit, leg) in zip(day.visits, day.legs.dropFirst()) where leg.departure < visit.departure {
            found.append(Discrepancy(.clock, at: locus, found: .time(leg.departure), expected: .time(visit.departure)))
        }
        if day.departure < .zero || day.arrival >= Minutes(1440) {
            found.append(Discrepancy(.clock, at: locus, found: .time(day.arrival)))
        }
        // All time between two stretches of work is a break, and nothing else is.
        let idle = day.idle
        let breaks = day.breaks.sorted { $0.start < $1.start }
        if breaks != idle {
            let odd = breaks.first { !idle.contains($0) } ?? idle.first { !breaks.contains($0) }
            found.append(Discrepancy(.breakTimes, at: locus, found: odd.map { .time($0.start) }))
        }
        if DayHalves(day, split: parameters.halfDaySplit).isBoth, !hasLunch(day) {
            found.append(Discrepancy(.lunch, at: locus, expected: .minutes(parameters.lunch)))
        }
        return found
    }

    /// A break long enough, at lunch time, between two openings.
    private func hasLunch(_ day: DayRound) -> Bool {
        let parameters = scenario.parameters
        let openings = day.visits.flatMap(\.openings)
        return day.breaks.contains { pause in
            min(pause.end, parameters.lunchUntil) - max(pause.start, parameters.lunchFrom) >= parameters.lunch
                && openings.contains { $0.end <= pause.start } && openings.contains { $0.start >= pause.end }
        }
    }
}
