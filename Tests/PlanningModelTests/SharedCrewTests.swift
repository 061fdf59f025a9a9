import DrawnTerritories
import GeoModel
import PlanningModel
import Testing

@Suite("Hours of a crew that two services share")
struct SharedCrewTests {
    private func scenario(_ first: Team, _ second: Team) -> Scenario {
        var scenario = RandomTerritory.scenario(seed: 1)
        scenario.parameters.weekdays = [.monday, .tuesday, .wednesday, .thursday, .friday]
        scenario.services[0].teams = [first]
        var other = scenario.services[0]
        other.id = "m1000j"
        other.teams = [second]
        scenario.services.append(other)
        return scenario
    }

    @Test("Shares follow numbers of weekdays, stated hours come first, and together they never exceed the limit")
    func shares() {
        let limit = Minutes(35 * 60)
        let first = Team(van: "a", crew: "c", depot: "d", weekdays: [.monday, .tuesday, .wednesday])
        var second = Team(van: "b", crew: "c", depot: "d", weekdays: [.thursday, .friday])
        var shared = scenario(first, second)
        #expect(shared.share(of: first, in: limit) == Minutes(21 * 60))
        #expect(shared.share(of: second, in: limit) == Minutes(14 * 60))
        #expect(shared.share(of: first, in: Minutes(101)) + shared.share(of: second, in: Minutes(101)) <= Minutes(101))
        second.weeklyHours = Minutes(10 * 60)
        shared = scenario(first, second)
        #expect(shared.share(of: first, in: limit) == Minutes(25 * 60))
        #expect(shared.share(of: second, in: limit) == Minutes(10 * 60))
        #expect(shared.share(of: second, in: Minutes(9 * 60)) == Minutes(9 * 60))
        // A crew of its own has all of it.
        second.crew = "other"
        second.weeklyHours = nil
        shared = scenario(first, second)
        #expect(shared.share(of: first, in: limit) == limit)
        #expect(shared.share(of: second, in: limit) == limit)
    }
}
