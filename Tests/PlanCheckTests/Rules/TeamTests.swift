import GeoModel
import PlanCheck
import PlanningModel
import Testing

@Suite("Several teams")
struct TeamTests {
    private typealias Half = PlanFixture.Half
    private let second = PlanFixture.secondTeam

    /// The first team on two days, the second at the fifth commune at the same time as the first.
    private func days(_ scenario: Scenario) -> [DayRound] {
        (1...4).flatMap { week in
            [
                PlanFixture.day(
                    week: week, .monday, [Half(venues: [1], start: 540), Half(venues: [2], start: 840)], in: scenario),
                PlanFixture.day(
                    week: week, .monday, [Half(venues: [5], start: 540), Half(venues: [5], start: 840)], by: second,
                    in: scenario),
                PlanFixture.day(
                    week: week, .tuesday, [Half(venues: [3], start: 540), Half(venues: [4], start: 840)], in: scenario),
            ]
        }
    }

    private func plan(
        _ scenario: Scenario = PlanFixture.twoTeams { $0.minimumHalfDays = 4 },
        _ edit: (inout DayRound) -> Void = { _ in }
    ) -> Plan {
        PlanFixture.plan(
            scenario,
            days(scenario).map { day in
                var day = day
                edit(&day)
                return day
            })
    }

    @Test("Two teams may be out on the same date; together they make one half-day each half")
    func halfDays() {
        let check = PlanCheck(plan())
        #expect(check.isValid, "\(check.discrepancies) \(PlanFixture.broken(plan()))")
        let five = plan(PlanFixture.twoTeams { $0.minimumHalfDays = 5 })
        #expect(
            Set(PlanFixture.broken(five))
                == Set(
                    (1...4).map {
                        Violation(
                            .r01, .tooFewHalfDays, at: PlanLocus(service: "lr", week: $0), found: .count(4),
                            limit: .count(5))
                    }))
    }

    @Test("Minutes of two teams do not add up to a half-day")
    func minutes() {
        let scenario = PlanFixture.twoTeams {
            $0.minimumHalfDays = 1
            $0.halfDayMinimum = Minutes(181)
        }
        #expect(
            PlanFixture.broken(plan(scenario)).map(\.found) == Array(repeating: .count(0), count: 4))
    }

    @Test("A van with the crew of another team, one van in two teams, and two rounds of a van are found")
    func equipment() {
        #expect(
            PlanFixture.kinds(plan { if $0.van == second.van { $0.crew = "equipe" } })
                == [.unknownEquipment, .twoPlacesAtOnce])
        var shared = PlanFixture.twoTeams { $0.minimumHalfDays = 4 }
        shared.services[0].teams.append(Team(van: "van", crew: "equipe-3", depot: "depot"))
        #expect(
            PlanCheck(plan(shared)).discrepancies
                == [Discrepancy(.sharedTeam, at: PlanLocus(service: "lr", subject: "van"))])
        // Apart by weekday, both may have it; days out of its own are found.
        shared.services[0].teams[0].weekdays = [.monday, .tuesday]
        shared.services[0].teams[2].weekdays = [.wednesday]
        let kinds = PlanCheck(plan(shared)).discrepancies.map(\.kind)
        #expect(!kinds.contains(.sharedTeam))
        let days = plan(shared).services[0].days.filter {
            $0.van == "van" && $0.crew == shared.services[0].teams[0].crew
        }
        #expect(kinds.count { $0 == .teamOff } == days.count { ![.monday, .tuesday].contains($0.weekday) })
        #expect(
            PlanFixture.kinds(
                plan { day in
                    guard day.van == second.van else { return }
                    (day.van, day.crew) = ("van", "equipe")
                }
            ).contains(.twoRounds))
    }

    @Test("Each team starts from its own depot")
    func depot() {
        let plan = plan { if $0.week == 2, $0.van == second.van { $0.legs[0].from = "depot" } }
        #expect(
            PlanFixture.broken(plan) == [
                Violation(.r27, .notFromDepot, at: PlanLocus(service: "lr", week: 2, weekday: .monday))
            ])
    }

    @Test("Accueillants and contracts are those of the crew of the day")
    func crews() {
        var scenario = PlanFixture.twoTeams { $0.minimumHalfDays = 4 }
        for index in scenario.staff.indices where scenario.staff[index].crew == second.crew {
            scenario.staff[index].roles = [.driver]
        }
        #expect(
            Set(PlanFixture.broken(plan(scenario)))
                == Set(
                    (1...4).map {
                        Violation(
                            .r02, .noAccueillant,
                            at: PlanLocus(service: "lr", week: $0, weekday: .monday, subject: second.crew),
                            found: .count(0), limit: .count(1))
                    }))
        scenario = PlanFixture.twoTeams { $0.minimumHalfDays = 4 }
        let work = days(scenario)[1].workTime
        for index in scenario.staff.indices where scenario.staff[index].crew == second.crew {
            scenario.staff[index].weeklyHours = work
        }
        #expect(PlanCheck(plan(scenario)).isValid)
        scenario.staff[3].weeklyHours = work - Minutes(1)
        #expect(
            Set(PlanFixture.broken(plan(scenario)))
                == Set(
                    (1...4).map {
                        Violation(
                            .r22, .overContract, at: PlanLocus(week: $0, subject: "d"), found: .minutes(work),
                            limit: .minutes(work - Minutes(1)))
                    }))
    }

    @Test("A weekday of a stop is served by one team")
    func oneTeam() {
        let scenario = PlanFixture.twoTeams { $0.minimumHalfDays = 4 }
        let days = days(scenario).map { day -> DayRound in
            guard day.week == 3, day.weekday == .tuesday else { return day }
            return PlanFixture.day(
                week: 3, .tuesday, [Half(venues: [3], start: 540), Half(venues: [4], start: 840)], by: second,
                in: scenario)
        }
        #expect(
            Set(PlanFixture.broken(PlanFixture.plan(scenario, days)))
                == Set(
                    [3, 4].map {
                        Violation(
                            .r32, .otherTeam,
                            at: PlanLocus(service: "lr", week: 3, weekday: .tuesday, subject: "lieu-5900\($0)"))
                    }))
    }
}
