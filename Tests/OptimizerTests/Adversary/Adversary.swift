import Foundation
import GeoModel
import Optimizer
import PlanCheck
import PlanningModel
import TestSupport

/// Looks for a lawful plan that is worth more than it should be able to be. Knows only the check: it changes rounds as they
/// come to hand, has each plan judged, and keeps what is worth more or breaks less.
///
/// What a plan is worth is filled in by the valuation of rounds that people write by hand, and counts only where the check
/// confirms every figure.
struct Adversary {
    let scenario: Scenario
    private let travel: Travel
    /// Listening has its hours and its people, whatever the rounds are.
    private let shifts: [Shift]
    private var random: TestRandom
    private(set) var judged = 0
    private(set) var lawful = 0
    /// The best lawful plan found, with its value in thousandths.
    private(set) var best: (value: Int, plan: Plan)?

    init(_ scenario: Scenario, seed: UInt64) {
        self.scenario = scenario
        travel = scenario.travel
        shifts = scenario.listening.flatMap { service in
            (1...scenario.parameters.cycleWeeks).flatMap { week in
                service.slots.map { slot in
                    Shift(
                        service: service.id, week: week, weekday: slot.weekday, hours: slot.hours,
                        staff: scenario.staff.filter { $0.crew == service.crew }.map(\.id))
                }
            }
        }
        random = TestRandom(seed)
    }

    private struct Judgement {
        var value: Int
        /// How much is wrong with it.
        var faults: Int
        var score: Double { Double(value) - 30_000 * Double(min(faults, 30)) }
    }

    private mutating func judge(_ rounds: [HandMadeRounds]) -> Judgement {
        let days = Dictionary(
            uniqueKeysWithValues: zip(scenario.services, rounds).map { service, own in
                (service.id, own.days(of: service, in: scenario, travel))
            })
        var plan = Plan(rounds: days, scenario: scenario, fingerprint: "", sources: [])
        plan.shifts = shifts
        let check = PlanCheck(plan)
        judged += 1
        let value = plan.services.reduce(0) { $0 + $1.value.count }
        let broken = check.verdicts.filter { $0.state == .broken }.reduce(0) {
            $0 + $1.violations.count { $0.severity == .hard }
        }
        let faults =
            check.discrepancies.count + broken
            + check.commitments.filter { $0.state == .broken }.reduce(0) { $0 + max(1, $1.breaches.count) }
        if check.isValid {
            lawful += 1
            if value > best?.value ?? Int.min { best = (value, plan) }
        }
        return Judgement(value: value, faults: check.isValid ? 0 : max(1, faults))
    }

    /// Tries so many plans, beginning with some rounds or with none.
    mutating func search(from start: [ServicePlan], plans: Int) {
        var now = scenario.services.map { service in
            HandMadeRounds(start.first { $0.id == service.id }?.days ?? [], of: service, in: scenario)
        }
        var here = judge(now)
        var heat = start.isEmpty ? 60_000.0 : 8_000.0
        let cooling = Double.maximum(0.9, 1 - 6 / Double(max(plans, 10)))
        for _ in 0..<plans {
            var next = now
            for _ in 0..<(random.chance(0.7) ? 1 : random.whole(2...4)) { change(&next) }
            if next == now { continue }
            let there = judge(next)
            let gain = there.score - here.score
            if gain >= 0 || random.chance(exp(gain / heat)) { (now, here) = (next, there) }
            heat = max(50, heat * cooling)
        }
    }

    // MARK: Changes

    private mutating func change(_ all: inout [HandMadeRounds]) {
        let index = random.whole(0...all.count - 1)
        let service = scenario.services[index]
        var rounds = all[index]
        defer { all[index] = rounds }
        guard !rounds.stops.isEmpty, !random.chance(0.15) else {
            if let stop = anyStop(of: service) { rounds.stops.append(stop) }
            return
        }
        let chosen = random.whole(0...rounds.stops.count - 1)
        switch random.whole(0...13) {
        case 0: rounds.stops.remove(at: chosen)
        case 1: rounds.stops[chosen].weekday = random.pick(scenario.parameters.weekdays)
        case 2: rounds.stops[chosen].team = random.whole(0...service.teams.count - 1)
        case 3, 4: rounds.stops[chosen].start = anyStart(near: rounds.stops[chosen].start)
        case 5: rounds.stops[chosen].weeks = anyWeeks()
        case 6:
            let start = rounds.stops[chosen].start
            rounds.stops[chosen].second =
                rounds.stops[chosen].second == nil
                ? start + scenario.parameters.sessionLength.count + random.pick([60, 75, 120, 150]) : nil
        case 7: if let second = rounds.stops[chosen].second { rounds.stops[chosen].second = anyStart(near: second) }
        case 8: rounds.stops[chosen].venue = random.whole(0...scenario.territory.venues.count - 1)
        case 9:
            let other = random.whole(0...rounds.stops.count - 1)
            let (a, b) = (rounds.stops[chosen], rounds.stops[other])
            (rounds.stops[chosen].venue, rounds.stops[other].venue) = (b.venue, a.venue)
        case 10: rounds.stops[chosen].isShort.toggle()
        case 11:
            let other = random.whole(0...rounds.stops.count - 1)
            rounds.stops[chosen].weekday = rounds.stops[other].weekday
            rounds.stops[chosen].team = rounds.stops[other].team
            rounds.stops[chosen].isShort = rounds.stops[other].isShort
            rounds.stops[chosen].weeks = rounds.stops[other].weeks
            rounds.stops[chosen].start = afterwards(rounds.stops[other])
        case 12:
            // One visit apart from the others of its stop.
            guard rounds.stops[chosen].weeks.count > 1,
                let week = rounds.stops[chosen].weeks.randomElement(using: &random)
            else { return }
            var apart = rounds.stops[chosen]
            rounds.stops[chosen].weeks.remove(week)
            apart.weeks = [week]
            apart.start = anyStart(near: apart.start)
            if random.chance(0.5) { apart.weekday = random.pick(scenario.parameters.weekdays) }
            rounds.stops.append(apart)
        default:
            let key = HandMadeRounds.DayKey(team: rounds.stops[chosen].team, weekday: rounds.stops[chosen].weekday)
            var waiting = rounds.waiting[key] ?? HandMadeRounds.Waiting()
            let pause = scenario.parameters.breakLength.count
            switch random.whole(0...2) {
            case 0: waiting.drivesAtOnce.toggle()
            case 1: waiting.before = waiting.before == 0 ? pause : 0
            default: waiting.after = waiting.after == 0 ? pause : 0
            }
            rounds.waiting[key] = waiting
        }
    }

    private mutating func anyStop(of service: Service) -> HandMadeRounds.Stop? {
        guard !scenario.territory.venues.isEmpty else { return nil }
        let parameters = scenario.parameters
        let isShort = parameters.shortStops == .yes && random.chance(0.4)
        return HandMadeRounds.Stop(
            team: random.whole(0...service.teams.count - 1),
            venue: random.whole(0...scenario.territory.venues.count - 1), weekday: random.pick(parameters.weekdays),
            weeks: anyWeeks(), start: anyStart(near: random.pick([540, 570, 810, 840, 1020])), second: nil,
            isShort: isShort)
    }

    private mutating func anyWeeks() -> Set<Int> {
        let weeks = scenario.parameters.cycleWeeks
        let first = random.whole(1...weeks)
        let step = random.pick([1, 1, 2, 4])
        let even = Set((1...weeks).filter { ($0 - first) % step == 0 })
        return random.chance(0.9) ? even : Set((1...weeks).filter { _ in random.chance(0.5) }).union([first])
    }

    private mutating func anyStart(near start: Int) -> Int {
        let parameters = scenario.parameters
        let step = parameters.startStep.count
        if random.chance(0.6) { return start + step * random.whole(-3...3) }
        let first = (parameters.windowStart.count + step - 1) / step * step
        let last = max(first, parameters.windowEnd.count - parameters.shortStopLength.count)
        return random.chance(0.2) ? last / step * step : first + step * random.whole(0...max(0, (last - first) / step))
    }

    /// The first start on the grid after a stop is packed up, at an average way.
    private mutating func afterwards(_ stop: HandMadeRounds.Stop) -> Int {
        let parameters = scenario.parameters
        let step = parameters.startStep.count
        let length = stop.isShort ? parameters.shortStopLength : parameters.sessionLength
        let end = stop.start + length.count + random.whole(20...90)
        return (end + step - 1) / step * step
    }
}
