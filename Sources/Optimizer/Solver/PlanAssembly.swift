import GeoModel
import PlanningModel

/// Turns placed rounds into the plan people read: days with legs, visits, breaks, and what each commune is credited with.
struct PlanAssembly {
    let problem: RoundsProblem
    let scenario: Scenario

    func servicePlan(_ rounds: [PlacedRound], _ review: BoundReview) -> ServicePlan {
        let columns = rounds.map(\.column)
        let credits = credits(columns)
        let need = credits.reduce(MilliPoints.zero) { $0 + $1.points }
        return ServicePlan(
            id: problem.service.id, needReached: need,
            cost: MilliPoints(problem.cost(of: columns) + problem.spanExcess(rounds)),
            bound: MilliPoints(review.bound), audit: review.audit, days: rounds.flatMap(days), credits: credits,
            needs: problem.needs.counted)
    }

    private func days(_ round: PlacedRound) -> [DayRound] {
        let weeks = problem.tree.weekCount
        return (0..<weeks * problem.repeats).compactMap { week in
            round.option.hours[week % weeks].map { day(round, week: week, hours: $0) }
        }
    }

    private func day(_ round: PlacedRound, week: Int, hours: DayClock.Hours) -> DayRound {
        let column = round.column
        let anchor = column.anchor.segment
        let partner = problem.partner(of: column, week: week % problem.tree.weekCount)
        let halves = partner.map { round.option.anchorInMorning ? [anchor, $0] : [$0, anchor] } ?? [anchor]
        let team = problem.service.teams[round.team]
        let table = problem.kinds[problem.blocks[column.block].kind].table
        let firstStop = problem.segments[halves[0]].first
        var legs = [leg(team.depot, venue(firstStop), problem.outward[table][firstStop], from: hours.departure)]
        var visits: [Visit] = []
        for (index, segment) in halves.enumerated() {
            if index > 0, let transfer = hours.transfer {
                let from = problem.segments[halves[0]].last
                let to = problem.segments[segment].first
                legs.append(leg(venue(from), venue(to), problem.between(from, to), from: transfer))
            }
            let starts = column.isFullDay ? hours.starts : [hours.starts[index]]
            let before = index > 0 ? problem.segments[halves[0]].shape.legs.count : 0
            let (own, inner) = half(segment, starts, delays: hours.delays.dropFirst(before))
            visits += own
            legs += inner
        }
        let last = problem.segments[halves[halves.count - 1]].last
        legs.append(leg(venue(last), team.depot, problem.homeward[table][last], from: hours.homeDeparture))
        return DayRound(
            week: week + 1, weekday: problem.weekdays[round.weekday], van: team.van, crew: team.crew, legs: legs,
            visits: visits, breaks: hours.breaks)
    }

    /// The visits of one half, with the ways between them. On a full day there are two starts, and one visit.
    private func half(
        _ index: Int, _ starts: [Minutes], delays: ArraySlice<Minutes>
    ) -> (visits: [Visit], legs: [DrivenLeg]) {
        let segment = problem.segments[index]
        let parameters = problem.parameters
        let (setUp, packUp) =
            segment.isShort
            ? (parameters.shortStopSetUp, parameters.shortStopPackUp) : (parameters.setUp, parameters.packUp)
        let visits = segment.stops.enumerated().map { position, stop in
            let openings = starts.map { start in
                Interval(
                    start: start + segment.shape.openings[position].start,
                    end: start + segment.shape.openings[position].end)
            }
            return Visit(
                venue: venue(stop), arrival: openings[0].start - setUp, openings: openings,
                departure: openings[openings.count - 1].end + packUp)
        }
        let legs = segment.shape.legs.enumerated().map { position, way in
            let (from, to) = (segment.stops[position], segment.stops[position + 1])
            let delay = delays.dropFirst(position).first ?? .zero
            return leg(venue(from), venue(to), problem.between(from, to), from: starts[0] + way.start + delay)
        }
        return (visits, legs)
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
        let taken = Set(problem.takenOffers(columns))
        let twice = Set(taken.compactMap { problem.twinOf[problem.stop(ofOffer: $0)] })
        return problem.demands.compactMap { demand in
            guard let best = demand.gains.first(where: { taken.contains($0.offer) }),
                let commune = communes[demand.commune]
            else { return nil }
            let stop = problem.stop(ofOffer: best.offer)
            guard let way = travel.familyLeg(from: commune, to: problem.venues[stop]) else { return nil }
            let visits = problem.cadences[problem.level(ofOffer: best.offer)]
            return Credit(
                commune: demand.commune, venue: venue(stop), visits: twice.contains(stop) ? 2 * visits : visits,
                travel: way.duration, access: scenario.parameters.access.access(by: way),
                points: MilliPoints(best.points))
        }
    }
}
