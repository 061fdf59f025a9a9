import DrawnTerritories
import GeoModel
import PlanningModel
import TestSupport

/// Small territories with every feature, made so that what the check allows goes as far as it can: late hours, long days,
/// shared crews, several services.
enum AdversaryTerritory {
    static func scenario(_ number: Int) -> Scenario {
        var seed = TestRandom(900_000_000 &+ UInt64(number))
        var random = TestRandom(seed.next())
        var scenario =
            random.chance(0.25)
            ? RandomTerritory.scenario(seed: UInt64(number))
            : FeatureTerritory.scenario(random.pick(Feature.allCases), 1000 + number)
        scenario.name = "adversary \(number)"
        if random.chance(0.6) { addEvenings(&scenario, &random) }
        if random.chance(0.4) { addLongDays(&scenario, &random) }
        if random.chance(0.2) { addService(&scenario, &random) }
        return scenario
    }

    /// Venues that open late, and few evenings for each person.
    private static func addEvenings(_ scenario: inout Scenario, _ random: inout TestRandom) {
        scenario.parameters.windowEnd = Minutes(random.pick([19 * 60, 20 * 60, 21 * 60, 22 * 60]))
        scenario.parameters.eveningsMaximum = random.whole(0...2)
        if random.chance(0.5) { scenario.parameters.eveningFrom = Minutes(random.pick([17 * 60, 18 * 60, 19 * 60])) }
        guard random.chance(0.6) else { return }
        for venue in scenario.territory.venues where random.chance(0.5) {
            scenario.territory.venueFacts.removeAll { $0.venue == venue.id }
            scenario.territory.venueFacts.append(
                VenueFacts(
                    venue: venue.id,
                    openingHours: random.pick(["Mo-Sa 16:30-21:00", "Mo-Sa 15:00-22:00", "Mo-Sa 09:00-20:30"])))
        }
    }

    /// Days above an ordinary span that is short, in a number that binds.
    private static func addLongDays(_ scenario: inout Scenario, _ random: inout TestRandom) {
        scenario.parameters.spanReported = Minutes(random.whole(300...600))
        scenario.parameters.longDaysMaximum = random.whole(0...8)
    }

    /// A second service of the same communes, which may share the crew by weekdays.
    private static func addService(_ scenario: inout Scenario, _ random: inout TestRandom) {
        guard scenario.parameters.weekdays.count > 1, scenario.services.count == 1,
            scenario.services[0].teams.count == 1
        else { return }
        var other = scenario.services[0]
        other.id = "other"
        other.name = "Other"
        other.pins = []
        other.formerStops = []
        other.floors = Floors()
        other.budgets = Budgets()
        let weekdays = scenario.parameters.weekdays
        scenario.services[0].teams[0].weekdays = [weekdays[0]]
        other.teams[0].weekdays = Array(weekdays.dropFirst())
        if random.chance(0.3) {
            scenario.services[0].teams[0].weeklyHours = Minutes(random.whole(300...900))
        }
        scenario.services.append(other)
        scenario.parameters.minimumHalfDays = min(1, scenario.parameters.minimumHalfDays)
    }
}
