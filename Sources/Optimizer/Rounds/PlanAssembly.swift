import GeoModel
import RoundPlan

/// Turns placed rounds into the plan people read: days with legs, visits, breaks, and what each commune is credited with.
struct PlanAssembly {
    let problem: RoundsProblem
    let scenario: Scenario

    func servicePlan(_ rounds: [PlacedRound], bound: Int) -> ServicePlan {
        let columns = rounds.map(\.column)
        let credits = credits(columns)
        let need = credits.reduce(MilliPoints.zero) { $0 + $1.points }
        return ServicePlan(
            id: problem.service.id, needReached: need,
            cost: MilliPoints(columns.reduce(0) { $0 + (problem.use(of: $1)?.cost ?? 0) }), bound: MilliPoints(bound),
            days: rounds.flatMap(days), credits: credits, needs: ServiceNeeds(problem.service, in: scenario).counted)
    }

    private func days(_ round: PlacedRound) -> [DayRound] {
        let weeks = problem.tree.weekCount
        return (0..<weeks * problem.repeats).compactMap { week in
            round.option.hours[week % weeks].map { day(round, week: week, hours: $0) }
        }
    }

    private func day(_ round: PlacedRound, week: Int, hours: DayClock.Hours) -> DayRound {
        let column = round.column
        let anchor = column.anchor.stop
        let partner = problem.partner(of: column, week: week % problem.tree.weekCount)
        let stops = partner.map { round.option.anchorInMorning ? [anchor, $0] : [$0, anchor] } ?? [anchor]
        let depot = problem.service.teams[0].depot
        let session = problem.clock.session
        var legs = [
            leg(depot, venue(stops[0]), problem.outward[stops[0]], from: hours.departure)
        ]
        var visits: [Visit] = []
        for (index, stop) in stops.enumerated() {
            let starts = stops.count == 1 ? hours.starts : [hours.starts[index]]
            let openings = starts.map { Interval(start: $0, end: $0 + session) }
            visits.append(
                Visit(
                    venue: venue(stop), arrival: starts[0] - problem.clock.setUp, openings: openings,
                    departure: starts[starts.count - 1] + session + problem.clock.packUp))
        }
        if stops.count == 2, let transfer = hours.transfer {
            legs.append(
                leg(venue(stops[0]), venue(stops[1]), problem.between(stops[0], stops[1]), from: transfer))
        }
        let last = stops[stops.count - 1]
        legs.append(leg(venue(last), depot, problem.homeward[last], from: hours.homeDeparture))
        return DayRound(
            week: week + 1, weekday: problem.weekdays[round.weekday], van: problem.service.teams[0].van,
            crew: problem.service.teams[0].crew, legs: legs, visits: visits, breaks: hours.breaks)
    }

    private func venue(_ stop: Int) -> String { problem.venues[stop].id }

    private func leg(_ from: String, _ to: String, _ leg: Leg, from departure: Minutes) -> DrivenLeg {
        DrivenLeg(
            from: from, to: to, departure: departure, arrival: departure + leg.duration.roundedUpToMinutes,
            distance: leg.distance)
    }

    private func credits(_ columns: [RoundColumn]) -> [Credit] {
        let travel = scenario.travel
        let communes = Dictionary(
            scenario.territory.communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let taken = columns.flatMap(\.stops)
        let cadenceOf = Dictionary(
            taken.map { ($0.stop, problem.tree.nodes[$0.node].level) }, uniquingKeysWith: { first, _ in first })
        return problem.demands.compactMap { demand in
            guard let best = demand.gains.first(where: { cadenceOf[$0.stop] == $0.cadence }),
                let commune = communes[demand.commune],
                let way = travel.familyLeg(from: commune, to: problem.venues[best.stop])
            else { return nil }
            return Credit(
                commune: demand.commune, venue: venue(best.stop), visits: problem.cadences[best.cadence],
                travel: way.duration, access: scenario.parameters.access.access(by: way),
                points: MilliPoints(best.points))
        }
    }
}
