import Foundation
import GeoModel
import PlanningModel
import TestSupport

/// Random territories of one service, small enough to look at every plan.
package struct RandomTerritory {
    /// Which limits a case is made to press on.
    package enum Emphasis: String, CaseIterable {
        case usual
        /// A cycle of 4 weeks with monthly stops.
        case longCycle
        /// Daily rests of 14 to 16 h between days that follow each other.
        case longRests
        /// Weekly rests of up to 96 h, Saturdays, two days off.
        case weekends
    }

    private var random: TestRandom
    private let emphasis: Emphasis

    package init(seed: UInt64) {
        random = TestRandom(seed)
        let kinds: [Emphasis] = [
            .usual, .usual, .longRests, .usual, .weekends, .usual, .usual, .longRests, .usual, .longCycle,
        ]
        emphasis = kinds[Int(seed % 10)]
    }

    package static func scenario(seed: UInt64) -> Scenario {
        var maker = RandomTerritory(seed: seed)
        let scenario = maker.scenario("case \(seed)")
        guard seed % 3 == 0 else { return scenario }
        var random = TestRandom(seed &+ 77_000)
        return withMatrix(scenario, &random)
    }

    /// The same with ways that differ there and back: each straight way times 0.6 to 1.4, kilometres and minutes
    /// apart. Some venues have no node of their own.
    package static func withMatrix(_ scenario: Scenario, _ random: inout TestRandom) -> Scenario {
        let roads = PlainRoads(parameters: scenario.parameters)
        let communes = Dictionary(uniqueKeysWithValues: scenario.territory.communes.map { ($0.code, $0) })
        var nodes = scenario.territory.communes.map { (id: $0.code, at: $0.centre, commune: $0) }
        for place in scenario.territory.venues + scenario.territory.depots where random.chance(0.8) {
            nodes.append((place.id, place.position, communes[place.commune]!))
        }
        var matrix = TravelMatrix(nodes: nodes.map(\.id))!
        for from in nodes {
            for to in nodes where from.id != to.id {
                let way = roads.way(from.at, from.commune, to.at, to.commune)
                matrix.set(
                    Leg(
                        distance: Metres(Int(Double(way.metres) * random.real(0.6...1.4))),
                        duration: Seconds(Int(Double(way.seconds) * random.real(0.6...1.4)))),
                    from: from.id, to: to.id)
            }
        }
        var other = scenario
        other.travelMatrix = matrix
        return other
    }

    private mutating func scenario(_ name: String) -> Scenario {
        let parameters = parameters()
        let count: Int
        switch emphasis {
        case .usual: count = random.chance(0.04) ? 6 : random.whole(2...5)
        case .longCycle: count = random.whole(2...3)
        case .longRests: count = parameters.cycleWeeks == 4 ? random.whole(2...3) : random.whole(2...4)
        case .weekends: count = random.whole(2...4)
        }
        let spread = emphasis == .longRests ? random.real(2...30) : random.pick([2, 5, 10, 20, 40, 60, 75])
        return Self.territory(name, communes: count, spread: spread, parameters: parameters, random: &random)
    }

    /// Communes within `spread` kilometres of a depot, most with a venue.
    package static func territory(
        _ name: String, communes count: Int, spread: Double, parameters: Parameters, random: inout TestRandom
    ) -> Scenario {
        func position(_ random: inout TestRandom, within radius: Double, of centre: Position) -> Position {
            let angle = random.real(0...2 * .pi)
            let distance = radius * random.real(0...1).squareRoot()
            return Position(
                latitude: centre.latitude + distance * sin(angle) / 111.2,
                longitude: centre.longitude + distance * cos(angle) / 71.5)
        }
        let heart = Position(latitude: 50.1, longitude: 3.9)
        var communes: [Commune] = []
        var venues: [Place] = []
        for index in 0..<count {
            let code = "59\(100 + index)"
            let area = random.real(3...30)
            let density = random.chance(0.1) ? random.real(250...2500) : random.real(20...290)
            let centre = position(&random, within: spread, of: heart)
            let active = random.whole(100...900)
            communes.append(
                Commune(
                    code: code, name: "Commune \(index)", epci: random.chance(0.3) ? "200000002" : "200000001",
                    centre: centre, population: Int(density * area), areaKm2: area,
                    households: random.chance(0.05) ? nil : random.whole(40...2500),
                    births: random.whole(0...60), active: active, unemployed: random.whole(1...active / 3),
                    medianLivingStandard: random.chance(0.3) ? nil : random.real(15000...26000).rounded(),
                    socialCentre: random.pick(Presence.allCases)))
            for number in 0..<(random.chance(0.1) ? 0 : random.chance(0.08) ? 2 : 1) {
                venues.append(
                    Place(
                        id: "v\(index)\(number)", name: "Venue \(index).\(number)", commune: code,
                        position: random.chance(0.6) ? centre : position(&random, within: 2, of: centre)))
            }
        }
        let codes = communes.map(\.code)
        let crew = (0..<random.whole(1...2)).map {
            StaffMember(
                id: "p\($0)", crew: "crew", roles: [.accueillant, .driver], licence: "B", weeklyHours: Minutes(35 * 60))
        }
        return Scenario(
            name: name, firstMonday: CivilDate(year: 2027, month: 1, day: 4)!,
            territory: Territory(
                communes: communes,
                epcis: [Epci(code: "200000001", name: "One"), Epci(code: "200000002", name: "Two")], venues: venues,
                depots: [
                    Place(
                        id: "depot", name: "Depot", commune: random.pick(codes),
                        position: position(&random, within: min(spread / 2, 20), of: heart))
                ]),
            services: [
                Service(
                    id: "service", name: "Service", kind: random.chance(0.3) ? .firstThousandDays : .parentingResource,
                    communes: codes, teams: [Team(van: "van", crew: "crew", depot: "depot")],
                    factor: random.chance(0.2) ? 1.5 : 1, forcedIn: random.chance(0.2) ? [random.pick(codes)] : [],
                    forcedOut: random.chance(0.1) ? [random.pick(codes)] : [])
            ], vans: [Van(id: "van", name: "Van")], staff: crew,
            calendar: ClosureCalendar(publicHolidays: [], schoolHolidays: []), parameters: parameters)
    }

    private mutating func parameters() -> Parameters {
        var parameters = Parameters()
        parameters.apply(random.pick(WorkProfile.allCases))
        parameters.cycleWeeks = random.pick([1, 2, 2])
        parameters.weekdays = distinctWeekdays(2, saturday: random.chance(0.15))
        parameters.minimumVisits = random.pick([1, 2, 4])
        parameters.minimumHalfDays = random.whole(1...3)
        parameters.pricePerEuro = random.pick([0, 0.01, 0.05, 0.3, 1, 3])
        parameters.wages = random.pick(WageMode.allCases)
        parameters.frequency = random.pick(FrequencyShape.allCases)
        if random.chance(0.7) { parameters.referenceWeek = Minutes(random.whole(290...1250)) }
        if random.chance(0.15) { parameters.overtime = .yes }
        if random.chance(0.3) { parameters.averageWeeklyWork = Minutes(random.whole(360...1250)) }
        if random.chance(0.2) { parameters.weeklyWork = Minutes(random.whole(360...1250)) }
        if random.chance(0.2) { parameters.dailyWork = Minutes(random.whole(420...600)) }
        if random.chance(0.3) { parameters.sessionLength = Minutes(random.pick([150, 165, 210])) }
        if random.chance(0.2) { parameters.startStep = Minutes(random.pick([10, 30])) }
        if random.chance(0.2) { parameters.setUp = Minutes(random.whole(0...45)) }
        if random.chance(0.2) { parameters.packUp = Minutes(random.whole(0...40)) }
        if random.chance(0.3) {
            parameters.access.car = GradualCover(full: random.real(2...15), none: random.real(16...60))
            parameters.access.foot = GradualCover(full: 1.5, none: random.real(2...6))
        }
        if parameters.profile == .custom { parameters.spanMaximum = Minutes(random.whole(470...780)) }
        switch emphasis {
        case .usual: break
        case .longCycle:
            parameters.cycleWeeks = 4
            parameters.minimumVisits = 1
            parameters.minimumHalfDays = random.pick([0, 1, 1, 2])
            parameters.weekdays = distinctWeekdays(random.whole(1...2), saturday: false)
        case .longRests:
            parameters.apply(.custom)
            parameters.dailyRest = Minutes(random.whole(14 * 60...16 * 60 + 30))
            parameters.cycleWeeks = random.pick([1, 2, 2, 4])
            let first = random.whole(0...3)
            parameters.weekdays = [Weekday(rawValue: first)!, Weekday(rawValue: first + 1)!]
            parameters.minimumHalfDays = random.whole(1...4)
            parameters.referenceWeek = Minutes(random.whole(600...1250))
            if random.chance(0.5) { parameters.minimumVisits = 1 }
        case .weekends:
            parameters.apply(random.pick(WorkProfile.allCases))
            parameters.weeklyRest = Minutes(random.whole(35...96) * 60)
            parameters.weekdays = distinctWeekdays(random.whole(2...3), saturday: random.chance(0.4))
            parameters.twoDaysOff = random.pick(YesNo.allCases)
        }
        return parameters
    }

    private mutating func distinctWeekdays(_ count: Int, saturday: Bool) -> [Weekday] {
        var days: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        if saturday { days.append(.saturday) }
        return days.shuffled(using: &random).prefix(count).sorted()
    }
}
