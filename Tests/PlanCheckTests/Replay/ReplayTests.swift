import GeoModel
import PlanCheck
import PlanningModel
import Testing

/// A plan made by hand, replayed, against what can be worked out with a pencil.
@Suite("Replaying a plan")
struct ReplayTests {
    private static func plan(_ edit: (inout Scenario) -> Void = { _ in }) -> Plan {
        var scenario = PlanFixture.scenario()
        edit(&scenario)
        return PlanFixture.plan(scenario, PlanFixture.days(scenario))
    }

    /// One person a crew: when that person is away, the round does not run.
    private static let alone = plan { $0.staff.removeLast() }

    private static func replay(
        _ plan: Plan, _ laws: ReplayLaws, draws: Int, seed: UInt64
    ) throws
        -> PlanReplay.ServiceReplay
    {
        try #require(PlanReplay(plan, laws: laws, draws: ReplayDraws(count: draws, seed: seed)).services.first)
    }

    private static let nothing = ReplayLaws(concentration: nil, amplitude: 0, common: 0.5, absenceRate: 0)

    @Test("Where nothing is perturbed, each figure is the plan's own, and so are both ends of its interval")
    func unperturbed() throws {
        let plan = Self.plan()
        let replay = try Self.replay(plan, Self.nothing, draws: 50, seed: 7)
        let need = replay.needs.need.estimate
        #expect(abs(need.mean - plan.services[0].needReached.points) < 1e-9)
        #expect(need.mean == replay.needs.planned && need.low == need.mean && need.high == need.mean)
        let bound = plan.services[0].bound - plan.services[0].value
        #expect(abs(replay.needs.regret.estimate.mean - bound.points) < 1e-9)
        for draw in replay.travel.draws { #expect(draw == replay.travel.planned) }
        let planned = replay.travel.planned
        #expect(planned.rounds == 12 && planned.openings == 24 && planned.weeks == 4)
        #expect(planned.lateOpenings == 0 && planned.lateReturns == 0 && planned.shortWeeks == 0)
        #expect(planned.lateSeconds == 0 && planned.longSpan == 0 && planned.longWork == 0)
        for week in replay.absences.weeks {
            #expect(week.planned == 6 && week.held.allSatisfy { $0 == 6 })
            #expect(week.keepsMinimum.mean == 1 && week.keepsMinimum.high == 1)
        }
        #expect(replay.absences.stops.allSatisfy { $0.planned == 4 && $0.lost.allSatisfy { $0 == 0 } })
    }

    private static func closed(
        _ venue: String, _ from: String, _ until: String, _ edit: (inout Scenario) -> Void = { _ in }
    ) throws -> PlanReplay.ServiceReplay {
        var plan = plan(edit)
        plan.scenario.calendar.exceptions = [
            .init(place: venue, from: CivilDate(iso: from)!, until: CivilDate(iso: until)!, reason: "travaux")
        ]
        return try replay(plan, nothing, draws: 20, seed: 7)
    }

    @Test("A closure takes the visit that it hits from every draw, and with it the half-day, not the round")
    func closedVenue() throws {
        // The first of two places of Mondays: 4, 11, 18, 25 January.
        let replay = try Self.closed("lieu-59001", "2027-01-11", "2027-01-11")
        #expect(replay.absences.lostRounds.allSatisfy { $0 == 0 })
        #expect(replay.absences.stops.map { $0.lost[0] } == [1, 0, 0, 0, 0])
        #expect(replay.absences.weeks.map(\.planned) == [6, 6, 6, 6])
        #expect(replay.absences.weeks.map { $0.held[0] } == [6, 5, 6, 6])
        #expect(replay.absences.weeks.map(\.keepsAll.mean) == [1, 0, 1, 1])
        #expect(replay.travel.planned.rounds == 12 && replay.travel.planned.openings == 24)
        #expect(replay.travel.planned.lostOpenings == 1 && replay.travel.planned.lateOpenings == 0)
        #expect(replay.travel.planned.shortWeeks == 0)
        let whole = try Self.replay(Self.plan(), Self.nothing, draws: 20, seed: 7)
        #expect(replay.needs.planned < whole.needs.planned)
    }

    @Test("A round all of whose places are closed does not run, and R01 counts without it")
    func closedRound() throws {
        // Wednesdays have one place, for two openings.
        let replay = try Self.closed("lieu-59005", "2027-01-20", "2027-01-20")
        #expect(replay.absences.lostRounds.allSatisfy { $0 == 1 })
        #expect(replay.absences.weeks.map { $0.held[0] } == [6, 6, 4, 6])
        #expect(replay.absences.weeks.map(\.keepsMinimum.mean) == [1, 1, 0, 1])
        #expect(replay.travel.planned.rounds == 11 && replay.travel.planned.lostOpenings == 2)
        #expect(replay.travel.draws.allSatisfy { $0.shortWeeks == 1 && $0.lateReturns == 0 })
        let months = try Self.closed("lieu-59005", "2026-12-01", "2027-06-30")
        #expect(months.absences.lostRounds.allSatisfy { $0 == 4 } && months.travel.planned.shortWeeks == 4)
    }

    @Test("A closure outside of the cycle, on another weekday or on a public holiday takes nothing")
    func closedElsewhere() throws {
        let whole = try Self.replay(Self.plan(), Self.nothing, draws: 20, seed: 7)
        func same(_ replay: PlanReplay.ServiceReplay) -> Bool {
            replay.absences.stops == whole.absences.stops && replay.travel.planned == whole.travel.planned
                && replay.absences.weeks == whole.absences.weeks && replay.needs.planned == whole.needs.planned
        }
        #expect(same(try Self.closed("lieu-59001", "2027-02-01", "2027-06-30")))
        #expect(same(try Self.closed("lieu-59001", "2027-01-12", "2027-01-17")))
        #expect(
            same(
                try Self.closed("lieu-59001", "2027-01-11", "2027-01-11") {
                    $0.calendar.publicHolidays.append(.init(date: CivilDate(iso: "2027-01-11")!, name: "Férié"))
                }))
    }

    @Test("Closures change no number drawn: whoever is away without them is away with them")
    func closedAndAway() throws {
        let laws = ReplayLaws(concentration: nil, amplitude: 0.2, absenceRate: 0.3)
        var shut = Self.alone
        shut.scenario.calendar.exceptions = [
            .init(
                place: "lieu-59001", from: CivilDate(iso: "2027-01-11")!, until: CivilDate(iso: "2027-01-11")!,
                reason: "travaux")
        ]
        let open = try Self.replay(Self.alone, laws, draws: 200, seed: 9)
        let closed = try Self.replay(shut, laws, draws: 200, seed: 9)
        #expect(open.absences.lostRounds == closed.absences.lostRounds)
        for (before, after) in zip(open.absences.stops[0].lost, closed.absences.stops[0].lost) {
            #expect(after == before || after == before + 1)
        }
        #expect(open.travel.draws.map(\.rounds) == closed.travel.draws.map(\.rounds))
    }

    @Test("With one person a crew, a week keeps all its rounds with probability (1 − p)³", arguments: [0.02, 0.1, 0.4])
    func alone(rate: Double) throws {
        let laws = ReplayLaws(concentration: nil, amplitude: 0, absenceRate: rate)
        let expected = (1 - rate) * (1 - rate) * (1 - rate)
        var (inside, count) = (0, 0)
        for seed in 1...100 {
            let absences = try Self.replay(Self.alone, laws, draws: 200, seed: UInt64(seed)).absences
            for week in absences.weeks {
                count += 1
                if week.keepsAll.low <= expected, expected <= week.keepsAll.high { inside += 1 }
                // Each round holds two half-days: five of six are asked for, so that none may fall.
                #expect(week.keepsMinimum == week.keepsAll)
            }
        }
        // 95 % of 400 intervals, within three standard errors.
        #expect(Double(inside) / Double(count) > 0.915 && Double(inside) / Double(count) < 0.985, "\(inside)")
    }

    @Test("Half-days held are 6 (1 − p) on average, visits of a commune lost 4 p: intervals cover that 95 times in 100")
    func means() throws {
        let rate = 0.15
        let laws = ReplayLaws(concentration: nil, amplitude: 0, absenceRate: rate)
        var (held, lost, count) = (0, 0, 0)
        for seed in 1...400 {
            let absences = try Self.replay(Self.alone, laws, draws: 200, seed: UInt64(seed)).absences
            let mean = absences.weeks[0].mean
            if mean.low <= 6 * (1 - rate), 6 * (1 - rate) <= mean.high { held += 1 }
            let visits = Estimate(mean: absences.stops[2].lost.map(Double.init))
            if visits.low <= 4 * rate, 4 * rate <= visits.high { lost += 1 }
            count += 1
        }
        for inside in [held, lost] {
            #expect(Double(inside) / Double(count) > 0.915 && Double(inside) / Double(count) < 0.985, "\(inside)")
        }
    }

    @Test("With two who can do all, a round falls only where both are away: (1 − p²)³")
    func both() throws {
        let laws = ReplayLaws(concentration: nil, amplitude: 0, absenceRate: 0.3)
        let expected = 0.91 * 0.91 * 0.91
        let absences = try Self.replay(Self.plan(), laws, draws: 20_000, seed: 3).absences
        for week in absences.weeks { #expect(abs(week.keepsAll.mean - expected) < 4 * 0.0031) }
    }

    @Test("A round without a driver, or without an accueillant, does not run")
    func roles() throws {
        let plan = Self.plan { scenario in
            scenario.staff[0].roles = [.accueillant]
            scenario.staff[1].roles = [.driver]
        }
        let laws = ReplayLaws(concentration: nil, amplitude: 0, absenceRate: 0.3)
        let absences = try Self.replay(plan, laws, draws: 20_000, seed: 4).absences
        let expected = 0.49 * 0.49 * 0.49
        for week in absences.weeks { #expect(abs(week.keepsAll.mean - expected) < 4 * 0.0023) }
    }

    @Test("A higher rate of absence never brings a half-day back, in any draw")
    func monotone() throws {
        var before: AbsenceReplay?
        for rate in [0, 0.01, 0.05, 0.2, 0.5, 1] {
            let laws = ReplayLaws(concentration: nil, amplitude: 0, absenceRate: rate)
            let own = try Self.replay(Self.plan(), laws, draws: 300, seed: 5).absences
            if let before {
                for (a, b) in zip(before.lostRounds, own.lostRounds) { #expect(a <= b) }
                for (old, new) in zip(before.weeks, own.weeks) {
                    for (a, b) in zip(old.held, new.held) { #expect(a >= b) }
                }
            }
            before = own
        }
        #expect(before?.lostRounds.allSatisfy { $0 == 12 } == true)
    }

    /// Drives of the plan to each visit and home, with the seconds that the road takes.
    private static func drives(_ plan: Plan) -> (toVisits: [(seconds: Double, given: Double)], home: [(Double, Double)])
    {
        var toVisits: [(Double, Double)] = []
        var home: [(Double, Double)] = []
        for day in plan.services[0].days {
            for (index, leg) in day.legs.enumerated() {
                let way = PlanFixture.leg(leg.from, leg.to, plan.scenario)
                let pair = (Double(way.duration.count), Double((leg.arrival - leg.departure).count * 60))
                if index + 1 < day.legs.count { toVisits.append(pair) } else { home.append(pair) }
            }
        }
        return (toVisits, home)
    }

    @Test("Openings begin late, and rounds come home late, as often as a uniform law says", arguments: [0.0, 1.0])
    func lateness(common: Double) throws {
        let plan = Self.plan()
        let amplitude = 0.2
        let (toVisits, home) = Self.drives(plan)
        func late(_ drives: [(Double, Double)]) -> Double {
            drives.reduce(0) { sum, drive in
                let slack = drive.1 / drive.0 - 1
                return sum + max(0, (amplitude - slack) / (2 * amplitude))
            }
        }
        // A full day has two openings, and only the first can begin late.
        let openings = late(toVisits) / 24
        let returns = late(home) / 12
        let minutes =
            toVisits.reduce(0) { sum, drive in
                let slack = max(0, amplitude - (drive.given / drive.seconds - 1))
                return sum + drive.seconds * slack * slack / (4 * amplitude)
            } / 60 / 24
        let laws = ReplayLaws(concentration: nil, amplitude: amplitude, common: common, absenceRate: 0)
        var inside = [0, 0, 0]
        for seed in 1...300 {
            let travel = try Self.replay(plan, laws, draws: 100, seed: UInt64(seed)).travel
            let found = [
                (travel.shares(\.lateOpenings, of: \.openings).estimate, openings),
                (travel.shares(\.lateReturns, of: \.rounds).estimate, returns), (travel.lateMinutes.estimate, minutes),
            ]
            for (index, (estimate, expected)) in found.enumerated()
            where estimate.low <= expected && expected <= estimate.high { inside[index] += 1 }
            let most = toVisits.map { amplitude * $0.seconds }.max() ?? 0
            #expect(travel.draws.allSatisfy { $0.mostLateSeconds <= most })
        }
        for count in inside { #expect(Double(count) / 300 > 0.91 && Double(count) / 300 < 0.99, "\(inside)") }
    }

    @Test("A drive that takes many times as long loses the opening, and the half-day with it")
    func lost() throws {
        let laws = ReplayLaws(concentration: nil, amplitude: 60, common: 1, absenceRate: 0)
        let travel = try Self.replay(Self.plan(), laws, draws: 200, seed: 2).travel
        #expect(travel.draws.contains { $0.lostOpenings > 0 && $0.shortWeeks > 0 })
        for draw in travel.draws {
            #expect(draw.lostOpenings <= draw.lateOpenings && draw.lateOpenings <= draw.openings)
            #expect(draw.lateSeconds <= Double(draw.lateOpenings) * 180 * 60)
        }
    }

    @Test("Need reached stays between the least and the greatest benefit of a commune, whatever the weights")
    func needs() throws {
        let plan = Self.plan()
        let service = plan.services[0]
        let credits = Dictionary(uniqueKeysWithValues: service.credits.map { ($0.commune, $0.points.points) })
        let benefits = service.needs.map { (credits[$0.commune] ?? 0) / $0.points.points }
        let weight = service.needs.reduce(0) { $0 + $1.points.points }
        let needs = try Self.replay(plan, ReplayLaws(), draws: 500, seed: 1).needs
        #expect(needs.need.values.allSatisfy { $0 >= weight * benefits.min()! - 1e-9 })
        #expect(needs.need.values.allSatisfy { $0 <= weight * benefits.max()! + 1e-9 })
        #expect(needs.regret.values.allSatisfy { $0 >= 0 })
        #expect(needs.need.quantile(0.05) <= needs.need.quantile(0.95))
    }

    @Test("No plan within the bound is worth more under other weights than is said", arguments: 1...40)
    func regret(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = 6
        let weights = (0..<count).map { _ in Double.random(in: 1...100, using: &random) }
        let ratios = (0..<count).map { _ in Double.random(in: 0.3...2.5, using: &random) }
        let bound = Double.random(in: 0...1, using: &random) * weights.reduce(0, +)
        let most = NeedReplay.mostValue(weights, ratios, bound: bound)
        for _ in 0..<2000 {
            var benefits = (0..<count).map { _ in Double(Int.random(in: 0...4, using: &random)) / 4 }
            let cost = Double.random(in: 0...20, using: &random)
            // Benefits fall until the plan is one that the bound allows.
            while zip(weights, benefits).reduce(-cost, { $0 + $1.0 * $1.1 }) > bound {
                guard let index = benefits.indices.filter({ benefits[$0] > 0 }).randomElement(using: &random) else {
                    break
                }
                benefits[index] = max(0, benefits[index] - 0.1)
            }
            let value = zip(weights, ratios).enumerated().reduce(-cost) {
                $0 + $1.element.0 * $1.element.1 * benefits[$1.offset]
            }
            #expect(value <= most + 1e-9)
        }
    }

    @Test("The same seed gives the same draws; each part has numbers of its own")
    func seeds() throws {
        let plan = Self.plan()
        let one = try Self.replay(plan, ReplayLaws(), draws: 50, seed: 1)
        let again = try Self.replay(plan, ReplayLaws(), draws: 50, seed: 1)
        let other = try Self.replay(plan, ReplayLaws(), draws: 50, seed: 2)
        let sick = try Self.replay(plan, ReplayLaws(absenceRate: 0.5), draws: 50, seed: 1)
        #expect(one.needs.need == again.needs.need && one.travel.draws == again.travel.draws)
        #expect(one.absences.lostRounds == again.absences.lostRounds)
        #expect(one.travel.draws != other.travel.draws)
        #expect(one.needs.need == sick.needs.need && one.travel.draws == sick.travel.draws)
        #expect(one.absences.lostRounds != sick.absences.lostRounds)
    }
}

@Suite("Intervals of replays")
struct EstimateTests {
    @Test("Wilson's interval has its published figures")
    func wilson() {
        let eight = Estimate(8, of: 10)
        #expect(abs(eight.low - 0.4902) < 5e-5 && abs(eight.high - 0.9433) < 5e-5)
        let none = Estimate(0, of: 10)
        #expect(none.low == 0 && abs(none.high - 0.2775) < 5e-5)
        let all = Estimate(10, of: 10)
        #expect(abs(all.low - 0.7225) < 5e-5 && all.high == 1)
    }

    @Test("A mean's interval is 1.96 standard errors on each side")
    func mean() {
        let estimate = Estimate(mean: [1, 2, 3, 4])
        let half = 1.959964 * (5.0 / 3 / 4).squareRoot()
        #expect(estimate.mean == 2.5)
        #expect(abs(estimate.low - (2.5 - half)) < 1e-6 && abs(estimate.high - (2.5 + half)) < 1e-6)
    }

    @Test("A quantile is the smallest value that so many draws reach")
    func quantiles() {
        let values = Distribution([3, 1, 2, 4])
        #expect(values.quantile(0.25) == 1 && values.quantile(0.26) == 2 && values.quantile(1) == 4)
        #expect(Distribution([]).quantile(0.5) == 0)
    }
}
