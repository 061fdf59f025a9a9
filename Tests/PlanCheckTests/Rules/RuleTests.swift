import GeoModel
import PlanCheck
import PlanningModel
import Testing

/// A plan that breaks one rule, and exactly what the rule says of it.
struct Breakage: Sendable, CustomTestStringConvertible {
    var rule: RuleID
    var scenario: @Sendable () -> Scenario = { PlanFixture.scenario() }
    var days: @Sendable (Scenario) -> [DayRound] = PlanFixture.days
    var violations: [Violation]
    /// Rules that cannot but break with it.
    var others: Set<RuleID> = []

    var testDescription: String { rule.rawValue }

    private static func everyDay(
        _ edit: @Sendable @escaping (inout DayRound) -> Void
    ) -> @Sendable (Scenario) -> [DayRound] {
        { scenario in
            PlanFixture.days(scenario).map { day in
                var day = day
                edit(&day)
                return day
            }
        }
    }

    private static let work = PlanFixture.days(PlanFixture.scenario()).filter { $0.week == 1 }

    private static func staff(_ edit: @Sendable @escaping (inout StaffMember) -> Void) -> @Sendable () -> Scenario {
        {
            var scenario = PlanFixture.scenario()
            for index in scenario.staff.indices { edit(&scenario.staff[index]) }
            return scenario
        }
    }

    private static let people = ["a", "b"]
    private static let weekWork = Minutes(work.reduce(0) { $0 + $1.workTime.count })
    private static let longest = work.map(\.workTime).max()!
    private static let longestSpan = work.map(\.span).max()!

    private static func perPersonDay(_ make: (String, DayRound) -> Violation?) -> [Violation] {
        people.flatMap { person in PlanFixture.days(PlanFixture.scenario()).compactMap { make(person, $0) } }
    }

    static let all: [Breakage] = [
        Breakage(
            rule: .r01, scenario: { PlanFixture.scenario { $0.minimumHalfDays = 7 } },
            violations: (1...4).map {
                Violation(
                    .r01, .tooFewHalfDays, at: PlanLocus(service: "lr", week: $0), found: .count(6), limit: .count(7))
            }),
        Breakage(
            rule: .r02, scenario: staff { $0.roles = [.driver] },
            violations: PlanFixture.days(PlanFixture.scenario()).map {
                Violation(
                    .r02, .noAccueillant,
                    at: PlanLocus(service: "lr", week: $0.week, weekday: $0.weekday, subject: "equipe"),
                    found: .count(0), limit: .count(1))
            }),
        Breakage(
            rule: .r15,
            days: { PlanFixture.days($0).filter { $0.week == 1 || $0.weekday != .wednesday } },
            violations: [
                Violation(
                    .r15, .tooFewVisits, at: PlanLocus(service: "lr", subject: "lieu-59005"), found: .count(1),
                    limit: .count(2))
            ], others: [.r01]),
        Breakage(
            rule: .r20, scenario: { PlanFixture.scenario { $0.dailyWork = longest - Minutes(1) } },
            violations: perPersonDay { person, day in
                day.workTime == longest
                    ? Violation(
                        .r20, .tooMuchWork, at: PlanLocus(week: day.week, weekday: day.weekday, subject: person),
                        found: .minutes(longest), limit: .minutes(longest - Minutes(1))) : nil
            }),
        Breakage(
            rule: .r21, scenario: { PlanFixture.scenario { $0.averageWeeklyWork = weekWork - Minutes(1) } },
            violations: people.map {
                Violation(
                    .r21, .tooMuchAverageWork, at: PlanLocus(subject: $0), found: .minutes(weekWork),
                    limit: .minutes(weekWork - Minutes(1)))
            }),
        Breakage(
            rule: .r22, scenario: staff { $0.weeklyHours = weekWork - Minutes(1) },
            violations: people.flatMap { person in
                (1...4).map {
                    Violation(
                        .r22, .overContract, at: PlanLocus(week: $0, subject: person), found: .minutes(weekWork),
                        limit: .minutes(weekWork - Minutes(1)))
                }
            }),
        Breakage(
            rule: .r23,
            scenario: {
                PlanFixture.scenario { $0.dailyRest = rest(.tuesday, .wednesday) + Minutes(1) }
            },
            violations: people.flatMap { person in
                (1...4).map {
                    Violation(
                        .r23, .shortDailyRest, at: PlanLocus(week: $0, weekday: .tuesday, subject: person),
                        found: .minutes(rest(.tuesday, .wednesday)),
                        limit: .minutes(rest(.tuesday, .wednesday) + Minutes(1)))
                }
            }),
        Breakage(
            rule: .r24,
            scenario: { PlanFixture.scenario { $0.weekdays = [.monday, .tuesday, .wednesday, .saturday] } },
            days: { scenario in
                PlanFixture.days(scenario).map { day in
                    var day = day
                    if day.weekday == .wednesday { day.weekday = .saturday }
                    return day
                }
            },
            violations: people.flatMap { person in
                (1...4).map { Violation(.r24, .noTwoDaysOff, at: PlanLocus(week: $0, subject: person)) }
            }),
        Breakage(
            rule: .r25, days: everyDay { if $0.weekday == .wednesday { $0.breaks = [] } },
            violations: perPersonDay { person, day in
                day.weekday == .wednesday
                    ? Violation(
                        .r25, .missingBreak, at: PlanLocus(week: day.week, weekday: day.weekday, subject: person),
                        found: .minutes(day.workTime), limit: .minutes(Minutes(360))) : nil
            }),
        Breakage(
            rule: .r26,
            scenario: { PlanFixture.scenario { $0.spanMaximum = longestSpan - Minutes(1) } },
            violations: perPersonDay { person, day in
                day.span == longestSpan
                    ? Violation(
                        .r26, .longSpan, at: PlanLocus(week: day.week, weekday: day.weekday, subject: person),
                        found: .minutes(longestSpan), limit: .minutes(longestSpan - Minutes(1))) : nil
            }),
        Breakage(
            rule: .r27, days: everyDay { if $0.week == 2, $0.weekday == .monday { $0.legs[0].from = "lieu-59003" } },
            violations: [
                Violation(.r27, .notFromDepot, at: PlanLocus(service: "lr", week: 2, weekday: .monday))
            ]),
        Breakage(
            rule: .r32,
            days: everyDay {
                if $0.week == 3, $0.weekday == .wednesday {
                    $0.visits[0].openings[1].start = Minutes(855)
                    $0.visits[0].openings[1].end = Minutes(1035)
                }
            },
            violations: [
                Violation(
                    .r32, .otherStart,
                    at: PlanLocus(service: "lr", week: 3, weekday: .wednesday, subject: "lieu-59005"),
                    found: .time(Minutes(540)), limit: .time(Minutes(540)))
            ]),
        Breakage(
            rule: .r33,
            days: { PlanFixture.days($0).filter { $0.week <= 2 || $0.weekday != .wednesday } },
            violations: [
                Violation(
                    .r33, .uneven, at: PlanLocus(service: "lr", subject: "lieu-59005"), found: .count(21),
                    limit: .count(7))
            ], others: [.r01]),
    ]

    private static func rest(_ first: Weekday, _ second: Weekday) -> Minutes {
        let before = work.first { $0.weekday == first }!
        let after = work.first { $0.weekday == second }!
        return Minutes(1440) + after.departure - before.arrival
    }
}

@Suite("Rules")
struct RuleTests {
    @Test("A plan made by hand is valid, every figure confirmed; without facts on premises it is not conform")
    func valid() {
        let scenario = PlanFixture.scenario()
        let check = PlanCheck(PlanFixture.plan(scenario, PlanFixture.days(scenario)))
        #expect(check.discrepancies.isEmpty)
        #expect(check.isValid && !check.isConform)
        let unknown = check.verdicts.filter { $0.rule.kind == .hard && $0.state == .notCheckable }.map(\.rule)
        #expect(unknown == [.r04, .r05, .r30, .r34])
        #expect(check.verdicts.map(\.rule) == RuleID.allCases)
    }

    @Test("A plan that breaks one rule is told exactly that", arguments: Breakage.all)
    func breaks(_ breakage: Breakage) throws {
        let scenario = breakage.scenario()
        let check = PlanCheck(PlanFixture.plan(scenario, breakage.days(scenario)))
        let verdict = try #require(check.verdicts.first { $0.rule == breakage.rule })
        #expect(Set(verdict.violations.filter { $0.severity == .hard }) == Set(breakage.violations))
        #expect(verdict.state == .broken)
        let broken = Set(check.verdicts.filter { $0.state == .broken }.map(\.rule))
        #expect(broken.subtracting(breakage.others) == [breakage.rule])
    }

    @Test("Every rule has a plan that breaks it; R07, R11, R13, R17 and R35 to R38 have tests of their own")
    func allCovered() {
        let covered = Set(Breakage.all.map(\.rule) + ServiceBreakage.all.map(\.rule))
        #expect(covered == Set(RuleID.allCases).subtracting([.r07, .r11, .r13, .r17, .r35, .r36, .r37, .r38]))
    }

    @Test("A plan at the exact threshold keeps the rule")
    func exactThresholds() {
        let days = PlanFixture.days(PlanFixture.scenario()).filter { $0.week == 1 }
        let week = Minutes(days.reduce(0) { $0 + $1.workTime.count })
        let rests = zip(days, days.dropFirst()).map { Minutes(1440) + $1.departure - $0.arrival }
        let stretches = days.flatMap { day in
            [
                day.work.filter { $0.end <= day.breaks[0].start }, day.work.filter { $0.start >= day.breaks[0].end },
            ].map { $0.reduce(0) { $0 + $1.length.count } }
        }
        var scenario = PlanFixture.scenario {
            $0.minimumHalfDays = 6
            $0.minimumVisits = 4
            $0.dailyWork = days.map(\.workTime).max()!
            $0.weeklyWork = week
            $0.averageWeeklyWork = week
            $0.referenceWeek = week
            $0.dailyRest = rests.min()!
            $0.spanMaximum = days.map(\.span).max()!
            $0.breakAfter = Minutes(stretches.max()!)
            $0.longDaysMaximum = 4 * days.count { $0.span > Parameters().spanReported }
        }
        for index in scenario.staff.indices { scenario.staff[index].weeklyHours = week }
        let check = PlanCheck(PlanFixture.plan(scenario, PlanFixture.days(scenario)))
        #expect(check.isValid)
    }

    @Test("A public holiday is reported with the half-days it takes, and the plan stays valid")
    func holiday() throws {
        var scenario = PlanFixture.scenario()
        scenario.calendar.publicHolidays.append(.init(date: CivilDate(iso: "2027-01-12")!, name: "Férié d'essai"))
        let check = PlanCheck(PlanFixture.plan(scenario, PlanFixture.days(scenario)))
        let verdict = try #require(check.verdicts.first { $0.rule == .r35 })
        #expect(verdict.state == .reported)
        #expect(
            verdict.violations == [
                Violation(
                    .r35, .publicHoliday, severity: .soft, at: PlanLocus(service: "lr", week: 2, weekday: .tuesday),
                    found: .count(2))
            ])
        #expect(check.isValid)
    }

    @Test("Dates beyond the calendar are not covered: R35 is then not checkable")
    func notCovered() throws {
        var scenario = PlanFixture.scenario()
        scenario.firstMonday = CivilDate(iso: "2031-01-06")!
        let check = PlanCheck(PlanFixture.plan(scenario, PlanFixture.days(scenario)))
        #expect(try #require(check.verdicts.first { $0.rule == .r35 }).state == .notCheckable)
        #expect(!check.isConform)
    }

    @Test("One altered figure is found, whichever it is")
    func altered() {
        let scenario = PlanFixture.scenario()
        let plan = PlanFixture.plan(scenario, PlanFixture.days(scenario))
        func kinds(_ edit: (inout Plan) -> Void) -> Set<Discrepancy.Kind> {
            var plan = plan
            edit(&plan)
            return Set(PlanCheck(plan).discrepancies.map(\.kind))
        }
        #expect(kinds { $0.services[0].days[0].legs[0].distance = Metres(1) }.contains(.legDistance))
        #expect(kinds { $0.services[0].days[0].legs[0].departure = .zero }.contains(.legDuration))
        #expect(kinds { $0.services[0].days[0].visits[0].arrival = Minutes(500) }.contains(.setUp))
        #expect(kinds { $0.services[0].days[0].visits[0].departure = Minutes(700) }.contains(.packUp))
        #expect(kinds { $0.services[0].days[0].breaks[0].end = Minutes(760) }.contains(.breakTimes))
        #expect(
            kinds {
                $0.services[0].days[0].visits[0].openings[0].start = Minutes(541)
            }.isSuperset(of: [.startGrid, .openingLength]))
        #expect(kinds { $0.services[0].days[0].weekday = .sunday }.contains(.weekdayClosed))
        #expect(kinds { $0.services[0].days[1].weekday = .monday }.contains(.twoRounds))
        #expect(kinds { $0.services[0].days[0].van = "autre" }.contains(.unknownEquipment))
        #expect(kinds { $0.services[0].days[0].legs[0].to = "nulle-part" }.contains(.unknownPlace))
        #expect(kinds { $0.services[0].credits[0].points = MilliPoints(1) } == [.creditPoints])
        #expect(kinds { $0.services[0].credits[0].access = 0.5 } == [.creditAccess])
        #expect(kinds { $0.services[0].credits[0].visits = 2 } == [.creditVisits])
        #expect(kinds { $0.services[0].credits.removeFirst() } == [.creditMissing])
        #expect(
            kinds { $0.services[0].needReached = $0.services[0].needReached + MilliPoints(1) }.contains(.needReached))
        #expect(kinds { $0.services[0].needs[0].points = MilliPoints(1) } == [.needPoints])
        #expect(kinds { $0.services[0].needs[0].volume += 0.001 } == [.needVolume])
        #expect(kinds { $0.services[0].needs[0].intensity += 1e-6 } == [.needIntensity])
        #expect(kinds { $0.services[0].needs.removeFirst() } == [.needMissing])
        #expect(kinds { $0.services[0].needs.append($0.services[0].needs[0]) } == [.needUnfounded])
        #expect(kinds { $0.services[0].cost = MilliPoints(1) } == [.cost])
        #expect(kinds { $0.services[0].value = .zero }.isSuperset(of: [.serviceValue, .value]))
        #expect(kinds { $0.services[0].bound = .zero }.isSuperset(of: [.bound, .planBound]))
        #expect(kinds { $0.value += 1 } == [.value])
        #expect(kinds { $0.bound += 1 } == [.planBound])
        #expect(kinds { $0.gap += 0.1 } == [.gap])
        #expect(kinds { $0.services.removeAll() }.contains(.missingService))
    }
}

/// The working-time examples of the field guide, section 3, to the minute.
@Suite("Worked examples of working time")
struct WorkedExampleTests {
    /// A day with the given driving, in minutes.
    private func day(_ weekday: Weekday, out: Int, between: Int?, home: Int) -> DayRound {
        let start = 540
        func visit(_ venue: String, _ opening: Int) -> Visit {
            Visit(
                venue: venue, arrival: Minutes(opening - 30),
                openings: [Interval(start: Minutes(opening), end: Minutes(opening + 180))],
                departure: Minutes(opening + 200))
        }
        func leg(_ from: String, _ to: String, _ departure: Int, _ minutes: Int) -> DrivenLeg {
            DrivenLeg(
                from: from, to: to, departure: Minutes(departure), arrival: Minutes(departure + minutes),
                distance: .zero)
        }
        var visits = [visit("a", start)]
        var legs = [leg("d", "a", start - 30 - out, out)]
        var breaks: [Interval] = []
        var end = start + 200
        if let between {
            breaks = [Interval(start: Minutes(end), end: Minutes(end + 50))]
            legs.append(leg("a", "b", end + 50, between))
            visits.append(visit("b", end + 50 + between + 30))
            end += 50 + between + 30 + 200
        }
        legs.append(leg(visits.count == 2 ? "b" : "a", "d", end, home))
        return DayRound(week: 1, weekday: weekday, van: "v", crew: "e", legs: legs, visits: visits, breaks: breaks)
    }

    @Test("A lone half-day 30 min away costs 4 h 50; a full day with a 20 min transfer 9 h 00 over 9 h 50")
    func examples() {
        let half = day(.monday, out: 30, between: nil, home: 30)
        #expect(half.workTime == Minutes(4 * 60 + 50))
        let full = day(.monday, out: 30, between: 20, home: 30)
        #expect(full.workTime == Minutes(9 * 60))
        #expect(full.span == Minutes(9 * 60 + 50))
        #expect(full.workTime * 3 + half.workTime == Minutes(31 * 60 + 50))
        #expect(full.workTime * 4 == Minutes(36 * 60))
        #expect(full.workTime * 2 + half.workTime == Minutes(22 * 60 + 50))
    }
}
