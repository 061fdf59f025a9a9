import GeoModel
import PlanCheck
import PlanningModel
import Testing

/// Rules on days and weeks of one person, each just kept and just broken.
@Suite("Working days")
struct WorkingDayTests {
    private static let monday = PlanLocus(week: 1, weekday: .monday, subject: DutyPlan.person)

    // MARK: R25

    private func breaks(_ stretches: [ClosedRange<Int>], after hours: Int = 6, rest: Int = 20) -> [Violation] {
        let plan = DutyPlan {
            $0.breakAfter = Minutes(60 * hours)
            $0.breakLength = Minutes(rest)
        }.working(stretches, on: [.monday])
        return WorkBreak(plan.scenario.parameters).violations(in: plan.view)
    }

    private func missing(_ found: Int, _ limit: Int) -> [Violation] {
        [
            Violation(
                .r25, .missingBreak, at: Self.monday, found: .minutes(Minutes(found)), limit: .minutes(Minutes(limit)))
        ]
    }

    @Test("A break early in the day excuses no long stretch after it")
    func earlyBreak() {
        // 48 min, half an hour off, then 4 h 38 on end.
        #expect(breaks([432...480, 510...788], after: 4, rest: 30) == missing(278, 240))
        #expect(breaks([432...480, 510...750], after: 4, rest: 30) == [])
    }

    @Test("Each stretch is looked at: the first, the middle one, the last")
    func eachStretch() {
        #expect(breaks([480...841, 861...900]) == missing(361, 360))
        #expect(breaks([480...500, 520...881, 901...950]) == missing(361, 360))
        #expect(breaks([480...500, 520...540, 560...921]) == missing(361, 360))
        #expect(breaks([480...840, 860...1060]) == [])
    }

    @Test("A break one minute too short is none, and short breaks do not add up")
    func shortBreaks() {
        #expect(breaks([480...700, 719...900]) == missing(401, 360))
        #expect(breaks([480...600, 615...735, 750...900]) == missing(390, 360))
        #expect(breaks([480...700, 720...900]) == [])
    }

    @Test("A day of exactly six hours has its break, one minute less needs none")
    func exactlySixHours() {
        #expect(breaks([480...840]) == missing(360, 360))
        #expect(breaks([480...839]) == [])
        #expect(breaks([480...600, 620...860]) == [])
    }

    // MARK: R24

    private func rests(_ days: [(Weekday, [Int])], _ edit: (inout Parameters) -> Void = { _ in }) -> Set<Violation.Kind>
    {
        var plan = DutyPlan(edit)
        for (weekday, weeks) in days { plan = plan.working([540...720], on: [weekday], weeks: weeks) }
        return Set(WeeklyRest(plan.scenario.parameters).violations(in: plan.view).map(\.kind))
    }

    private let everyWeek = [1, 2, 3, 4]

    @Test("Work every Sunday is no weekly rest, though two days are free before it")
    func sundays() {
        #expect(rests([(.sunday, everyWeek), (.tuesday, everyWeek)]) == [.sundayWorked])
        #expect(rests([(.sunday, [2]), (.tuesday, everyWeek)]) == [.sundayWorked])
        #expect(rests([(.sunday, everyWeek)]) == [.sundayWorked])
    }

    @Test("Sunday is free with Saturday or with Monday")
    func besideSunday() {
        #expect(rests([(.monday, everyWeek), (.friday, everyWeek)]) == [])
        #expect(rests([(.tuesday, everyWeek), (.saturday, everyWeek)]) == [])
        #expect(rests([(.monday, everyWeek), (.saturday, everyWeek)]) == [.noTwoDaysOff])
        // Each week by itself: Saturday in one, Monday in another.
        #expect(rests([(.saturday, [1]), (.tuesday, [2]), (.monday, [4])]) == [])
    }

    @Test("The law alone asks for 35 h and for no Sunday with its neighbour")
    func byLaw() {
        #expect(rests([(.monday, everyWeek), (.saturday, everyWeek)]) { $0.apply(.legalOnly) } == [])
        #expect(
            rests([(.monday, everyWeek), (.saturday, everyWeek)]) {
                $0.apply(.legalOnly)
                $0.weeklyRest = Minutes(46 * 60)
            } == [.shortWeeklyRest])
    }

    // MARK: R26

    /// Days of 10 h and so many minutes from first start to last end, in the weeks of a cycle.
    private func spans(_ days: [[Weekday]], over: Int = 1, _ edit: (inout Parameters) -> Void = { _ in }) -> [Violation]
    {
        var plan = DutyPlan {
            $0.cycleWeeks = days.count
            edit(&$0)
        }
        for (index, weekdays) in days.enumerated() {
            plan = plan.working([480...600, 900...1080 + over], on: weekdays, weeks: [index + 1])
        }
        return DaySpan(plan.scenario.parameters).violations(in: plan.view).filter { $0.severity == .hard }
    }

    private func tooMany(_ found: Int, _ limit: Int) -> [Violation] {
        [
            Violation(
                .r26, .tooManyLongDays, at: PlanLocus(subject: DutyPlan.person), found: .count(found),
                limit: .count(limit))
        ]
    }

    @Test("Four days above 10 h in 4 weeks are exceptional, five are not")
    func longDays() {
        #expect(spans([[.monday], [.monday], [.monday], [.monday]]) == [])
        #expect(spans([[.monday, .tuesday], [.monday], [.monday], [.monday]]) == tooMany(5, 4))
        #expect(spans([[.monday, .tuesday, .wednesday, .thursday], [], [], []]) == [])
        // Ten hours sharp are no long day.
        #expect(spans([[.monday, .tuesday], [.monday], [.monday], [.monday]], over: 0) == [])
    }

    @Test("A short cycle counts as often as it comes in 4 weeks")
    func longDaysOfShortCycles() {
        #expect(spans([[.monday]]) == [])
        #expect(spans([[.monday, .friday]]) == tooMany(8, 4))
        #expect(spans([[.monday], [.friday]]) == [])
        #expect(spans([[.monday, .thursday], [.friday]]) == tooMany(6, 4))
    }

    @Test("The number is the employer's to confirm, and no other profile has one")
    func longDaysOfProfiles() {
        let every: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
        #expect(spans([every, every, every, every]) { $0.apply(.legalOnly) } == [])
        #expect(spans([every, every, every, every]) { $0.apply(.custom) } == [])
        #expect(spans([[.monday], [], [], []]) { $0.longDaysMaximum = 0 } == tooMany(1, 0))
        #expect(spans([every, every, every, every]) { $0.longDaysMaximum = 20 } == [])
    }

    // MARK: R36

    private func interruptions(
        _ stretches: [ClosedRange<Int>], contract: Int = 20 * 60, _ edit: (inout Parameters) -> Void = { _ in }
    ) -> [Violation] {
        let plan = DutyPlan(contract: contract, edit).working(stretches, on: [.monday])
        return PartTimeBreaks(plan.scenario.parameters).violations(in: plan.view)
    }

    private func tooLong(_ minutes: Int) -> [Violation] {
        [
            Violation(
                .r36, .longInterruption, at: Self.monday, found: .minutes(Minutes(minutes)),
                limit: .minutes(Minutes(120)))
        ]
    }

    private func tooMany(interruptions: Int) -> [Violation] {
        [Violation(.r36, .tooManyInterruptions, at: Self.monday, found: .count(interruptions), limit: .count(1))]
    }

    @Test("Someone of 20 h who works a morning and an evening has an interruption too long")
    func morningAndEvening() {
        #expect(interruptions([540...720, 1080...1200]) == tooLong(360))
        #expect(interruptions([540...720, 840...1020]) == [])
        #expect(interruptions([540...720, 841...1020]) == tooLong(121))
    }

    @Test("The lunch is an interruption like another; the statutory break is none")
    func lunchAndBreak() {
        #expect(interruptions([480...600, 650...800, 830...900]) == tooMany(interruptions: 2))
        #expect(interruptions([480...600, 620...800, 850...900]) == [])
        #expect(interruptions([480...600, 621...800, 850...900]) == tooMany(interruptions: 2))
        #expect(interruptions([480...540, 600...700, 900...960]) == tooMany(interruptions: 2) + tooLong(200))
    }

    @Test("Part-time is any contract under 35 h; a full-time day may be cut as it needs")
    func contracts() {
        #expect(interruptions([540...720, 1080...1200], contract: 35 * 60) == [])
        #expect(interruptions([540...720, 1080...1200], contract: 35 * 60 - 1) == tooLong(360))
        let full = DutyPlan().working([540...720, 1080...1200], on: [.monday])
        #expect(PartTimeBreaks(full.scenario.parameters).verdict(on: full.view).state == .notConcerned)
        #expect(
            interruptions([480...600, 650...800, 850...900]) { $0.partTimeInterruptions = 2 } == [])
    }

    // MARK: R37

    private func periods(_ stretches: [ClosedRange<Int>], _ edit: (inout Parameters) -> Void = { _ in }) -> [Violation]
    {
        let plan = DutyPlan(edit).working(stretches, on: [.monday])
        return WorkPeriods(plan.scenario.parameters).violations(in: plan.view)
    }

    @Test("Three periods of work are told, four break the rule")
    func manyPeriods() {
        #expect(periods([480...540, 600...660]) == [])
        #expect(
            periods([480...540, 600...660, 720...780]) == [
                Violation(.r37, .manyPeriods, severity: .soft, at: Self.monday, found: .count(3), limit: .count(2))
            ])
        #expect(
            periods([480...540, 600...660, 720...780, 840...900]) == [
                Violation(.r37, .tooManyPeriods, at: Self.monday, found: .count(4), limit: .count(3))
            ])
    }

    @Test("A break of 59 minutes ends no period, one of an hour does")
    func shortGaps() {
        #expect(periods([480...540, 599...660, 719...780]) == [])
        #expect(periods([480...540, 599...660, 720...780]) == [])
        #expect(periods([480...540, 600...660, 720...780]).map(\.kind) == [.manyPeriods])
    }

    @Test("Another profile has no such rule, and a custom one its own figure")
    func periodsOfProfiles() {
        let four = [480...540, 600...660, 720...780, 840...900]
        #expect(periods(four) { $0.apply(.legalOnly) } == [])
        #expect(
            periods(four) {
                $0.apply(.custom)
                $0.periodsMaximum = 2
            }.map(\.kind) == [.tooManyPeriods])
        #expect(periods(four) { $0.periodBreak = Minutes(61) } == [])
    }
}
