import DrawnTerritories
import GeoModel
import PlanCheck
import PlanningModel
import TestSupport
import Testing

/// Where breaks must lie (R25), what a part-time midday allows (R36) and when others listen (R16): the model allows exactly
/// the days that the check accepts, and brute force tries every minute.
@Suite("Stretches of work, part-time middays and listening")
struct StretchTests {
    private func scenario(_ seed: Int, _ edit: (inout Scenario, inout TestRandom) -> Void) -> Scenario {
        var seeds = TestRandom(UInt64(90_000 + seed))
        var random = TestRandom(seeds.next())
        var parameters = Parameters()
        parameters.apply(.custom)
        parameters.cycleWeeks = 1
        parameters.minimumVisits = 4
        parameters.minimumHalfDays = random.whole(0...2)
        parameters.weekdays = random.pick([[.tuesday], [.tuesday], [.monday, .thursday]])
        parameters.spanMaximum = Minutes(random.whole(560...780))
        parameters.sessionLength = Minutes(random.pick([90, 120, 180]))
        parameters.halfDayMinimum = parameters.sessionLength - Minutes(random.pick([0, 20]))
        parameters.startStep = Minutes(random.pick([30, 60]))
        parameters.pricePerEuro = random.pick([0, 0.01, 0.3])
        var scenario = RandomTerritory.territory(
            "stretches \(seed)", communes: 3, spread: random.pick([5, 20, 40]), parameters: parameters, random: &random)
        scenario.territory.venues.removeLast(max(0, scenario.territory.venues.count - 3))
        scenario.services[0].forcedOut = []
        edit(&scenario, &random)
        return scenario
    }

    @Test("No stretch is too long, and no lawful day is left out", arguments: 1...40)
    func stretches(seed: Int) {
        Contest.hold(
            scenario(seed) { scenario, random in
                scenario.parameters.breakAfter = Minutes(random.whole(100...300))
                scenario.parameters.breakLength = Minutes(random.whole(20...50))
                scenario.parameters.lunch = Minutes(random.pick([20, 50, 80]))
            })
    }

    @Test("Tours wait before or after a drive as the breaks need", arguments: 1...30)
    func tours(seed: Int) {
        Contest.hold(
            scenario(1000 + seed) { scenario, random in
                scenario.parameters.breakAfter = Minutes(random.whole(90...240))
                scenario.parameters.breakLength = Minutes(20)
                scenario.parameters.startStep = Minutes(60)
                scenario.parameters.shortStops = .yes
                scenario.parameters.shortStopLength = Minutes(60)
                scenario.parameters.windowStart = Minutes(random.whole(7...8) * 60)
                scenario.parameters.windowEnd = Minutes(20 * 60)
                scenario.parameters.weekdays = [.tuesday]
            })
    }

    @Test("A part-time crew has one midday, of two hours at most", arguments: 1...20)
    func partTime(seed: Int) {
        Contest.hold(
            scenario(2000 + seed) { scenario, random in
                for index in scenario.staff.indices { scenario.staff[index].weeklyHours = Minutes(30 * 60) }
                scenario.parameters.startStep = Minutes(15)
                // Venues that open early or late pull the halves apart.
                scenario.territory.venueFacts = scenario.territory.venues.map { venue in
                    var facts = VenueFacts(venue: venue.id)
                    facts.openingHours = random.pick(["Mo-Fr 08:30-11:00", "Mo-Fr 14:30-18:30", "Mo-Fr 08:30-18:30"])
                    return facts
                }
                scenario.parameters.partTimeInterruption = Minutes(random.pick([60, 90, 120]))
                guard seed % 2 == 0 else { return }
                // Beside a crew of full-time people, whose midday may be as long as it likes.
                scenario.staff.append(
                    StaffMember(
                        id: "q", crew: "crew2", roles: [.accueillant, .driver], licence: "B",
                        weeklyHours: Minutes(35 * 60)))
                scenario.vans.append(Van(id: "van2", name: "Van 2"))
                scenario.services[0].teams.append(Team(van: "van2", crew: "crew2", depot: "depot"))
                scenario.parameters.weekdays = [.tuesday]
            })
    }

    @Test("What a tour waits interrupts the day of someone part-time, unless it is shared out", arguments: 1...20)
    func partTimeTours(seed: Int) {
        Contest.hold(
            scenario(4000 + seed) { scenario, random in
                for index in scenario.staff.indices { scenario.staff[index].weeklyHours = Minutes(30 * 60) }
                scenario.parameters.breakLength = Minutes(20)
                scenario.parameters.breakAfter = Minutes(random.whole(120...360))
                scenario.parameters.startStep = Minutes(random.pick([30, 60]))
                scenario.parameters.shortStops = .yes
                scenario.parameters.shortStopLength = Minutes(random.whole(40...60))
                scenario.parameters.partTimeInterruptions = random.whole(1...2)
                scenario.parameters.weekdays = [.tuesday]
            })
    }

    @Test("Rounds leave the hours of listening free", arguments: 1...20)
    func listening(seed: Int) {
        let scenario = scenario(3000 + seed) { scenario, random in
            let start = random.whole(8...15) * 60
            let length = random.pick([60, 150, 240])
            scenario.staff.append(
                StaffMember(
                    id: "ecoutant", crew: "ecoute", roles: [.listener], weeklyHours: Minutes(1200),
                    standing: "exemple fictif"))
            let slot = WeeklySlot(
                weekday: random.pick([.tuesday, .thursday]),
                hours: Interval(start: Minutes(start), end: Minutes(start + length)))
            scenario.listening = [
                ListeningService(
                    id: "ecoute", name: "Écoute", besides: random.pick([[], [], ["service"], ["autre"]]),
                    crew: "ecoute", slots: [slot])
            ]
        }
        let contest = Contest(scenario)
        #expect(contest.found == contest.expected, "\(contest.failure as Any)")
        #expect(contest.bound == contest.expected)
        if contest.expected == nil { #expect(contest.isProvenImpossible) }
        guard var plan = contest.plan else { return }
        plan.shifts = scenario.listening[0].slots.map {
            Shift(service: "ecoute", week: 1, weekday: $0.weekday, hours: $0.hours, staff: ["ecoutant"])
        }
        let check = PlanCheck(plan)
        #expect(check.isValid, "\(check.discrepancies) \(check.verdicts.filter { $0.state == .broken })")
    }
}
