import DrawnTerritories
import GeoModel
import PlanningModel
import TestSupport

/// Scenarios with all that has hours of its own beside the rounds, drawn, and made to contradict themselves in one way.
struct ContradictoryScenario {
    enum Kind: CaseIterable, Sendable {
        case agesOfLR, agesOfM1000J, fewOpenings, shortOpenings, closedPlace, noCollectiveSpace
        case noAccueillantAtCentre, listeningAtCentre, sundayOpening, longDay, morningAndEvening, fourPeriods
        case overContract, overContractByReintegration, noListener, sundayListening, shortRest
        case notCleared, noSeats, otherVisitHours, noEscort, tooManySeatsForLicence, heavyVan, noDriver, prisonClosed
        case twoServicesAtOnce
    }

    private var random: TestRandom
    private(set) var scenario: Scenario

    /// A scenario in which nothing contradicts anything.
    init(seed: Int) {
        var seeds = TestRandom(UInt64(40_000 + seed))
        random = TestRandom(seeds.next())
        scenario = RandomTerritory.scenario(seed: UInt64(1 + seed % 40))
        var parameters = Parameters()
        parameters.cycleWeeks = random.pick([1, 2, 4])
        scenario.parameters = parameters
        scenario.services[0].programme = []
        let communes = scenario.territory.communes
        let place = Place(
            id: "maison", name: "Maison (exemple fictif)", commune: communes[0].code, position: communes[0].centre)
        scenario.territory.venues.append(place)
        scenario.territory.venueFacts = [
            VenueFacts(
                venue: place.id, confidentialSpace: .present, collectiveSpace: .present, ownAccess: .present,
                accessible: .present, recognisable: .present, power: .present)
        ]
        scenario.territory.prisons = [
            Prison(id: "prison", name: "Prison", commune: communes[0].code, visitHours: "Mo-Fr 13:00-17:00")
        ]
        scenario.vans.append(Van(id: "minibus", name: "Minibus", maximumMass: 3500, seats: 9))
        func person(_ id: String, _ crew: String, _ roles: Set<StaffRole>, hours: Int) -> StaffMember {
            StaffMember(
                id: id, crew: crew, roles: roles, licence: "B", weeklyHours: Minutes(60 * hours),
                standing: "exemple fictif")
        }
        scenario.staff += [
            person("accueil", "fixe", [.accueillant], hours: 35), person("ecoute", "ecoute", [.listener], hours: 10),
            person("rep", "rep", [.driver, .escort], hours: 20),
        ]
        scenario.centres = [
            FixedCentre(
                id: "fixe", name: "Lieu fixe", kind: .parentingResource, venue: place.id, crew: "fixe",
                openings: [Weekday.monday, .tuesday, .wednesday, .thursday, .friday].map {
                    WeeklySlot(weekday: $0, hours: Self.hours(540, 720))
                })
        ]
        scenario.listening = [
            ListeningService(
                id: "ecoute", name: "Écoute", besides: [], crew: "ecoute",
                slots: [WeeklySlot(weekday: random.pick([.monday, .thursday]), hours: Self.hours(1110, 1230))])
        ]
        scenario.prisonRelays = [
            PrisonRelay(
                id: "rep", name: "REP",
                team: Team(van: "minibus", crew: "rep", depot: scenario.territory.depots[0].id),
                visits: [
                    PrisonVisitWish(
                        prison: "prison", timesInFourWeeks: 4,
                        slots: [PrisonSlot(weekday: random.pick([.tuesday, .wednesday]), start: Minutes(840))],
                        pickups: [ChildPickup(commune: random.pick(communes).code, children: random.whole(1...6))])
                ], escortCleared: .present)
        ]
    }

    private static func hours(_ start: Int, _ end: Int) -> Interval {
        Interval(start: Minutes(start), end: Minutes(end))
    }

    private mutating func staff(_ id: String, _ edit: (inout StaffMember) -> Void) {
        for index in scenario.staff.indices where scenario.staff[index].id == id { edit(&scenario.staff[index]) }
    }

    private mutating func minibus(_ edit: (inout Van) -> Void) {
        for index in scenario.vans.indices where scenario.vans[index].id == "minibus" { edit(&scenario.vans[index]) }
    }

    /// The same, made to contradict itself.
    func contradicting(_ kind: Kind) -> Scenario {
        var other = self
        other.contradict(kind)
        return other.scenario
    }

    private mutating func contradict(_ kind: Kind) {
        let weekday = random.pick([Weekday.monday, .tuesday, .wednesday, .thursday, .friday])
        switch kind {
        case .agesOfLR:
            scenario.services[0].kind = .parentingResource
            let oldest = random.whole(3...25)
            scenario.services[0].ages = AgeBand(from: 0, until: oldest)
        case .agesOfM1000J:
            scenario.services[0].kind = .firstThousandDays
            let oldest = random.whole(3...17)
            scenario.services[0].ages = AgeBand(from: 0, until: oldest)
        case .fewOpenings:
            let fewer = random.whole(1...4)
            scenario.centres[0].openings.removeLast(fewer)
        case .shortOpenings:
            let index = random.whole(0...4)
            let end = random.whole(600...689)
            scenario.centres[0].openings[index].hours = Self.hours(540, end)
        case .closedPlace:
            let facts = [\VenueFacts.accessible, \.ownAccess, \.recognisable]
            let missing = random.pick(facts)
            scenario.territory.venueFacts[0][keyPath: missing] = .absent
        case .noCollectiveSpace:
            let facts = [\VenueFacts.confidentialSpace, \.collectiveSpace]
            let missing = random.pick(facts)
            scenario.territory.venueFacts[0][keyPath: missing] = .absent
        case .noAccueillantAtCentre: staff("accueil") { $0.roles = [.driver] }
        case .listeningAtCentre:
            let start = random.whole(421...719)
            scenario.listening[0].slots = [WeeklySlot(weekday: weekday, hours: Self.hours(start, start + 120))]
        case .sundayOpening:
            scenario.centres[0].openings.append(WeeklySlot(weekday: .sunday, hours: Self.hours(540, 720)))
        case .longDay:
            let end = 1261 + random.whole(0...60)
            scenario.centres[0].openings.append(WeeklySlot(weekday: weekday, hours: Self.hours(1200, end)))
        case .morningAndEvening:
            staff("accueil") { $0.weeklyHours = Minutes(20 * 60) }
            scenario.centres[0].openings.append(WeeklySlot(weekday: weekday, hours: Self.hours(1080, 1140)))
        case .fourPeriods:
            for start in [780, 900, 1020] {
                scenario.centres[0].openings.append(WeeklySlot(weekday: weekday, hours: Self.hours(start, start + 60)))
            }
        case .overContract:
            let hours = random.whole(5...14)
            staff("accueil") { $0.weeklyHours = Minutes(60 * hours) }
        case .overContractByReintegration: scenario.prisonRelays[0].reintegration = Minutes(80 * 60)
        case .noListener: staff("ecoute") { $0.roles = [.accueillant] }
        case .sundayListening:
            scenario.listening[0].slots = [WeeklySlot(weekday: .sunday, hours: Self.hours(1080, 1200))]
        case .shortRest:
            scenario.centres[0].openings = [
                WeeklySlot(weekday: .monday, hours: Self.hours(1080, 1260)),
                WeeklySlot(weekday: .tuesday, hours: Self.hours(480, 720)),
                WeeklySlot(weekday: .tuesday, hours: Self.hours(800, 1000)),
                WeeklySlot(weekday: .wednesday, hours: Self.hours(540, 720)),
                WeeklySlot(weekday: .thursday, hours: Self.hours(540, 720)),
            ]
        case .notCleared: scenario.prisonRelays[0].escortCleared = .absent
        case .noSeats:
            let seats = random.whole(2...9)
            minibus { $0.seats = seats }
            let more = random.whole(0...4)
            scenario.prisonRelays[0].visits[0].pickups[0].children = seats + more
        case .otherVisitHours:

            let hours = random.pick(["Mo-Fr 15:00-17:00", "Sa 13:00-17:00"])
            scenario.territory.prisons[0].visitHours = hours
        case .noEscort: staff("rep") { $0.roles = [.driver] }
        case .tooManySeatsForLicence: minibus { $0.seats = 10 }
        case .heavyVan: minibus { $0.maximumMass = 4250 }
        case .noDriver: staff("rep") { $0.roles = [.escort] }
        case .prisonClosed:
            scenario.calendar.exceptions = [
                .init(
                    place: "prison", from: scenario.firstMonday, until: scenario.firstMonday.adding(days: 27),
                    reason: "travaux")
            ]
        case .twoServicesAtOnce:
            scenario.listening[0].crew = "fixe"
            staff("accueil") { $0.roles = [.accueillant, .listener] }
            scenario.listening[0].slots = [WeeklySlot(weekday: weekday, hours: Self.hours(600, 660))]
            scenario.listening[0].besides = [scenario.services[0].id]
        }
    }
}
