import GeoModel
import PlanningModel

/// The plan that brute force found best, and the same as a `Plan`.
struct BrutePlan {
    struct Stop {
        var venue: String
        var isShort: Bool
        /// Visits in 4 weeks.
        var visits: Int
        /// Weeks of the cycle, from 1.
        var weeks: [Int]
        /// For each of its weekdays the van and the starts of its openings.
        var places: [(weekday: Weekday, van: String, starts: [Minutes])]
    }

    let service: PlainService
    let roles: [PlainRole?]
    /// By crew, weekday, week and half: an item or −1.
    let content: [Int]
    /// By crew and weekday: the days of each week.
    let days: [[PlainRests.Way]]
    /// Thousandths of a point, by target.
    let credits: [Int]
    /// Thousandths of a point.
    let value: Int

    /// The stops in the order of the venues.
    var stops: [Stop] {
        let rounds = rounds
        return roles.indices.compactMap { venue in
            guard let role = roles[venue] else { return nil }
            let id = service.venues[venue].id
            return Stop(
                venue: id, isShort: role.isShort, visits: role.visits, weeks: role.weeks.map { $0 + 1 },
                places: role.places.map { place in
                    let weekday = service.parameters.weekdays[place.weekday]
                    let van = service.crews[place.crew].team.van
                    let day = rounds.first {
                        $0.week == role.weeks[0] + 1 && $0.weekday == weekday && $0.van == van
                    }
                    let openings = day?.visits.first { $0.venue == id }?.openings ?? []
                    return (weekday, van, openings.map(\.start))
                })
        }
    }

    var kilometres: Double { Double(rounds.reduce(0) { $0 + $1.distance.count } * cycles) / 1000 }
    var personHours: Double {
        Double(rounds.reduce(0) { sum, day in sum + day.workTime.count * persons(day) } * cycles) / 60
    }
    var euros: Double {
        rounds.reduce(0) { $0 + euros($1) } * Double(cycles)
    }

    private var cycles: Int { 4 / service.parameters.cycleWeeks }
    private func persons(_ day: DayRound) -> Int { service.scenario.staff.count { $0.crew == day.crew } }
    private func euros(_ day: DayRound) -> Double {
        let crew = service.crews.firstIndex { $0.team.van == day.van }!
        return service.euros(crew, metres: day.distance.count, work: day.workTime.count)
    }

    var rounds: [DayRound] {
        let weekdays = service.parameters.weekdays
        let weeks = service.parameters.cycleWeeks
        var found: [DayRound] = []
        for crew in service.crews.indices {
            for weekday in weekdays.indices {
                for week in 0..<weeks {
                    guard let day = days[crew][weekday][week] else { continue }
                    let cell = ((crew * weekdays.count + weekday) * weeks + week) * 2
                    found.append(
                        round(crew, weekdays[weekday], week + 1, day, content[cell], content[cell + 1]))
                }
            }
        }
        return found
    }

    private func round(
        _ crew: Int, _ weekday: Weekday, _ week: Int, _ day: PlainHours.Day, _ morning: Int, _ afternoon: Int
    ) -> DayRound {
        let crew = service.crews[crew]
        let hours = crew.hours
        let early = morning < 0 ? [] : hours.stops(morning, day.starts.0)
        let late = afternoon < 0 ? [] : hours.stops(afternoon, day.starts.1)
        var visits = (early + late).map { stop in
            Visit(
                venue: service.venues[stop.venue].id, arrival: Minutes(stop.start - stop.setUp),
                openings: [Interval(start: Minutes(stop.start), end: Minutes(stop.end))],
                departure: Minutes(stop.end + stop.packUp))
        }
        if morning == afternoon {
            visits[0].openings += visits[1].openings
            visits[0].departure = visits.removeLast().departure
        }
        let numbers = visits.map { visit in service.venues.firstIndex { $0.id == visit.venue }! }
        let pause = service.parameters.breakLength
        var legs: [DrivenLeg] = []
        func drive(_ from: String, _ to: String, _ departure: Minutes, _ minutes: Int, _ metres: Int) {
            legs.append(
                DrivenLeg(
                    from: from, to: to, departure: departure, arrival: departure + Minutes(minutes),
                    distance: Metres(metres)))
        }
        let (first, last) = (numbers.first!, numbers.last!)
        drive(
            crew.team.depot, visits[0].venue,
            visits[0].arrival - Minutes(hours.out[first]) - (day.restsFirst ? pause : .zero),
            hours.out[first], crew.out[first])
        for index in numbers.indices.dropFirst() {
            let (from, to) = (numbers[index - 1], numbers[index])
            let minutes = hours.between[from][to]
            let isTransfer = index == early.count && day.leave >= 0
            let wait = day.waits[index] ?? 0
            let leave = isTransfer ? Minutes(day.leave) : visits[index].arrival - Minutes(minutes + wait)
            drive(visits[index - 1].venue, visits[index].venue, leave, minutes, service.metres[from][to])
        }
        drive(
            visits.last!.venue, crew.team.depot, visits.last!.departure + (day.restsLast ? pause : .zero),
            hours.home[last], crew.home[last])
        var round = DayRound(
            week: week, weekday: weekday, van: crew.team.van, crew: crew.team.crew, legs: legs, visits: visits,
            breaks: [])
        let work = round.work
        round.breaks = zip(work, work.dropFirst()).map { Interval(start: $0.end, end: $1.start) }
        return round
    }

    /// The whole plan, its bound its own value.
    var plan: Plan {
        let need = credits.reduce(0, +)
        let credited = service.targets.indices.compactMap { index -> Credit? in
            let target = service.targets[index]
            let options = roles.indices.filter { venue in
                roles[venue].map { target.gains[venue][$0.benefit] == credits[index] } ?? false
            }
            guard credits[index] > 0, let venue = options.first, let role = roles[venue] else { return nil }
            let way = service.ways.family(of: target.commune, to: service.venues[venue])
            return Credit(
                commune: target.commune.code, venue: service.venues[venue].id, visits: role.visits,
                travel: Seconds(way.seconds), access: service.roads.access(way), points: MilliPoints(credits[index]))
        }
        let rounds = ServicePlan(
            id: service.service.id, needReached: MilliPoints(need), cost: MilliPoints(need - value),
            bound: MilliPoints(value), days: rounds, credits: credited,
            needs: service.scenario.needs(of: service.service).counted)
        return Plan(
            services: [rounds], stop: .optimal, seed: 1, scenario: service.scenario, fingerprint: "", sources: [])
    }
}
