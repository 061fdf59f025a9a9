import GeoModel
import PlanningModel
import TestSupport

/// Rounds as somebody would write them by hand: stops with their weekday, weeks and hours, and where a day waits. Knows the
/// roads and how a day is written down; nothing of the optimizer, and of rules only how long setting up takes.
struct HandMadeRounds: Hashable {
    /// A stop, or one weekday of it.
    struct Stop: Hashable {
        /// Indices into the teams of the service and the venues of the territory.
        var team: Int
        var venue: Int
        var weekday: Weekday
        /// Weeks of the cycle, from 1.
        var weeks: Set<Int>
        /// First start; minutes after midnight.
        var start: Int
        /// Of a second opening on the day, if there is one.
        var second: Int?
        /// Whether it opens as long as a short stop does.
        var isShort: Bool
    }

    /// Where a day of a team waits.
    struct Waiting: Hashable {
        /// Whether a drive between two stops starts as soon as it can; else it arrives just in time.
        var drivesAtOnce = false
        /// Minutes between the first arrival and setting up, and between packing up and the drive home.
        var before = 0
        var after = 0
    }

    struct DayKey: Hashable {
        var team: Int
        var weekday: Weekday
    }

    var stops: [Stop] = []
    var waiting: [DayKey: Waiting] = [:]

    /// The days of the cycle; days that cannot be driven at all are left out.
    func days(of service: Service, in scenario: Scenario, _ travel: Travel) -> [DayRound] {
        service.teams.indices.flatMap { team in
            scenario.parameters.weekdays.flatMap { weekday in
                (1...scenario.parameters.cycleWeeks).compactMap { week in
                    let own = stops.filter { $0.team == team && $0.weekday == weekday && $0.weeks.contains(week) }
                    return own.isEmpty
                        ? nil
                        : day(
                            own, of: service.teams[team], week, weekday,
                            waiting[DayKey(team: team, weekday: weekday)] ?? Waiting(), scenario, travel)
                }
            }
        }
    }

    private func day(
        _ stops: [Stop], of team: Team, _ week: Int, _ weekday: Weekday, _ waiting: Waiting, _ scenario: Scenario,
        _ travel: Travel
    ) -> DayRound? {
        let parameters = scenario.parameters
        var openings: [(venue: Place, hours: Interval)] = []
        for stop in stops {
            let length = stop.isShort ? parameters.shortStopLength : parameters.sessionLength
            for start in [stop.start] + (stop.second.map { [$0] } ?? []) {
                openings.append(
                    (
                        scenario.territory.venues[stop.venue],
                        Interval(start: Minutes(start), end: Minutes(start) + length)
                    ))
            }
        }
        openings.sort { ($0.hours.start, $0.venue.id) < ($1.hours.start, $1.venue.id) }
        var round = DayRound(
            week: week, weekday: weekday, van: team.van, crew: team.crew, legs: [], visits: [], breaks: [])
        var places: [Place] = []
        for (venue, hours) in openings {
            if places.last?.id == venue.id {
                round.visits[round.visits.count - 1].openings.append(hours)
            } else {
                places.append(venue)
                round.visits.append(Visit(venue: venue.id, arrival: .zero, openings: [hours], departure: .zero))
            }
        }
        let halves = DayHalves(round, split: parameters.halfDaySplit)
        for index in round.visits.indices {
            let isShort = halves.tour(of: round.visits[index].venue) != nil
            let own = round.visits[index].openings
            round.visits[index].arrival = own[0].start - (isShort ? parameters.shortStopSetUp : parameters.setUp)
            round.visits[index].departure =
                own[own.count - 1].end + (isShort ? parameters.shortStopPackUp : parameters.packUp)
        }
        guard let depot = scenario.depot(of: team) else { return nil }
        var here = depot
        for (index, place) in places.enumerated() {
            guard let leg = travel.leg(from: here, to: place) else { return nil }
            let due = round.visits[index].arrival - leg.duration.roundedUpToMinutes
            let departure =
                index == 0
                ? due - Minutes(waiting.before) : waiting.drivesAtOnce ? round.visits[index - 1].departure : due
            round.legs.append(driven(here, place, leg, departure))
            here = place
        }
        guard let leg = travel.leg(from: here, to: depot) else { return nil }
        let departure = round.visits[round.visits.count - 1].departure + Minutes(waiting.after)
        round.legs.append(driven(here, depot, leg, departure))
        round.breaks = round.idle
        return round
    }

    private func driven(_ from: Place, _ to: Place, _ leg: Leg, _ departure: Minutes) -> DrivenLeg {
        DrivenLeg(
            from: from.id, to: to.id, departure: departure, arrival: departure + leg.duration.roundedUpToMinutes,
            distance: leg.distance)
    }
}

extension HandMadeRounds {
    /// A plan's rounds, taken down stop by stop.
    init(_ days: [DayRound], of service: Service, in scenario: Scenario) {
        let parameters = scenario.parameters
        for day in days {
            guard let team = service.teams.firstIndex(where: day.isDriven) else { continue }
            let halves = DayHalves(day, split: parameters.halfDaySplit)
            for visit in day.visits {
                guard let venue = scenario.territory.venues.firstIndex(where: { $0.id == visit.venue }),
                    let first = visit.openings.first
                else { continue }
                let stop = Stop(
                    team: team, venue: venue, weekday: day.weekday, weeks: [], start: first.start.count,
                    second: visit.openings.dropFirst().first?.start.count,
                    isShort: halves.tour(of: visit.venue) != nil)
                if let known = stops.firstIndex(where: {
                    var other = $0
                    other.weeks = []
                    return other == stop
                }) {
                    stops[known].weeks.insert(day.week)
                } else {
                    stops.append(stop)
                    stops[stops.count - 1].weeks = [day.week]
                }
            }
            guard let first = day.visits.first, let last = day.visits.last, let out = day.legs.first,
                let home = day.legs.last
            else { continue }
            var own = Waiting()
            own.before = (first.arrival - out.arrival).count
            own.after = (home.departure - last.departure).count
            if day.visits.count > 1, day.legs.count > 1 { own.drivesAtOnce = day.legs[1].departure == first.departure }
            waiting[DayKey(team: team, weekday: day.weekday)] = own
        }
    }
}
