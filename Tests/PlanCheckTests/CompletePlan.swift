import GeoModel
import PlanningModel

/// The plan made by hand with all that the rules ask of data: premises, permits, partners, a programme, and services at
/// fixed times beside the rounds. Every rule is met.
enum CompletePlan {
    static let listener = "ecoutant"
    static let escort = "accompagnant"
    static let prison = "prison"

    static func scenario(_ edit: (inout Parameters) -> Void = { _ in }) -> Scenario {
        var scenario = PlanFixture.scenario(edit)
        for index in scenario.territory.communes.indices { scenario.territory.communes[index].socialCentre = .absent }
        let venues = scenario.territory.venues
        scenario.territory.venueFacts = venues.map {
            VenueFacts(
                venue: $0.id, confidentialSpace: .present, collectiveSpace: .absent, ownAccess: .present,
                accessible: .present, recognisable: .present, power: .present)
        }
        scenario.territory.permits = venues.map {
            ParkingPermit(
                venue: $0.id, from: CivilDate(iso: "2027-01-04")!, until: CivilDate(iso: "2027-01-29")!)
        }
        scenario.territory.partners = scenario.territory.communes.map {
            Partner(
                id: "pmi-\($0.code)", kind: "pmi", name: "PMI", commune: $0.code, contactRole: "référent parentalité")
        }
        scenario.territory.facilities = venues.map {
            Facility(id: "ecole-\($0.id)", kind: .school, name: "École", commune: $0.commune, position: $0.position)
        }
        scenario.territory.prisons = [
            Prison(
                id: prison, name: "Prison", commune: "59005", position: venues[4].position,
                visitHours: "Th 14:00-15:00")
        ]
        scenario.vans = [
            Van(
                id: "van", name: "Van", maximumMass: 3500, seats: 9, confidentialSpace: .absent,
                collectiveSpace: .present, accessible: .present, recognisable: .present, ownPower: .absent),
            Van(id: "minibus", name: "Minibus", maximumMass: 3500, seats: 9),
        ]
        scenario.staff += [
            StaffMember(
                id: listener, crew: "ecoute", roles: [.listener, .urgentHelp], weeklyHours: Minutes(20 * 60)),
            StaffMember(
                id: escort, crew: "rep", roles: [.driver, .escort], licence: "B", weeklyHours: Minutes(20 * 60)),
        ]
        scenario.services[0].charge = .free
        scenario.services[0].programme = [
            SessionKind(id: "laep", name: "LAEP", mission: .services, isLaep: true, accueillants: 2),
            SessionKind(id: "groupe", name: "Groupe", mission: .groups, length: Minutes(90)),
            SessionKind(
                id: "acteurs", name: "Acteurs", mission: .actors, length: Minutes(60), isForProfessionals: true),
        ]
        scenario.listening = [
            ListeningService(
                id: "ecoute", name: "Écoute", besides: ["lr"], crew: "ecoute",
                slots: [
                    WeeklySlot(weekday: .tuesday, hours: Interval(start: Minutes(1080), end: Minutes(1260))),
                    WeeklySlot(weekday: .thursday, hours: Interval(start: Minutes(1080), end: Minutes(1260))),
                ])
        ]
        scenario.prisonRelays = [
            PrisonRelay(
                id: "rep", name: "REP", team: Team(van: "minibus", crew: "rep", depot: "depot"),
                visits: [
                    PrisonVisitWish(
                        prison: prison, timesInFourWeeks: 1,
                        slots: [PrisonSlot(weekday: .thursday, start: Minutes(840))],
                        pickups: [ChildPickup(commune: "59003", children: 2)])
                ], escortCleared: .present)
        ]
        scenario.publishedOn = CivilDate(iso: "2026-12-28")
        return scenario
    }

    static func plan(_ scenario: Scenario) -> Plan { plan(scenario, PlanFixture.days(scenario)) }

    static func plan(_ scenario: Scenario, _ days: [DayRound]) -> Plan {
        var plan = PlanFixture.plan(scenario, days)
        plan.services[0].sessions = [
            PlannedSession(
                kind: "laep", week: 1, weekday: .monday, venue: "lieu-59001",
                hours: Interval(start: Minutes(540), end: Minutes(720))),
            PlannedSession(
                kind: "groupe", week: 2, weekday: .tuesday, venue: "lieu-59003",
                hours: Interval(start: Minutes(540), end: Minutes(630))),
            PlannedSession(
                kind: "acteurs", week: 3, weekday: .wednesday, venue: "lieu-59005",
                hours: Interval(start: Minutes(540), end: Minutes(600))),
        ]
        plan.shifts = (1...4).flatMap { week in
            scenario.listening[0].slots.map {
                Shift(service: "ecoute", week: week, weekday: $0.weekday, hours: $0.hours, staff: [listener])
            }
        }
        plan.outings = [outing(scenario)]
        return plan
    }

    /// By one commune to the prison 45 min before 14:00, and home after the visit.
    static func outing(_ scenario: Scenario) -> PrisonOuting {
        func minutes(_ a: String, _ b: String) -> (Metres, Minutes) {
            let leg = scenario.travel.leg(from: scenario.place(a)!, to: scenario.place(b)!)!
            return (leg.distance, leg.duration.roundedUpToMinutes)
        }
        let stops = ["depot", "59003", prison, "59003", "depot"]
        let first = minutes(stops[0], stops[1])
        let second = minutes(stops[1], stops[2])
        var clock = Minutes(840) - scenario.parameters.prisonMargin - second.1 - Minutes(5) - first.1
        var legs: [DrivenLeg] = []
        for (index, (from, to)) in zip(stops, stops.dropFirst()).enumerated() {
            if index == 2 { clock = Minutes(840 + 45 + 15) }
            let way = minutes(from, to)
            legs.append(DrivenLeg(from: from, to: to, departure: clock, arrival: clock + way.1, distance: way.0))
            clock = clock + way.1 + Minutes(5)
        }
        return PrisonOuting(
            service: "rep", prison: prison, week: 2, weekday: .thursday, van: "minibus", staff: [escort], legs: legs,
            visit: Interval(start: Minutes(840), end: Minutes(885)), children: 2)
    }
}
