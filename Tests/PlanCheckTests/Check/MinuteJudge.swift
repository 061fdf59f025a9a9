import GeoModel
import PlanningModel

/// A second, simple judge of finished plans: it replays the cycle minute by minute and counts. It shares nothing with the
/// checker but the types of the plan; what it knows of the rules is the field guide.
struct MinuteJudge {
    private let plan: Plan
    private let scenario: Scenario
    private let parameters: Parameters
    private let weeks: Int
    private static let day = 1440

    init(_ plan: Plan) {
        self.plan = plan
        scenario = plan.scenario
        parameters = plan.scenario.parameters
        weeks = plan.scenario.parameters.cycleWeeks
    }

    /// Hard rules that the plan breaks.
    var broken: Set<RuleID> {
        var broken: Set<RuleID> = []
        if !opensEnough { broken.insert(.r01) }
        if !staffed { broken.insert(.r02) }
        if !sessionsStaffed { broken.insert(.r03) }
        if !visitedEnough { broken.insert(.r15) }
        if overlaps { broken.insert(.r16) }
        if lateAtPrison { broken.insert(.r19) }
        if !driven { broken.insert(.r30) }
        if !fromDepot { broken.insert(.r27) }
        if !regular { broken.insert(.r32) }
        if !even { broken.insert(.r33) }
        if !permitted { broken.insert(.r34) }
        return broken.union(workingTime)
    }

    // MARK: Openings

    private func present(_ crew: String, _ week: Int, _ weekday: Weekday) -> [StaffMember] {
        let date = scenario.firstMonday.dayNumber + 7 * (week - 1) + weekday.rawValue
        return scenario.staff.filter { person in
            person.crew == crew
                && !scenario.absences.contains {
                    $0.person == person.id && $0.from.dayNumber <= date && date <= $0.until.dayNumber
                }
        }
    }

    /// Minutes of a day on which one round is open at a place; with `withMeetings`, those for professionals too.
    private func open(_ service: Int, _ round: DayRound, withMeetings: Bool) -> [Bool] {
        var minutes = [Bool](repeating: false, count: Self.day)
        let meetings = Set(scenario.services[service].programme.filter(\.isForProfessionals).map(\.id))
        for visit in round.visits {
            for opening in visit.openings {
                for minute in opening.start.count..<max(opening.start.count, opening.end.count) {
                    let isMeeting = plan.services[service].sessions.contains {
                        meetings.contains($0.kind) && $0.week == round.week && $0.weekday == round.weekday
                            && $0.venue == visit.venue && $0.hours.start.count <= minute
                            && minute < $0.hours.end.count
                    }
                    if withMeetings || !isMeeting { minutes[minute] = true }
                }
            }
        }
        return minutes
    }

    private var opensEnough: Bool {
        let split = parameters.halfDaySplit.count
        for service in plan.services.indices {
            for week in 1...weeks {
                var halves: Set<Int> = []
                for round in plan.services[service].days where round.week == week {
                    let minutes = open(service, round, withMeetings: false)
                    for (half, range) in [0..<split, split..<Self.day].enumerated()
                    where minutes[range].count(where: { $0 }) >= parameters.halfDayMinimum.count {
                        halves.insert(2 * round.weekday.rawValue + half)
                    }
                }
                if halves.count < min(parameters.minimumHalfDays, parameters.lighterWeeks[week] ?? 14) { return false }
            }
        }
        return true
    }

    private var staffed: Bool {
        plan.services.indices.allSatisfy { service in
            plan.services[service].days.allSatisfy { round in
                !open(service, round, withMeetings: true).contains(true)
                    || present(round.crew, round.week, round.weekday).contains { $0.roles.contains(.accueillant) }
            }
        }
    }

    private var sessionsStaffed: Bool {
        plan.services.indices.allSatisfy { service in
            plan.services[service].sessions.allSatisfy { session in
                guard let kind = scenario.services[service].programme.first(where: { $0.id == session.kind }) else {
                    return true
                }
                let needed = max(kind.accueillants, kind.isLaep ? 2 : 0)
                guard needed > 1 else { return true }
                let crew = plan.services[service].days.first { round in
                    round.week == session.week && round.weekday == session.weekday
                        && round.visits.contains { visit in
                            visit.venue == session.venue
                                && (session.hours.start.count..<session.hours.end.count).allSatisfy { minute in
                                    visit.openings.contains {
                                        $0.start.count <= minute && minute < $0.end.count
                                    }
                                }
                        }
                }?.crew
                let there = crew.map { present($0, session.week, session.weekday) } ?? []
                return there.count { $0.roles.contains(.accueillant) } >= needed
            }
        }
    }

    private var overlaps: Bool {
        scenario.listening.contains { listening in
            plan.shifts.filter { $0.service == listening.id }.contains { shift in
                plan.services.indices.contains { service in
                    (listening.besides.isEmpty || listening.besides.contains(plan.services[service].id))
                        && plan.services[service].days.contains { round in
                            round.week == shift.week && round.weekday == shift.weekday
                                && open(service, round, withMeetings: true)[
                                    shift.hours.start.count..<shift.hours.end.count
                                ].contains(true)
                        }
                }
            }
        }
    }

    // MARK: Stops

    private typealias Call = (day: Int, round: DayRound, visit: Visit)

    private func calls(_ service: Int) -> [String: [Call]] {
        var byVenue: [String: [Call]] = [:]
        for round in plan.services[service].days {
            for visit in round.visits {
                byVenue[visit.venue, default: []].append(
                    (7 * (round.week - 1) + round.weekday.rawValue, round, visit))
            }
        }
        return byVenue.mapValues { $0.sorted { $0.day < $1.day } }
    }

    private var visitedEnough: Bool {
        plan.services.indices.allSatisfy { service in
            calls(service).allSatisfy { venue, calls in
                let commune = scenario.territory.venues.first { $0.id == venue }?.commune
                return calls.count * 4 / weeks >= parameters.minimumVisits
                    && commune.map(scenario.services[service].communes.contains) ?? false
            }
        }
    }

    private var regular: Bool {
        plan.services.indices.allSatisfy { service in
            calls(service).allSatisfy { _, calls in
                calls.allSatisfy {
                    $0.round.weekday == calls[0].round.weekday && $0.visit.openings == calls[0].visit.openings
                        && $0.round.van == calls[0].round.van && $0.round.crew == calls[0].round.crew
                }
            }
        }
    }

    private var even: Bool {
        plan.services.indices.allSatisfy { service in
            calls(service).allSatisfy { _, calls in
                let days = calls.map(\.day) + [calls[0].day + 7 * weeks]
                return Set(zip(days, days.dropFirst()).map { $1 - $0 }).count == 1
            }
        }
    }

    private var permitted: Bool {
        plan.services.indices.allSatisfy { service in
            calls(service).allSatisfy { venue, calls in
                let permits = scenario.territory.permits.filter { $0.venue == venue }
                return permits.isEmpty
                    || calls.allSatisfy { call in
                        let date = scenario.firstMonday.dayNumber + call.day
                        return permits.contains { permit in
                            permit.from.dayNumber <= date && (permit.until.map { date <= $0.dayNumber } ?? true)
                        }
                    }
            }
        }
    }

    private var fromDepot: Bool {
        plan.services.indices.allSatisfy { service in
            plan.services[service].days.allSatisfy { round in
                let team = scenario.services[service].teams.first { $0.van == round.van && $0.crew == round.crew }
                let way = [round.legs.first?.from ?? ""] + round.legs.map(\.to)
                let starts = round.legs.map(\.from) + [round.legs.last?.to ?? ""]
                return way == [team?.depot ?? "?"] + round.visits.map(\.venue) + [team?.depot ?? "?"] && way == starts
            }
        }
    }

    // MARK: Driving and prisons

    private var driven: Bool {
        func mayDrive(_ van: String, _ people: [StaffMember]) -> Bool {
            let mass = scenario.vans.first { $0.id == van }?.maximumMass ?? 0
            let seats = scenario.vans.first { $0.id == van }?.seats ?? 0
            return people.contains {
                $0.roles.contains(.driver) && seats <= 9 && ($0.licence == "C1" || $0.licence == "B" && mass <= 3500)
            }
        }
        return plan.services.allSatisfy { service in
            service.days.allSatisfy { mayDrive($0.van, present($0.crew, $0.week, $0.weekday)) }
        }
            && plan.outings.allSatisfy { outing in
                mayDrive(outing.van, scenario.staff.filter { outing.staff.contains($0.id) })
            }
    }

    private var lateAtPrison: Bool {
        plan.outings.contains { outing in
            let arrival = outing.legs.first { $0.to == outing.prison }?.arrival.count ?? Int.max
            let escorted = scenario.staff.contains { outing.staff.contains($0.id) && $0.roles.contains(.escort) }
            let hours = outing.weekday == .thursday && outing.visit.start.count >= 840 && outing.visit.end.count <= 900
            let seats = scenario.vans.first { $0.id == outing.van }?.seats ?? Int.max
            return arrival > outing.visit.start.count - parameters.prisonMargin.count || !escorted || !hours
                || outing.staff.count + outing.children > seats
        }
    }

    // MARK: Working time

    private var workingTime: Set<RuleID> {
        scenario.staff.reduce(into: []) { $0.formUnion(workingTime(of: $1)) }
    }

    /// One person's cycle: a minute is work, a declared break, or free.
    private func workingTime(of person: StaffMember) -> Set<RuleID> {
        let length = 7 * weeks * Self.day
        var work = [Bool](repeating: false, count: length)
        var pause = work
        func mark(_ minutes: inout [Bool], _ week: Int, _ weekday: Weekday, _ start: Minutes, _ end: Minutes) {
            let midnight = (7 * (week - 1) + weekday.rawValue) * Self.day
            for minute in start.count..<max(start.count, end.count) { minutes[midnight + minute] = true }
        }
        for round in plan.services.flatMap(\.days)
        where present(round.crew, round.week, round.weekday).contains(person) {
            for leg in round.legs { mark(&work, round.week, round.weekday, leg.departure, leg.arrival) }
            for visit in round.visits {
                mark(&work, round.week, round.weekday, visit.arrival, visit.openings[0].start)
                for opening in visit.openings { mark(&work, round.week, round.weekday, opening.start, opening.end) }
                mark(&work, round.week, round.weekday, visit.openings.last!.end, visit.departure)
            }
            for rest in round.breaks { mark(&pause, round.week, round.weekday, rest.start, rest.end) }
        }
        var others: [(Int, Weekday, Minutes, Minutes)] = []
        for shift in plan.shifts where shift.staff.contains(person.id) {
            others.append((shift.week, shift.weekday, shift.hours.start, shift.hours.end))
        }
        for outing in plan.outings where outing.staff.contains(person.id) {
            others.append((outing.week, outing.weekday, outing.legs[0].departure, outing.legs.last!.arrival))
        }
        for other in others { mark(&work, other.0, other.1, other.2, other.3) }
        guard work.contains(true) else { return [] }
        // Between two services there is a break.
        let rounds = plan.services.flatMap(\.days).filter {
            present($0.crew, $0.week, $0.weekday).contains(person)
        }.map { ($0.week, $0.weekday, $0.legs[0].departure, $0.legs.last!.arrival) }
        for duty in others + rounds {
            let same = (others + rounds).filter { ($0.0, $0.1) == (duty.0, duty.1) }
            guard !same.contains(where: { $0.2 <= duty.3 && duty.3 < $0.3 }),
                let next = same.map(\.2).filter({ $0 > duty.3 }).min()
            else { continue }
            mark(&pause, duty.0, duty.1, duty.3, next)
        }
        return dayRules(work, pause, person).union(weekRules(work, person)).union(restRules(work))
    }

    private func dayRules(_ work: [Bool], _ pause: [Bool], _ person: StaffMember) -> Set<RuleID> {
        var broken: Set<RuleID> = []
        var evenings = [Int](repeating: 0, count: weeks)
        var longDays = 0
        for day in 0..<7 * weeks {
            let minutes = day * Self.day..<(day + 1) * Self.day
            guard let first = minutes.first(where: { work[$0] }), let last = minutes.last(where: { work[$0] }) else {
                continue
            }
            let worked = minutes.count { work[$0] }
            if worked > parameters.dailyWork.count { broken.insert(.r20) }
            if last + 1 - first > parameters.spanMaximum.count { broken.insert(.r26) }
            if last + 1 - first > parameters.spanReported.count { longDays += 1 }
            if last + 1 - minutes.lowerBound > parameters.eveningFrom.count { evenings[day / 7] += 1 }
            if minutes.contains(where: { work[$0] && pause[$0] }) { broken.insert(.r25) }
            // Breaks are those declared, and the time between two services.
            var stretch = 0
            var longest = 0
            var rested = false
            var gaps: [Int] = []
            var minute = first
            while minute <= last {
                if work[minute] {
                    stretch += 1
                    longest = max(longest, stretch)
                    minute += 1
                } else {
                    let end = (minute...last).first { work[$0] } ?? last + 1
                    gaps.append(end - minute)
                    let declared = (minute..<end).count { pause[$0] }
                    if declared >= parameters.breakLength.count {
                        rested = true
                        stretch = 0
                    }
                    minute = end
                }
            }
            if longest > parameters.breakAfter.count || worked >= parameters.breakAfter.count && !rested {
                broken.insert(.r25)
            }
            if gaps.count(where: { $0 >= 60 }) >= parameters.periodsMaximum { broken.insert(.r37) }
            let interruptions = gaps.filter { $0 > parameters.breakLength.count }
            if person.weeklyHours < Minutes(35 * 60),
                interruptions.count > 1 || interruptions.contains(where: { $0 > 120 })
            {
                broken.insert(.r36)
            }
        }
        if longDays * 4 / weeks > parameters.longDaysMaximum { broken.insert(.r26) }
        if evenings.contains(where: { $0 > parameters.eveningsMaximum }) { broken.insert(.r28) }
        return broken
    }

    private func weekRules(_ work: [Bool], _ person: StaffMember) -> Set<RuleID> {
        let totals = (0..<weeks).map { week in work[week * 7 * Self.day..<(week + 1) * 7 * Self.day].count { $0 } }
        var broken: Set<RuleID> = []
        if totals.contains(where: { $0 > parameters.weeklyWork.count }) { broken.insert(.r21) }
        if totals.reduce(0, +) > parameters.averageWeeklyWork.count * weeks { broken.insert(.r21) }
        let limit = min(parameters.referenceWeek.count, person.weeklyHours.count)
        if parameters.overtime == .no, totals.contains(where: { $0 > limit }) { broken.insert(.r22) }
        return broken
    }

    /// The cycle comes again and again, so it is looked at three times in a row.
    private func restRules(_ work: [Bool]) -> Set<RuleID> {
        var broken: Set<RuleID> = []
        let thrice = work + work + work
        let length = work.count
        // Daily rest: from the last minute of a day to the first of the next day worked.
        var previous: Int?
        for day in 0..<2 * 7 * weeks {
            let minutes = day * Self.day..<(day + 1) * Self.day
            guard let first = minutes.first(where: { thrice[$0] }), let last = minutes.last(where: { thrice[$0] })
            else { continue }
            if let previous, first - previous - 1 < parameters.dailyRest.count { broken.insert(.r23) }
            previous = last
        }
        for week in 0..<weeks {
            let sunday = length + (week * 7 + 6) * Self.day
            let last = (0..<sunday).last { thrice[$0] }.map { $0 + 1 } ?? sunday - length
            let first = (sunday..<3 * length).first { thrice[$0] } ?? sunday + length
            if first - last < parameters.weeklyRest.count { broken.insert(.r24) }
            if parameters.twoDaysOff == .yes, thrice[sunday..<sunday + Self.day].contains(true) { broken.insert(.r24) }
            if parameters.twoDaysOff == .yes, last > sunday - Self.day, first < sunday + 2 * Self.day {
                broken.insert(.r24)
            }
        }
        return broken
    }
}
