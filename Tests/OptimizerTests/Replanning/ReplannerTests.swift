import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import TestSupport
import Testing

/// Plans changed as little as possible, against every smaller change by brute force.
@Suite("Replanning with the least change", .enabled(if: FullProblem.isSolved))
struct ReplannerTests {
    private static let limits = SolveLimits(gap: 0, seconds: 120, workers: 1)

    /// Something known of a stop, worked out from the days by this test alone.
    private struct Known {
        var pin: Pin
        var weight: Int
    }

    private static func plan(_ scenario: Scenario) -> Plan? {
        guard let solution = try? RoundsSolver.solve(scenario, limits: limits) else { return nil }
        return Plan(
            services: solution.services, stop: solution.stop, seed: 1, scenario: scenario, fingerprint: "", sources: [])
    }

    /// `nil` where some stop is known in a way that no pin can say.
    private static func known(_ plan: Plan) -> [Known]? {
        var visits: [String: [(day: DayRound, visit: Visit)]] = [:]
        for day in plan.services[0].days {
            for visit in day.visits { visits[visit.venue, default: []].append((day, visit)) }
        }
        let parameters = plan.scenario.parameters
        var found: [Known] = []
        for (venue, own) in visits.sorted(by: { $0.key < $1.key }) {
            let openings = own.map(\.visit.openings)
            guard openings.allSatisfy({ $0.count == 1 }), Set(openings.map { $0[0].start }).count == 1 else {
                return nil
            }
            let start = openings[0][0].start
            let isMorning = openings[0][0].half(split: parameters.halfDaySplit) == .morning
            let count = own.count * 4 / parameters.cycleWeeks
            let weeks = Set(own.map(\.day.week)).sorted()
            found.append(Known(pin: Pin(venue: venue, served: true), weight: 100))
            found.append(Known(pin: Pin(venue: venue, minimumVisits: count, maximumVisits: count), weight: 40))
            found.append(Known(pin: Pin(venue: venue, weekdays: Set(own.map(\.day.weekday)).sorted()), weight: 30))
            if weeks.count < parameters.cycleWeeks {
                found.append(Known(pin: Pin(venue: venue, weeks: weeks), weight: 20))
            }
            found.append(Known(pin: Pin(venue: venue, half: isMorning ? .morning : .afternoon), weight: 15))
            found.append(Known(pin: Pin(venue: venue, start: start), weight: 6))
            if Set(own.map(\.day.van)).count == 1 {
                found.append(Known(pin: Pin(venue: venue, van: own[0].day.van), weight: 2))
            }
            if Set(own.map(\.day.crew)).count == 1 {
                found.append(Known(pin: Pin(venue: venue, crew: own[0].day.crew), weight: 1))
            }
        }
        return found
    }

    /// Something that happens: a venue closes, the day is shorter, more has to be open, a weekday falls away.
    private static func event(_ plan: Plan, _ random: inout TestRandom) -> Scenario {
        var changed = plan.scenario
        let stops = Set(plan.services[0].days.flatMap { $0.visits.map(\.venue) }).sorted()
        switch random.whole(0...3) {
        case 0: changed.services[0].pins.append(Pin(venue: random.pick(stops), served: false))
        case 1: changed.services[0].pins.append(Pin(venue: random.pick(stops), half: random.pick(HalfDay.allCases)))
        case 2: changed.parameters.minimumHalfDays += 1
        default:
            changed.services[0].pins.append(
                Pin(venue: random.pick(stops), weekdays: [random.pick(plan.scenario.parameters.weekdays)]))
        }
        return changed
    }

    private static func keeping(_ scenario: Scenario, _ known: [Known]) -> Scenario {
        var other = scenario
        other.services[0].pins += known.map(\.pin)
        return other
    }

    @Test(
        "No smaller change gives any plan, and none as small gives a better one",
        arguments: [Feature.twoTeams, .pins, .budgets, .formerStops, .lighterWeeks, .venueHours], 1...6)
    func least(feature: Feature, number: Int) throws {
        let scenario = FeatureTerritory.scenario(feature, number)
        guard let plan = Self.plan(scenario), let known = Self.known(plan), (1...24).contains(known.count) else {
            return
        }
        var random = TestRandom(UInt64(number) &* 104_729 &+ UInt64(feature.rawValue.utf8.count))
        let changed = Self.event(plan, &random)
        let stops = KnownStop.all(of: plan.services[0].id, in: plan)
        let answer: Replanner.Answer
        do {
            answer = try Replanner(changed.services[0], in: changed, keeping: stops, VariantSolver(Self.limits))
                .leastChange()
        } catch Replanner.Failure.infeasible {
            #expect(BruteForce(changed).solve() == nil)
            return
        }
        let new = Plan(
            services: [answer.plan], stop: .optimal, seed: 1, scenario: changed, fingerprint: "", sources: [])
        #expect(PlanCheck(new).isValid)
        let changes = StopChange.all(from: plan, to: new)
        #expect(changes.reduce(0) { $0 + $1.weight } == answer.leastWeight, "\(scenario.name)")
        #expect(answer.free.value.count == BruteForce(changed).solve())
        Self.noneIsLighter(than: answer.leastWeight, changed, known)
    }

    /// What is missing for some days of the first week: a van, a person, a venue, a day; and the first day that may change.
    private static func interruption(_ plan: Plan, _ random: inout TestRandom) -> (Interruption, open: CivilDate) {
        let scenario = plan.scenario
        let days = plan.services[0].days.filter { $0.week == 1 }
        let day = random.pick(days.isEmpty ? plan.services[0].days : days)
        let date = scenario.date(week: 1, day.weekday)
        let dates = date...(random.chance(0.5) ? date : scenario.date(week: 1, .sunday))
        let cause: Interruption.Cause =
            switch random.whole(0...3) {
            case 0: .vanOut(day.van)
            case 1: .personAbsent(random.pick(scenario.staff.filter { $0.crew == day.crew }.map(\.id)))
            case 2: .venueClosed(random.pick(day.visits).venue)
            default: .dayClosed
            }
        return (Interruption(cause, on: dates), random.chance(0.5) ? date : scenario.firstMonday)
    }

    @Test(
        "A week by itself opens as much as it can, then no smaller change of it gives any plan, and lived days stay",
        arguments: [Feature.twoTeams, .pins, .budgets, .venueHours, .lighterWeeks, .shortTours], 1...3)
    func week(feature: Feature, number: Int) throws {
        let scenario = FeatureTerritory.scenario(feature, number)
        guard let plan = Self.plan(scenario) else { return }
        var random = TestRandom(UInt64(number) &* 15_485_863 &+ UInt64(feature.rawValue.utf8.count))
        let (interruption, open) = Self.interruption(plan, &random)
        let week = DatedWeek(plan, from: scenario.firstMonday, open: open, [interruption])
        guard week.idle.isEmpty, let known = Self.known(week.before), (1...24).contains(known.count) else { return }
        let stops = KnownStop.all(of: plan.services[0].id, in: week.before)
        var least: (Scenario, Replanner.Answer)?
        for minimum in stride(from: week.scenario.parameters.minimumHalfDays(inWeek: 1), through: 0, by: -1) {
            var own = week.scenario
            own.parameters.lighterWeeks = [1: minimum]
            do {
                let answer = try Replanner(own.services[0], in: own, keeping: stops, VariantSolver(Self.limits))
                    .leastChange()
                least = (own, answer)
                break
            } catch Replanner.Failure.infeasible {
                #expect(BruteForce(own).solve() == nil, "\(scenario.name): \(minimum)")
            }
        }
        guard let (own, answer) = least else { return }
        var made = answer.plan
        made.days = week.days(of: made.id, made: made)
        func lived(_ days: [DayRound]) -> [DayRound] {
            days.filter { week.monday.adding(days: $0.weekday.rawValue) < open }
        }
        #expect(lived(made.days) == lived(week.before.services[0].days))
        let new = Plan(rounds: [made.id: made.days], scenario: own, fingerprint: "", sources: [])
        #expect(PlanCheck(new).isValid || !own.absences.isEmpty, "\(scenario.name)")
        let changes = StopChange.all(from: week.before, to: new)
        #expect(changes.reduce(0) { $0 + $1.weight } == answer.leastWeight, "\(scenario.name)")
        #expect(changes.allSatisfy { !$0.isNew })
        // Nothing happens where the interruption says that nothing can.
        for day in made.days {
            let date = week.monday.adding(days: day.weekday.rawValue)
            guard interruption.dates.contains(date), date >= open else { continue }
            switch interruption.cause {
            case .vanOut(let van): #expect(day.van != van)
            case .venueClosed(let venue): #expect(!day.visits.contains { $0.venue == venue })
            case .dayClosed: Issue.record("a day that is closed: \(scenario.name)")
            case .personAbsent(let person):
                #expect(
                    scenario.staff.contains {
                        $0.crew == day.crew && $0.id != person && $0.roles.contains(.accueillant)
                    })
            }
        }
        Self.noneIsLighter(than: answer.leastWeight, own, known)
    }

    /// Every set of changes lighter than the answer that cannot grow without being as heavy leaves no plan.
    private static func noneIsLighter(than weight: Int, _ changed: Scenario, _ known: [Known]) {
        let limit = weight - 1
        guard limit >= 0 else { return }
        var tried = 0
        func search(_ index: Int, _ letGo: Set<Int>, _ weight: Int) {
            guard index < known.count else {
                let isLargest = known.indices.allSatisfy { letGo.contains($0) || weight + known[$0].weight > limit }
                guard isLargest, tried < 400 else { return }
                tried += 1
                let kept = known.indices.filter { !letGo.contains($0) }.map { known[$0] }
                #expect(BruteForce(keeping(changed, kept)).solve() == nil, "\(changed.name): \(letGo)")
                return
            }
            if weight + known[index].weight <= limit {
                search(index + 1, letGo.union([index]), weight + known[index].weight)
            }
            search(index + 1, letGo, weight)
        }
        search(0, [], 0)
    }

    @Test(
        "The curve of stability rises, its plans keep the rules, and the chosen one loses no more than was stated",
        arguments: [Feature.twoTeams, .pins, .lighterWeeks], 1...3)
    func curve(feature: Feature, number: Int) throws {
        let loss = [0, 500, 20_000][number % 3]
        let scenario = FeatureTerritory.scenario(feature, number)
        guard let plan = Self.plan(scenario) else { return }
        var random = TestRandom(UInt64(number) &* 104_729 &+ UInt64(feature.rawValue.utf8.count))
        let changed = Self.event(plan, &random)
        let stops = KnownStop.all(of: plan.services[0].id, in: plan)
        let replanner = Replanner(changed.services[0], in: changed, keeping: stops, VariantSolver(Self.limits))
        guard let answer = try? replanner.leastChange() else { return }
        let curve = try StabilityCurve(replanner, from: answer, losing: MilliPoints(loss))
        let best = try #require(BruteForce(changed).solve())
        for (step, next) in zip(curve.steps, curve.steps.dropFirst()) {
            #expect(step.weight < next.weight)
            #expect(step.plan.value < next.plan.value)
        }
        #expect(curve.steps.first.map { $0.weight >= answer.leastWeight } ?? false)
        #expect(curve.steps.last?.plan.value.count == best)
        #expect(curve.chosen.plan.value.count >= best - loss)
        for step in curve.steps + [curve.chosen] {
            let new = Plan(
                services: [step.plan], stop: .optimal, seed: 1, scenario: changed, fingerprint: "", sources: [])
            #expect(PlanCheck(new).isValid, "\(scenario.name)")
            let weight = StopChange.all(from: plan, to: new).reduce(0) { $0 + $1.weight }
            // What no pin can say is listed and not weighed.
            #expect(step.weight <= weight)
        }
    }

    @Test("Where nothing has happened nothing changes", arguments: Feature.allCases, 1...2)
    func nothing(feature: Feature, number: Int) throws {
        let scenario = FeatureTerritory.scenario(feature, number)
        guard let plan = Self.plan(scenario) else { return }
        let stops = KnownStop.all(of: plan.services[0].id, in: plan)
        let answer = try Replanner(scenario.services[0], in: scenario, keeping: stops, VariantSolver(Self.limits))
            .leastChange()
        #expect(answer.leastWeight == 0)
        #expect(answer.plan.value == plan.services[0].value)
    }
}
