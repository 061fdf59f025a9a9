import Foundation
import GeoModel
import PlanCheck
import PlanningModel
import Testing

/// Random edits of a valid plan: moved, doubled and dropped days, shifted hours, swapped staff, absences.
struct PlanEdit {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private mutating func whole(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    private static let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday]

    mutating func apply(to plan: inout Plan) {
        for _ in 0..<whole(1...3) { one(&plan) }
    }

    private mutating func one(_ plan: inout Plan) {
        let day = plan.services[0].days.isEmpty ? nil : whole(0...plan.services[0].days.count - 1)
        let weekday = Self.weekdays[whole(0...6)]
        switch whole(0...13) {
        case 0: if let day { plan.services[0].days[day].weekday = weekday }
        case 1: if let day { plan.services[0].days[day].week = whole(1...4) }
        case 2:
            guard let day else { return }
            var copy = plan.services[0].days[day]
            (copy.week, copy.weekday) = (whole(1...4), weekday)
            // Two rounds of one crew on one day are told elsewhere, as a clash.
            let isTaken = plan.services[0].days.contains { $0.week == copy.week && $0.weekday == copy.weekday }
            if !isTaken { plan.services[0].days.append(copy) }
        case 3:
            guard let day else { return }
            let kept = plan.services[0].days[day]
            if whole(0...2) == 0 {
                plan.services[0].days.removeAll { $0.weekday == kept.weekday && $0.week != kept.week }
            } else {
                plan.services[0].days.remove(at: day)
            }
        case 4: if let day { shift(&plan.services[0].days[day], by: Minutes(whole(-50...50))) }
        case 5:
            guard let day else { return }
            let by = Minutes(whole(-40...40))
            let visit = whole(0...plan.services[0].days[day].visits.count - 1)
            for opening in plan.services[0].days[day].visits[visit].openings.indices {
                shift(&plan.services[0].days[day].visits[visit].openings[opening], by: by)
            }
        case 6: if let day { plan.services[0].days[day].breaks = [] }
        case 7:
            let roles: [Set<StaffRole>] = [[.accueillant], [.driver], [.listener], [.escort]]
            plan.scenario.staff[whole(0...3)].roles = roles[whole(0...3)]
            if whole(0...2) == 0 { for person in 0...1 { plan.scenario.staff[person].roles = [.driver] } }
        case 8: plan.scenario.staff[whole(0...3)].weeklyHours = Minutes(whole(5...35) * 60)
        case 9:
            let date = plan.scenario.firstMonday.adding(days: whole(0...27))
            plan.scenario.absences.append(
                Absence(
                    person: plan.scenario.staff[whole(0...1)].id, from: date, until: date.adding(days: whole(0...3))))
        case 10:
            guard !plan.shifts.isEmpty else { return }
            let shift = whole(0...plan.shifts.count - 1)
            plan.shifts[shift].staff = [plan.scenario.staff[whole(0...3)].id]
        case 11:
            guard !plan.shifts.isEmpty else { return }
            let index = whole(0...plan.shifts.count - 1)
            plan.shifts[index].weekday = weekday
            self.shift(&plan.shifts[index].hours, by: Minutes(whole(-400...100)))
        case 12: plan.outings[0].weekday = weekday
        default:
            plan.scenario.parameters.dailyRest = Minutes(whole(11...16) * 60)
            plan.scenario.parameters.prisonMargin = Minutes(whole(30...60))
        }
    }

    private func shift(_ interval: inout Interval, by: Minutes) {
        interval.start = interval.start + by
        interval.end = interval.end + by
    }

    private func shift(_ day: inout DayRound, by: Minutes) {
        for index in day.legs.indices {
            day.legs[index].departure = day.legs[index].departure + by
            day.legs[index].arrival = day.legs[index].arrival + by
        }
        for visit in day.visits.indices {
            day.visits[visit].arrival = day.visits[visit].arrival + by
            day.visits[visit].departure = day.visits[visit].departure + by
            for opening in day.visits[visit].openings.indices { shift(&day.visits[visit].openings[opening], by: by) }
        }
        for pause in day.breaks.indices { shift(&day.breaks[pause], by: by) }
    }
}

@Suite("Edited plans, judged twice")
struct MutationTests {
    @Test("2,000 edited plans are judged alike by the checker and by a judge that replays them minute by minute")
    func judgedAlike() {
        let scenario = CompletePlan.scenario()
        let whole = CompletePlan.plan(scenario)
        #expect(MinuteJudge(whole).broken.isEmpty)
        var seen: [RuleID: Int] = [:]
        var valid = 0
        for seed in 1...2000 {
            var plan = whole
            var edit = PlanEdit(seed)
            edit.apply(to: &plan)
            plan.services[0].days.sort { ($0.week, $0.weekday) < ($1.week, $1.weekday) }
            let check = PlanCheck(plan)
            let broken = Set(check.verdicts.filter { $0.state == .broken }.map(\.rule))
            let second = MinuteJudge(plan).broken
            #expect(
                broken == second,
                "seed \(seed): checker \(broken.subtracting(second)), judge \(second.subtracting(broken))")
            for rule in broken { seen[rule, default: 0] += 1 }
            if broken.isEmpty { valid += 1 }
        }
        // The edits must say something: both kinds of plans, and most rules broken many times.
        #expect(valid > 100)
        let often = seen.filter { $0.value >= 10 }.keys
        #expect(
            Set(often).isSuperset(of: [
                .r01, .r02, .r03, .r15, .r16, .r19, .r22, .r23, .r24, .r25, .r26, .r30, .r32, .r33, .r34,
            ]), "\(seen)")
    }
}
