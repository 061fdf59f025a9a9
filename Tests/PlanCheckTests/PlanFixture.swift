import GeoModel
import PlanCheck
import PlanningModel

/// A plan made by hand: five communes near a depot, one van, three days a week for four weeks, six half-days.
enum PlanFixture {
    static let depot = Position(latitude: 50.1, longitude: 3.9)
    static let longitudes = [3.90, 3.95, 4.00, 4.05, 4.10]

    static func scenario(_ edit: (inout Parameters) -> Void = { _ in }) -> Scenario {
        var parameters = Parameters()
        edit(&parameters)
        let communes = longitudes.enumerated().map { index, longitude in
            Commune(
                code: "5900\(index + 1)", name: "Commune \(index + 1)", epci: "1",
                centre: Position(latitude: 50.12, longitude: longitude), population: 500, areaKm2: 10,
                households: 200 + index, births: 5, active: 300, unemployed: 30, medianLivingStandard: 20_000)
        }
        return Scenario(
            name: "Essai", firstMonday: CivilDate(iso: "2027-01-04")!,
            territory: Territory(
                communes: communes, epcis: [Epci(code: "1", name: "Essai")],
                venues: communes.map {
                    Place(id: "lieu-\($0.code)", name: $0.name, commune: $0.code, position: $0.centre)
                },
                depots: [Place(id: "depot", name: "Dépôt", commune: "59001", position: depot)]),
            services: [
                Service(
                    id: "lr", name: "LR", kind: .parentingResource, communes: communes.map(\.code),
                    teams: [Team(van: "van", crew: "equipe", depot: "depot")])
            ],
            vans: [Van(id: "van", name: "Van")],
            staff: ["a", "b"].map {
                StaffMember(
                    id: $0, crew: "equipe", roles: [.accueillant, .driver], licence: "B", weeklyHours: Minutes(35 * 60))
            },
            calendar: ClosureCalendar(
                publicHolidays: [.init(date: CivilDate(iso: "2027-01-01")!, name: "1er janvier")],
                schoolHolidays: [.init(date: CivilDate(iso: "2027-02-15")!, name: "Vacances d'hiver")]),
            parameters: parameters)
    }

    /// Minutes and metres between two places by the scenario's own travel.
    static func leg(_ from: String, _ to: String, _ scenario: Scenario) -> Leg {
        let travel = BuiltInTravel(scenario.parameters.travel)
        func point(_ id: String) -> TravelPoint {
            let place = (scenario.territory.depots + scenario.territory.venues).first { $0.id == id }!
            return travel.point(at: place.position, in: scenario.territory.commune(place.commune)!)
        }
        return travel.leg(from: point(from), to: point(to))
    }

    /// A day of one venue (one or two openings) or two venues.
    static func day(
        week: Int, _ weekday: Weekday, _ venues: [Int], starts: [Int], in scenario: Scenario
    ) -> DayRound {
        let ids = venues.map { "lieu-5900\($0)" }
        let session = scenario.parameters.sessionLength
        let openings = starts.map { Interval(start: Minutes($0), end: Minutes($0) + session) }
        let perVenue = ids.count == 1 ? [openings] : openings.map { [$0] }
        let visits = zip(ids, perVenue).map { id, openings in
            Visit(
                venue: id, arrival: openings[0].start - scenario.parameters.setUp, openings: openings,
                departure: openings.last!.end + scenario.parameters.packUp)
        }
        var legs: [DrivenLeg] = []
        let stops = ["depot"] + ids + ["depot"]
        for (index, (from, to)) in zip(stops, stops.dropFirst()).enumerated() {
            let way = leg(from, to, scenario)
            let minutes = way.duration.roundedUpToMinutes
            let arrival = index < visits.count ? visits[index].arrival : visits.last!.departure + minutes
            legs.append(
                DrivenLeg(from: from, to: to, departure: arrival - minutes, arrival: arrival, distance: way.distance))
        }
        var round = DayRound(
            week: week, weekday: weekday, van: "van", crew: "equipe", legs: legs, visits: visits, breaks: [])
        round.breaks = zip(round.work, round.work.dropFirst()).map { Interval(start: $0.end, end: $1.start) }
        return round
    }

    static func days(_ scenario: Scenario) -> [DayRound] {
        (1...4).flatMap { week in
            [
                day(week: week, .monday, [1, 2], starts: [540, 840], in: scenario),
                day(week: week, .tuesday, [3, 4], starts: [540, 840], in: scenario),
                day(week: week, .wednesday, [5], starts: [540, 840], in: scenario),
            ]
        }
    }

    /// - Parameter softCost: thousandths of a point for soft rules with a price.
    static func plan(_ scenario: Scenario, _ days: [DayRound], softCost: Int = 0) -> Plan {
        let credits = credits(scenario, days)
        let cost = days.reduce(softCost) { $0 + Int(($1.distance.kilometres * 0.52 * 0.01 * 1000).rounded()) }
        let need = credits.reduce(MilliPoints.zero) { $0 + $1.points }
        return Plan(
            services: [
                ServicePlan(
                    id: "lr", needReached: need, cost: MilliPoints(cost), bound: need, days: days, credits: credits,
                    needs: scenario.needs(of: scenario.services[0]).counted)
            ], stop: .gapReached, seed: 1, scenario: scenario, fingerprint: "", sources: [])
    }

    /// Each commune with the stop that brings it most, the first of equals.
    private static func credits(_ scenario: Scenario, _ days: [DayRound]) -> [Credit] {
        let needs = scenario.needs(of: scenario.services[0])
        let parameters = scenario.parameters
        let travel = scenario.travel
        return zip(needs.communes, needs.weights).compactMap { commune, weight -> Credit? in
            var best: Credit?
            for venue in scenario.territory.venues {
                let visits = days.flatMap(\.visits).filter { $0.venue == venue.id }
                guard let first = visits.first, let way = travel.familyLeg(from: commune, to: venue) else { continue }
                let access = parameters.access.access(by: way)
                let isShort = first.openings[0].length < parameters.sessionLength
                let worth =
                    parameters.frequency.benefit(visits: Double(visits.count))
                    * (isShort ? Double(parameters.shortStopLength.count) / 180 : 1)
                let points = MilliPoints(Int((Double(weight.points.count) * access * worth).rounded()))
                guard points > best?.points ?? .zero else { continue }
                best = Credit(
                    commune: commune.code, venue: venue.id, visits: visits.count, travel: way.duration,
                    access: access, points: points)
            }
            return best
        }
    }
}

/// Days of several halves and teams.
extension PlanFixture {
    /// What one half of a day holds: a session, or a short tour of several venues.
    struct Half {
        var venues: [Int]
        var start: Int
    }

    static let secondTeam = Team(van: "van-2", crew: "equipe-2", depot: "depot-2")

    /// The usual scenario with a second team, whose depot stands beside the first.
    static func twoTeams(_ edit: (inout Parameters) -> Void = { _ in }) -> Scenario {
        var scenario = scenario(edit)
        var depot = scenario.territory.depots[0]
        (depot.id, depot.name) = (secondTeam.depot, "Autre dépôt")
        scenario.territory.depots.append(depot)
        scenario.services[0].teams.append(secondTeam)
        scenario.vans.append(Van(id: secondTeam.van, name: "Autre van"))
        scenario.staff += ["c", "d"].map {
            StaffMember(
                id: $0, crew: secondTeam.crew, roles: [.accueillant, .driver], licence: "B",
                weeklyHours: Minutes(35 * 60))
        }
        return scenario
    }

    /// A day of one or two halves. Each stop of a tour begins as early as the drive allows.
    static func day(
        week: Int, _ weekday: Weekday, _ halves: [Half], by team: Team? = nil, in scenario: Scenario
    ) -> DayRound {
        let team = team ?? scenario.services[0].teams[0]
        let parameters = scenario.parameters
        var visits: [Visit] = []
        for half in halves {
            let isTour = half.venues.count > 1
            let setUp = isTour ? parameters.shortStopSetUp : parameters.setUp
            let packUp = isTour ? parameters.shortStopPackUp : parameters.packUp
            var start = Minutes(half.start)
            for (index, number) in half.venues.enumerated() {
                let venue = "lieu-5900\(number)"
                if index > 0, let before = visits.last {
                    let drive = leg(before.venue, venue, scenario).duration.roundedUpToMinutes
                    let ready = (before.departure + drive + setUp).count
                    let step = parameters.startStep.count
                    start = Minutes((ready + step - 1) / step * step)
                }
                let end = start + (isTour ? parameters.shortStopLength : parameters.sessionLength)
                let opening = Interval(start: start, end: end)
                if let last = visits.last, last.venue == venue {
                    visits[visits.count - 1].openings.append(opening)
                    visits[visits.count - 1].departure = end + packUp
                } else {
                    visits.append(
                        Visit(venue: venue, arrival: start - setUp, openings: [opening], departure: end + packUp))
                }
            }
        }
        var round = DayRound(
            week: week, weekday: weekday, van: team.van, crew: team.crew, legs: legs(visits, team.depot, scenario),
            visits: visits, breaks: [])
        round.breaks = zip(round.work, round.work.dropFirst()).map { Interval(start: $0.end, end: $1.start) }
        return round
    }

    /// Each way is driven as late as the visit allows.
    private static func legs(_ visits: [Visit], _ depot: String, _ scenario: Scenario) -> [DrivenLeg] {
        let places = [depot] + visits.map(\.venue) + [depot]
        return zip(places, places.dropFirst()).enumerated().map { index, pair in
            let way = leg(pair.0, pair.1, scenario)
            let minutes = way.duration.roundedUpToMinutes
            let arrival = index < visits.count ? visits[index].arrival : visits[visits.count - 1].departure + minutes
            return DrivenLeg(
                from: pair.0, to: pair.1, departure: arrival - minutes, arrival: arrival, distance: way.distance)
        }
    }

    static func kinds(_ plan: Plan) -> Set<Discrepancy.Kind> { Set(PlanCheck(plan).discrepancies.map(\.kind)) }

    static func broken(_ plan: Plan) -> [Violation] {
        PlanCheck(plan).verdicts.flatMap(\.violations).filter { $0.severity == .hard }
    }
}
