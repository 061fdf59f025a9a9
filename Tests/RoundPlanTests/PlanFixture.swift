import GeoModel
import RoundPlan

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
                StaffMember(id: $0, crew: "equipe", roles: [.accueillant], weeklyHours: Minutes(35 * 60))
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

    static func plan(_ scenario: Scenario, _ days: [DayRound]) -> Plan {
        let credits = credits(scenario)
        let cost = days.reduce(0) { $0 + Int(($1.distance.kilometres * 0.52 * 0.01 * 1000).rounded()) }
        let need = credits.reduce(MilliPoints.zero) { $0 + $1.points }
        return Plan(
            services: [
                ServicePlan(
                    id: "lr", needReached: need, cost: MilliPoints(cost), bound: need, days: days, credits: credits)
            ], stop: .gapReached, seed: 1, scenario: scenario, fingerprint: "", sources: [])
    }

    /// Every commune has a weekly stop of its own, which is also its best.
    private static func credits(_ scenario: Scenario) -> [Credit] {
        let needs = ServiceNeeds(scenario.services[0], in: scenario)
        let travel = BuiltInTravel(scenario.parameters.travel)
        return zip(needs.communes, needs.weights).map { commune, weight in
            let way = travel.withinCommune(commune)
            let access = scenario.parameters.access.access(by: way)
            return Credit(
                commune: commune.code, venue: "lieu-\(commune.code)", visits: 4, travel: way.duration, access: access,
                points: MilliPoints(Int((Double(weight.points.count) * access).rounded())))
        }
    }
}
