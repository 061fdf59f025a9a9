import DrawnTerritories
import GeoModel
import PlanCheck
import PlanningModel
import TestSupport
import Testing

/// Cases made by hand in which only the placement of days on weekdays decides.
@Suite("Rests that decide which weekdays are possible")
struct RestTests {
    /// Two equal communes far apart from each other, near the depot, weekly stops only.
    private func scenario(_ weekdays: [Weekday], weeklyRest: Int, halfDays: Int) -> Scenario {
        var parameters = Parameters()
        parameters.cycleWeeks = 1
        parameters.weekdays = weekdays
        parameters.weeklyRest = Minutes(60 * weeklyRest)
        parameters.minimumHalfDays = halfDays
        parameters.pricePerEuro = 0.01
        var random = TestRandom(7)
        var scenario = RandomTerritory.territory(
            "rests", communes: 3, spread: 3, parameters: parameters, random: &random)
        let places = [(50.1, 3.9), (50.12, 3.9), (50.1, 3.93)]
        for (index, place) in places.enumerated() {
            scenario.territory.communes[index].centre = Position(latitude: place.0, longitude: place.1)
            scenario.territory.communes[index].population = 500
            scenario.territory.communes[index].areaKm2 = 9
            scenario.territory.communes[index].households = 200
        }
        scenario.territory.venues = places.indices.map { index in
            let commune = scenario.territory.communes[index]
            return Place(id: "v\(index)", name: commune.name, commune: commune.code, position: commune.centre)
        }
        scenario.services[0].kind = .parentingResource
        scenario.services[0].forcedOut = []
        return scenario
    }

    private func expectBest(_ scenario: Scenario) {
        let contest = Contest(scenario)
        #expect(contest.found == contest.expected, "\(contest.failure as Any)")
        #expect(contest.bound == contest.expected)
        if contest.expected == nil { #expect(contest.isProvenImpossible) }
        if let plan = contest.plan { #expect(PlanCheck(plan).isValid) }
    }

    @Test("A weekly rest of 96 h between Thursday and Monday is kept", arguments: [2, 3, 4])
    func fromThursday(halfDays: Int) {
        expectBest(scenario([.monday, .thursday], weeklyRest: 96, halfDays: halfDays))
    }

    @Test("Two days that do not fit the first weekdays are put on later ones", arguments: [3, 4])
    func laterWeekdays(halfDays: Int) {
        expectBest(scenario([.monday, .thursday, .friday], weeklyRest: 90, halfDays: halfDays))
    }

    @Test("A weekly rest of 72 h between Friday and Monday is kept", arguments: [2, 3, 4])
    func fromFriday(halfDays: Int) {
        expectBest(scenario([.monday, .friday], weeklyRest: 72, halfDays: halfDays))
    }

    @Test("A break is taken before setting up where only that leaves enough rest")
    func breakBeforeSettingUp() {
        expectBest(RandomTerritory.scenario(seed: 1_001_464))
    }

    /// Two clusters east and west of the depot, each worth one day with both its stops, on days that may not follow
    /// each other.
    private func clusters(cycle: Int, halfDays: Int, shift: () -> Double) -> Scenario {
        var scenario = scenario([.monday, .tuesday], weeklyRest: 35, halfDays: halfDays)
        scenario.parameters.apply(.custom)
        scenario.parameters.cycleWeeks = cycle
        scenario.parameters.dailyRest = Minutes(17 * 60)
        scenario.parameters.pricePerEuro = 5
        scenario.parameters.access.car = GradualCover(full: 2, none: 5)
        let places = [(50.08, 3.62), (50.12, 3.62), (50.08, 4.18), (50.12, 4.18)].map {
            Position(latitude: $0.0 + shift(), longitude: $0.1 + shift())
        }
        let model = scenario.territory.communes[0]
        scenario.territory.communes = places.indices.map { index in
            var commune = model
            commune.code = "5920\(index)"
            commune.centre = places[index]
            return commune
        }
        scenario.territory.venues = places.indices.map { index in
            let commune = scenario.territory.communes[index]
            return Place(id: "v\(index)", name: commune.name, commune: commune.code, position: commune.centre)
        }
        scenario.territory.depots[0].commune = "59200"
        scenario.territory.depots[0].position = Position(latitude: 50.1, longitude: 3.9)
        scenario.services[0].communes = scenario.territory.communes.map(\.code)
        scenario.services[0].forcedIn = []
        return scenario
    }

    @Test("Fortnightly days that may not follow each other are put in different weeks", arguments: [0, 1, 2])
    func differentWeeks(halfDays: Int) {
        expectBest(clusters(cycle: 2, halfDays: halfDays) { 0 })
    }

    @Test("Days that may not follow each other are put in the best weeks, wherever the stops lie", arguments: 1...60)
    func manyClusters(seed: Int) {
        var random = TestRandom(UInt64(seed) &+ 60_000)
        var scenario = clusters(cycle: random.pick([2, 2, 4]), halfDays: random.whole(0...2)) {
            random.real(-0.06...0.06)
        }
        scenario.parameters.minimumVisits = random.pick([1, 2])
        scenario.parameters.dailyRest = Minutes(random.whole(15 * 60...19 * 60))
        scenario.parameters.pricePerEuro = random.real(0.5...8)
        scenario.parameters.referenceWeek = Minutes(random.whole(540...1300))
        if scenario.parameters.cycleWeeks == 4 {
            scenario.territory.venues.removeLast()
            scenario.parameters.minimumVisits = 1
        }
        for index in scenario.territory.communes.indices {
            scenario.territory.communes[index].households = random.whole(100...400)
        }
        expectBest(scenario)
    }
}
