import GeoModel
import PlanCheck
import PlanningModel
import Testing

@Suite("Two visits a week")
struct TwiceWeeklyTests {
    private typealias Half = PlanFixture.Half

    private func plan(
        _ scenario: Scenario = PlanFixture.scenario { $0.twiceWeekly = .yes }, weeks: [Int] = [1, 2, 3, 4],
        weekday: Weekday = .friday, start: @escaping (Int) -> Int = { _ in 840 }
    ) -> Plan {
        let extra = weeks.map {
            PlanFixture.day(week: $0, weekday, [Half(venues: [5], start: start($0))], in: scenario)
        }
        return PlanFixture.plan(scenario, PlanFixture.days(scenario) + extra)
    }

    @Test("Cadence 8: a full day on Wednesdays and an afternoon on Fridays, 8 visits with the benefit of 4")
    func valid() throws {
        let plan = plan()
        let check = PlanCheck(plan)
        #expect(check.isValid, "\(check.discrepancies) \(PlanFixture.broken(plan))")
        let credit = try #require(plan.services[0].credits.first { $0.commune == "59005" })
        #expect(credit.visits == 8)
        let once = PlanFixture.plan(plan.scenario, PlanFixture.days(plan.scenario))
        #expect(credit.points == once.services[0].credits[4].points)
    }

    @Test("Without bihebdomadaire the second weekday is another weekday")
    func closed() {
        let found = PlanFixture.broken(plan(PlanFixture.scenario()))
        #expect(
            found.filter { $0.kind == .otherWeekday }
                == (1...4).map {
                    Violation(
                        .r32, .otherWeekday,
                        at: PlanLocus(service: "lr", week: $0, weekday: .friday, subject: "lieu-59005"))
                })
        #expect(found.contains { $0.kind == .uneven })
    }

    @Test("Both weekdays come every week")
    func everyWeek() {
        let found = PlanFixture.broken(plan(weeks: [1, 3]))
        #expect(
            found == [
                Violation(
                    .r33, .notEveryWeek, at: PlanLocus(service: "lr", weekday: .friday, subject: "lieu-59005"),
                    found: .count(14), limit: .count(7))
            ])
    }

    @Test("Each weekday keeps its own start")
    func start() {
        let found = PlanFixture.broken(plan { $0 == 3 ? 855 : 840 })
        #expect(
            found == [
                Violation(
                    .r32, .otherStart,
                    at: PlanLocus(service: "lr", week: 3, weekday: .friday, subject: "lieu-59005"),
                    found: .time(Minutes(855)), limit: .time(Minutes(840)))
            ])
    }

    @Test("A third weekday is one too many")
    func third() {
        let scenario = PlanFixture.scenario { $0.twiceWeekly = .yes }
        let extra = (1...4).flatMap { week in
            [Weekday.thursday, .friday].map {
                PlanFixture.day(week: week, $0, [Half(venues: [5], start: 840)], in: scenario)
            }
        }
        let found = PlanFixture.broken(PlanFixture.plan(scenario, PlanFixture.days(scenario) + extra))
            .filter { $0.kind == .otherWeekday }
        #expect(found.map(\.locus.weekday) == Array(repeating: .friday, count: 4))
    }
}
