import GeoModel
import Optimizer
import RoundPlan
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

    @Test("Fortnightly days that may not follow each other are put in different weeks", arguments: [0, 1, 2])
    func differentWeeks(halfDays: Int) {
        var scenario = scenario([.monday, .tuesday], weeklyRest: 35, halfDays: halfDays)
        scenario.parameters.apply(.custom)
        scenario.parameters.cycleWeeks = 2
        scenario.parameters.dailyRest = Minutes(17 * 60)
        scenario.parameters.pricePerEuro = 5
        scenario.parameters.access.car = GradualCover(full: 2, none: 5)
        // Two clusters east and west of the depot: each worth one day with both its stops.
        let places = [(50.08, 3.62), (50.12, 3.62), (50.08, 4.18), (50.12, 4.18)]
        let model = scenario.territory.communes[0]
        scenario.territory.communes = places.indices.map { index in
            var commune = model
            commune.code = "5920\(index)"
            commune.centre = Position(latitude: places[index].0, longitude: places[index].1)
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
        expectBest(scenario)
    }
}
