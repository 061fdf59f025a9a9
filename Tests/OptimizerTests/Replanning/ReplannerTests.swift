import GeoModel
import Optimizer
import RoundPlan
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
        // Every set lighter than the answer that cannot grow without being as heavy: no plan lets only that go.
        let limit = answer.leastWeight - 1
        guard limit >= 0 else { return }
        var tried = 0
        func search(_ index: Int, _ letGo: Set<Int>, _ weight: Int) {
            guard index < known.count else {
                let isLargest = known.indices.allSatisfy { letGo.contains($0) || weight + known[$0].weight > limit }
                guard isLargest, tried < 400 else { return }
                tried += 1
                let kept = known.indices.filter { !letGo.contains($0) }.map { known[$0] }
                #expect(BruteForce(Self.keeping(changed, kept)).solve() == nil, "\(scenario.name): \(letGo)")
                return
            }
            if weight + known[index].weight <= limit {
                search(index + 1, letGo.union([index]), weight + known[index].weight)
            }
            search(index + 1, letGo, weight)
        }
        search(0, [], 0)
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
