import DrawnTerritories
import GeoModel
import PlanningModel
import Testing

@Suite("Closures that touch a service")
struct ServiceClosureTests {
    @Test("Only closures of its own places count, and only those with a day in the cycle")
    func own() {
        var scenario = RandomTerritory.scenario(seed: 1)
        let venue = scenario.venues(of: scenario.services[0])[0].id
        let (first, last) = (scenario.firstCycle.lowerBound, scenario.firstCycle.upperBound)
        func closure(_ place: String, _ from: CivilDate, _ until: CivilDate) -> ClosureCalendar.Exception {
            .init(place: place, from: from, until: until, reason: "travaux")
        }
        let touching = [
            closure(venue, first.adding(days: -9), first), closure(venue, last, last.adding(days: 9)),
        ]
        scenario.calendar.exceptions =
            touching + [
                closure(venue, first.adding(days: -9), first.adding(days: -1)),
                closure(venue, last.adding(days: 1), last.adding(days: 9)), closure("ailleurs", first, last),
            ]
        #expect(scenario.closures(of: scenario.services[0]) == touching)
    }
}
