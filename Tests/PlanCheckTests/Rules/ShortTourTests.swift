import GeoModel
import PlanCheck
import PlanningModel
import Testing

@Suite("Short tours")
struct ShortTourTests {
    private typealias Half = PlanFixture.Half

    /// Families reach no stop but that of their own commune.
    private static func apart(_ parameters: inout Parameters) {
        parameters.access.car = GradualCover(full: 2, none: 5)
    }

    private static func scenario(_ edit: (inout Parameters) -> Void = { _ in }) -> Scenario {
        PlanFixture.scenario {
            $0.shortStops = .yes
            apart(&$0)
            edit(&$0)
        }
    }

    private func days(
        _ scenario: Scenario, tour: [Int] = [1, 2], start: Int = 540, afternoon: Int = 840
    ) -> [DayRound] {
        (1...4).flatMap { week in
            [
                PlanFixture.day(
                    week: week, .monday, [Half(venues: tour, start: start), Half(venues: [3], start: afternoon)],
                    in: scenario),
                PlanFixture.day(
                    week: week, .tuesday, [Half(venues: [4], start: 540), Half(venues: [5], start: 840)], in: scenario),
            ]
        }
    }

    private func plan(
        _ scenario: Scenario, tour: [Int] = [1, 2], start: Int = 540, afternoon: Int = 840
    ) -> Plan {
        PlanFixture.plan(scenario, days(scenario, tour: tour, start: start, afternoon: afternoon))
    }

    private static let four: @Sendable (inout Parameters) -> Void = { $0.minimumHalfDays = 4 }

    @Test("A tour of two short stops is valid, counts as a half-day of 150 min, and is credited 75 of 180 min")
    func valid() throws {
        let plan = plan(Self.scenario(Self.four))
        let check = PlanCheck(plan)
        #expect(check.isValid, "\(check.discrepancies) \(PlanFixture.broken(plan))")
        let sessions = PlanFixture.scenario(Self.apart)
        let long = PlanFixture.plan(sessions, PlanFixture.days(sessions))
        func points(_ plan: Plan) throws -> Double {
            Double(try #require(plan.services[0].credits.first { $0.commune == "59001" }).points.count)
        }
        #expect(abs(try points(plan) - (try points(long)) * 75 / 180) <= 1)
        #expect(
            PlanFixture.broken(
                self.plan(
                    Self.scenario {
                        $0.minimumHalfDays = 4
                        $0.halfDayMinimum = Minutes(151)
                    })
            ).map(\.found) == Array(repeating: .count(3), count: 4))
    }

    @Test("Full credit would be false")
    func credit() {
        var plan = plan(Self.scenario(Self.four))
        let points = plan.services[0].credits[0].points
        plan.services[0].credits[0].points = MilliPoints(points.count * 180 / 75)
        #expect(PlanFixture.kinds(plan) == [.creditPoints])
    }

    @Test("Two stops in a half need arrets_courts; three need three to be allowed")
    func count() {
        let closed = PlanCheck(plan(PlanFixture.scenario(Self.four))).discrepancies
        #expect(
            closed
                == (1...4).map {
                    Discrepancy(
                        .tooManyStops, at: PlanLocus(service: "lr", week: $0, weekday: .monday), found: .count(2),
                        expected: .count(1))
                })
        let short: @Sendable (inout Parameters) -> Void = {
            $0.minimumHalfDays = 4
            $0.shortStopLength = Minutes(60)
        }
        #expect(PlanFixture.kinds(plan(Self.scenario(short), tour: [1, 2, 4], start: 510)).contains(.tooManyStops))
        let three = plan(
            Self.scenario {
                short(&$0)
                $0.shortStopsPerHalfDay = 3
            }, tour: [1, 2, 3], start: 510)
        #expect(!PlanFixture.kinds(three).contains(.tooManyStops))
    }

    @Test("A tour has its own setting up and packing up")
    func preparation() {
        func kinds(_ edit: (inout Visit) -> Void) -> Set<Discrepancy.Kind> {
            var plan = plan(Self.scenario(Self.four))
            edit(&plan.services[0].days[0].visits[0])
            return PlanFixture.kinds(plan)
        }
        #expect(kinds { $0.arrival = $0.arrival - Minutes(15) }.contains(.setUp))
        #expect(kinds { $0.departure = $0.departure + Minutes(10) }.contains(.packUp))
    }

    @Test("The next stop begins as early as the drive allows: one step later is told")
    func earliest() {
        let scenario = Self.scenario(Self.four)
        var plan = plan(scenario)
        let second = plan.services[0].days[0].visits[1]
        let later = Minutes(15)
        plan.services[0].days[0].visits[1] = Visit(
            venue: second.venue, arrival: second.arrival + later,
            openings: second.openings.map { Interval(start: $0.start + later, end: $0.end + later) },
            departure: second.departure + later)
        let found = PlanCheck(plan).discrepancies.filter { $0.kind == .tourStart }
        #expect(
            found == [
                Discrepancy(
                    .tourStart, at: PlanLocus(service: "lr", week: 1, weekday: .monday, subject: second.venue),
                    found: .time(second.openings[0].start + later), expected: .time(second.openings[0].start))
            ])
    }

    @Test("Openings lie whole on their side: an end at 13:00 is in the morning, a later one is not")
    func sides() {
        // The second stop opens from 11:45 to 13:00 where the first opens at 9:45.
        let scenario = Self.scenario(Self.four)
        let exact = plan(scenario, start: 585, afternoon: 900)
        #expect(exact.services[0].days[0].visits[1].openings[0].end == scenario.parameters.halfDaySplit)
        #expect(PlanCheck(exact).isValid, "\(PlanCheck(exact).discrepancies)")
        let later = plan(scenario, start: 600, afternoon: 900)
        let across = PlanCheck(later).discrepancies.filter { $0.kind == .acrossHalves }
        #expect(
            across.first
                == Discrepancy(
                    .acrossHalves, at: PlanLocus(service: "lr", week: 1, weekday: .monday, subject: "lieu-59002"),
                    found: .time(Minutes(720)), expected: .time(Minutes(780))))
    }

    @Test("All venues of a tour come in the same weeks and in the same order")
    func composition() {
        let scenario = Self.scenario(Self.four)
        let turned = days(scenario).map { day -> DayRound in
            guard day.week == 2, day.weekday == .monday else { return day }
            return days(scenario, tour: [2, 1])[2]
        }
        let found = PlanFixture.broken(PlanFixture.plan(scenario, turned))
        #expect(
            Set(found.filter { $0.kind == .otherTour })
                == Set(
                    [1, 2].map {
                        Violation(
                            .r32, .otherTour,
                            at: PlanLocus(service: "lr", week: 2, weekday: .monday, subject: "lieu-5900\($0)"))
                    }))
    }

    @Test("A stop is in sessions or in short tours, never both")
    func mixed() {
        let scenario = Self.scenario {
            $0.minimumHalfDays = 4
            $0.twiceWeekly = .yes
        }
        let days =
            days(scenario)
            + (1...4).map {
                PlanFixture.day(week: $0, .thursday, [Half(venues: [1], start: 540)], in: scenario)
            }
        #expect(
            PlanFixture.broken(PlanFixture.plan(scenario, days))
                == [Violation(.r32, .mixedForms, at: PlanLocus(service: "lr", subject: "lieu-59001"))])
    }
}
