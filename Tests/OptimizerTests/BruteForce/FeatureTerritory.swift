import DrawnTerritories
import Foundation
import GeoModel
import PlanningModel
import TestSupport

/// What the cases made since there are teams, pins, floors and so on press on.
enum Feature: String, CaseIterable, Sendable {
    case twoTeams, shortTours, twiceWeekly, venueHours, pins, floors, budgets, prices, formerStops, everything
    case lighterWeeks
    /// Evenings and long days, of which only so many are allowed (R28, R26).
    case lateDays
    /// Closed venues and gaps between permits (R38, R34).
    case closures
}

/// Random territories for one feature, small enough to look at every plan. Promises and limits are put beside the best
/// plan without them, found by brute force, so that they often decide and can often be kept.
struct FeatureTerritory {
    var random: TestRandom
    let feature: Feature
    let number: Int
    /// The feature that the parameters are made for.
    var shape: Feature

    static func scenario(_ feature: Feature, _ number: Int) -> Scenario {
        // Seeds in a row give the same numbers one place further on, so the seed itself is drawn.
        let kind = UInt64(Feature.allCases.firstIndex(of: feature)!)
        var seed = TestRandom(100_000_000 &* (kind + 1) &+ UInt64(number))
        var maker = FeatureTerritory(random: TestRandom(seed.next()), feature: feature, number: number, shape: feature)
        if feature == .everything { maker.shape = maker.random.pick([.shortTours, .twiceWeekly, .twoTeams]) }
        return maker.scenario()
    }

    /// The same scenario as if the feature did not exist.
    static func without(_ feature: Feature, _ scenario: Scenario) -> Scenario {
        var other = scenario
        switch feature {
        case .twoTeams: other.services[0].teams.removeLast()
        case .shortTours: other.parameters.shortStops = .no
        case .twiceWeekly: other.parameters.twiceWeekly = .no
        case .venueHours: other.territory.venueFacts = []
        case .pins: other.services[0].pins = []
        case .floors: other.services[0].floors = Floors()
        case .budgets: other.services[0].budgets = Budgets()
        case .prices:
            other.parameters.priceOfVisitBesideSocialCentre = 0
            other.parameters.priceOfStopWithoutPartner = 0
            other.parameters.priceOfKilometreToServices = 0
            other.parameters.priceOfOvertimeHour = 0
            other.parameters.priceOfSpanHour = 0
        case .formerStops: other.services[0].formerStops = []
        case .lighterWeeks: other.parameters.lighterWeeks = [:]
        case .lateDays:
            other.parameters.eveningsMaximum = 7
            other.parameters.longDaysMaximum = Parameters.everyDay
        case .closures:
            other.calendar.exceptions = []
            other.territory.permits = []
        case .everything:
            for one in Feature.allCases where one != .everything {
                if one != .twoTeams || other.services[0].teams.count > 1 { other = without(one, other) }
            }
        }
        return other
    }

    private mutating func scenario() -> Scenario {
        var scenario = RandomTerritory.territory(
            "\(feature.rawValue) \(number)", communes: communes(), spread: random.pick(spreads),
            parameters: parameters(), random: &random)
        let most = [.everything, .lighterWeeks].contains(feature) ? 3 : scenario.parameters.cycleWeeks == 4 ? 4 : 6
        scenario.territory.venues.removeLast(max(0, scenario.territory.venues.count - most))
        if scenario.parameters.cycleWeeks == 4 { even(&scenario) }
        if random.chance(0.3) { scenario = RandomTerritory.withMatrix(scenario, &random) }
        switch feature {
        case .twoTeams:
            addTeam(&scenario)
            // As where a van or a crew is shared with another service.
            if scenario.parameters.weekdays.count > 1, random.chance(0.4) {
                scenario.services[0].teams[random.whole(0...1)].weekdays = [random.pick(scenario.parameters.weekdays)]
            }
        case .shortTours:
            even(&scenario)
            if random.chance(0.3) { addFloors(&scenario) } else if random.chance(0.3) { crowd(&scenario) }
            if random.chance(0.5) { addOrders(&scenario) }
        case .twiceWeekly: askForMore(&scenario)
        case .venueHours: addHours(&scenario)
        case .pins: addPins(&scenario, random.whole(1...3))
        case .floors: addFloors(&scenario)
        case .budgets: addBudgets(&scenario)
        case .prices: addPrices(&scenario)
        case .formerStops: addFormerStops(&scenario)
        case .lateDays: if random.chance(0.2) { addTeam(&scenario) }
        case .closures: addClosures(&scenario)
        case .lighterWeeks:
            // Without them the week has to be as full as the others.
            if scenario.parameters.cycleWeeks == 2, random.chance(0.3) { addTeam(&scenario) }
        case .everything:
            if shape == .shortTours {
                even(&scenario)
                if random.chance(0.7) { crowd(&scenario) }
            }
            if shape == .twoTeams || random.chance(0.3) { addTeam(&scenario) }
            if shape == .twiceWeekly, let venue = scenario.territory.venues.randomElement(using: &random) {
                scenario.parameters.minimumHalfDays = random.whole(1...4)
                scenario.services[0].pins = [Pin(venue: venue.id, served: true, minimumVisits: 8)]
            }
            if random.chance(0.4) { addHours(&scenario) }
            if random.chance(0.3) { addPrices(&scenario) }
            if random.chance(0.4) { addPins(&scenario, 1) }
            if random.chance(0.3) { addFormerStops(&scenario) }
            if random.chance(0.3) { addFloors(&scenario) }
            if random.chance(0.3) { addBudgets(&scenario) }
            if random.chance(0.3) { addClosures(&scenario) }
        }
        return scenario
    }

    private var spreads: [Double] {
        switch shape {
        case .shortTours: [5, 7, 9]
        case .twiceWeekly: [2, 5, 10, 15]
        default: [2, 5, 10, 20, 40]
        }
    }

    private mutating func communes() -> Int {
        switch feature {
        case .twoTeams: random.whole(2...4)
        case .shortTours: random.whole(4...5)
        case .twiceWeekly: random.whole(1...3)
        case .everything: random.whole(3...4)
        case .lighterWeeks: 3
        default: random.whole(3...5)
        }
    }

    private mutating func weekdays(_ count: Int) -> [Weekday] {
        [.monday, .tuesday, .wednesday, .thursday, .friday].shuffled(using: &random).prefix(count).sorted()
    }

    private mutating func parameters() -> Parameters {
        var parameters = Parameters()
        parameters.apply(random.pick(WorkProfile.allCases))
        parameters.cycleWeeks = random.pick([1, 2, 2])
        parameters.weekdays = weekdays(random.pick([1, 2, 2]))
        parameters.minimumVisits = random.pick([1, 2, 2, 4])
        parameters.minimumHalfDays = random.whole(0...2)
        parameters.pricePerEuro = random.pick([0, 0.01, 0.05, 0.3, 1])
        parameters.wages = random.pick(WageMode.allCases)
        parameters.frequency = random.pick(FrequencyShape.allCases)
        if random.chance(0.4) { parameters.referenceWeek = Minutes(random.whole(500...1250)) }
        if random.chance(0.1) { parameters.overtime = .yes }
        if random.chance(0.1) { parameters.averageWeeklyWork = Minutes(random.whole(500...1250)) }
        if random.chance(0.2) { parameters.sessionLength = Minutes(random.pick([150, 165])) }
        if random.chance(0.2) { parameters.startStep = Minutes(random.pick([10, 30])) }
        if random.chance(0.2) { parameters.setUp = Minutes(random.whole(0...45)) }
        if random.chance(0.2) { parameters.packUp = Minutes(random.whole(0...40)) }
        if random.chance(0.3) {
            parameters.access.car = GradualCover(full: random.real(2...8), none: random.real(9...30))
        }
        switch shape {
        case .twoTeams:
            parameters.minimumHalfDays = random.whole(0...3)
            parameters.referenceWeek = Minutes(random.whole(350...1000))
        case .shortTours:
            addShortStops(&parameters)
            parameters.weekdays = weekdays(random.pick([1, 1, 2]))
            parameters.minimumVisits = random.pick([1, 2, 4, 4, 4])
            parameters.referenceWeek = Minutes(random.chance(0.7) ? random.whole(340...440) : random.whole(360...700))
            parameters.minimumHalfDays = random.whole(0...1)
            parameters.pricePerEuro = random.pick([0, 0.01, 0.05])
            parameters.access.car = GradualCover(full: random.real(2...4), none: random.real(5...8))
            parameters.access.foot = GradualCover(full: 0.5, none: random.real(1...2))
        case .twiceWeekly:
            parameters.twiceWeekly = .yes
            parameters.weekdays = weekdays(random.pick([2, 3, 3]))
            if random.chance(0.7) { parameters.referenceWeek = Minutes(35 * 60) }
            parameters.priceOfStopWithoutPartner = random.pick([0, 0, 100, 300])
            if random.chance(0.2) { addShortStops(&parameters) }
        case .venueHours, .pins, .budgets: sometimesMonthly(&parameters)
        case .formerStops:
            parameters.weekdays = weekdays(random.pick([2, 2, 3]))
            sometimesMonthly(&parameters)
        case .closures:
            parameters.weekdays = weekdays(random.pick([1, 2, 2, 3]))
            parameters.minimumVisits = random.pick([1, 2, 2])
            parameters.minimumHalfDays = random.whole(0...1)
            sometimesMonthly(&parameters)
        case .floors:
            sometimesMonthly(&parameters)
            parameters.minimumHalfDays = random.whole(0...1)
            parameters.pricePerEuro = random.pick([0.5, 1, 3, 8])
            parameters.wages = .fixed
        case .prices: parameters.minimumHalfDays = random.whole(1...3)
        case .lighterWeeks:
            let isLong = random.chance(0.5)
            parameters.cycleWeeks = isLong ? 4 : 2
            parameters.weekdays = weekdays(isLong ? 1 : 2)
            parameters.minimumVisits = isLong ? 1 : 2
            parameters.referenceWeek = Minutes(isLong ? random.whole(420...560) : random.whole(600...1100))
            parameters.minimumHalfDays = isLong ? 2 : random.whole(2...4)
            parameters.pricePerEuro = random.pick([0.3, 1, 3, 8])
            let week = random.whole(1...parameters.cycleWeeks)
            parameters.lighterWeeks[week] = random.whole(0...parameters.minimumHalfDays - 1)
        case .lateDays: addLateDays(&parameters)
        case .everything: break
        }
        if feature == .everything {
            if random.chance(0.3) { addLateDays(&parameters) }
            if random.chance(0.3) { addShortStops(&parameters) }
            if random.chance(0.3) { parameters.twiceWeekly = .yes }
            if parameters.weekdays.count > 2 { parameters.weekdays.removeLast() }
        }
        return parameters
    }

    /// Evenings that begin in the afternoon, and spans that a full day passes.
    private mutating func addLateDays(_ parameters: inout Parameters) {
        if random.chance(0.7) {
            parameters.eveningFrom = Minutes(random.whole(14 * 60...18 * 60))
            parameters.eveningsMaximum = random.whole(0...1)
        }
        if random.chance(0.3) { parameters.windowEnd = Minutes(random.pick([19 * 60, 20 * 60, 21 * 60])) }
        guard random.chance(0.6) else { return }
        parameters.spanReported = Minutes(random.whole(260...500))
        parameters.longDaysMaximum = random.whole(0...4)
    }

    private mutating func sometimesMonthly(_ parameters: inout Parameters) {
        guard random.chance(0.3) else { return }
        parameters.cycleWeeks = 4
        parameters.weekdays = weekdays(1)
        parameters.minimumVisits = random.pick([1, 1, 2])
        if random.chance(0.6) { parameters.referenceWeek = Minutes(random.whole(260...520)) }
        parameters.access.car = GradualCover(full: random.real(2...4), none: random.real(5...9))
        parameters.minimumHalfDays = random.whole(0...1)
    }

    /// Lengths such that what a session is open on the other side of noon never makes a tour long enough for R01.
    private mutating func addShortStops(_ parameters: inout Parameters) {
        parameters.shortStops = .yes
        parameters.shortStopsPerHalfDay = random.pick([2, 3, 3])
        parameters.shortStopLength = Minutes(
            random.pick(parameters.shortStopsPerHalfDay == 2 ? [55, 75, 100, 105, 105] : [55, 75, 80, 80, 85]))
        if random.chance(0.3) { parameters.shortStopSetUp = Minutes(random.whole(0...20)) }
        if random.chance(0.3) { parameters.shortStopPackUp = Minutes(random.whole(0...20)) }
    }

    private mutating func addTeam(_ scenario: inout Scenario) {
        let isAlike = random.chance(0.4)
        var depot = scenario.territory.depots[0]
        if !isAlike && random.chance(0.7) {
            let centre = random.pick(scenario.territory.communes)
            depot = Place(id: "depot2", name: "Depot 2", commune: centre.code, position: centre.centre)
            scenario.territory.depots.append(depot)
        }
        let persons = isAlike ? scenario.staff.count : random.whole(1...2)
        let hours = isAlike || random.chance(0.5) ? 35 * 60 : random.whole(300...1500)
        scenario.staff += (0..<persons).map {
            StaffMember(
                id: "q\($0)", crew: "crew2", roles: [.accueillant, .driver], licence: "B", weeklyHours: Minutes(hours))
        }
        scenario.vans.append(Van(id: "van2", name: "Van 2"))
        scenario.services[0].teams.append(Team(van: "van2", crew: "crew2", depot: depot.id))
    }

    /// Communes of much the same size, so that two short stops may be worth more than one session.
    private mutating func even(_ scenario: inout Scenario) {
        scenario.services[0].kind = .parentingResource
        scenario.services[0].forcedOut = []
        for index in scenario.territory.communes.indices {
            scenario.territory.communes[index].households = random.whole(350...450)
            scenario.territory.communes[index].population = 900
            scenario.territory.communes[index].areaKm2 = 6
            scenario.territory.communes[index].active = 400
            scenario.territory.communes[index].unemployed = 40
            scenario.territory.communes[index].medianLivingStandard = nil
            scenario.territory.communes[index].socialCentre = .unknown
        }
    }

    /// Promises to as many venues as a short tour may hold.
    private mutating func crowd(_ scenario: inout Scenario) {
        let promised = scenario.territory.venues.shuffled(using: &random).prefix(
            scenario.parameters.shortStopsPerHalfDay)
        scenario.services[0].pins += promised.map { Pin(venue: $0.id, served: true) }
    }

    /// So many half-days that stops of one day a week may not be enough.
    private mutating func askForMore(_ scenario: inout Scenario) {
        let venues = scenario.territory.venues.count
        let most = min(4 * venues, 2 * scenario.parameters.weekdays.count)
        scenario.parameters.minimumHalfDays = random.whole(min(2 * venues, most)...most)
    }
}
