import GeoModel
import PlanningModel

/// Replays what happens at fixed times: listening, fixed centres, prison visits; and that nobody is in two places.
struct FixedTimesRecomputation {
    private let scenario: Scenario
    private let plan: Plan
    private let travel: Travel
    private let people: [String: StaffMember]

    init(_ plan: Plan) {
        self.plan = plan
        scenario = plan.scenario
        travel = plan.scenario.travel
        people = Dictionary(plan.scenario.staff.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func discrepancies(in checked: PlanView) -> [Discrepancy] {
        shifts(checked) + outings(checked) + clashes(checked)
    }

    // MARK: Listening and fixed centres

    private func shifts(_ checked: PlanView) -> [Discrepancy] {
        let wished =
            scenario.listening.map { (id: $0.id, slots: $0.slots, crew: $0.crew, role: StaffRole.listener) }
            + scenario.centres.map { (id: $0.id, slots: $0.openings, crew: $0.crew, role: StaffRole.accueillant) }
        var found: [Discrepancy] = []
        for shift in plan.shifts {
            let locus = PlanLocus(service: shift.service, week: shift.week, weekday: shift.weekday)
            guard let service = wished.first(where: { $0.id == shift.service }) else {
                found.append(Discrepancy(.unknownService, at: locus))
                continue
            }
            if !checked.weeks.contains(shift.week) { found.append(Discrepancy(.weekOutOfCycle, at: locus)) }
            if !service.slots.contains(WeeklySlot(weekday: shift.weekday, hours: shift.hours)) {
                found.append(Discrepancy(.otherSlot, at: locus, found: .time(shift.hours.start)))
            }
            found += staff(shift.staff, of: service.crew, week: shift.week, shift.weekday, at: locus)
            if shift.staff.isEmpty
                || !shift.staff.contains(where: { people[$0]?.roles.contains(service.role) ?? false })
            {
                found.append(Discrepancy(.noneOfTheTrade, at: locus))
            }
        }
        for service in wished {
            for week in checked.weeks {
                for slot in service.slots {
                    let held = plan.shifts.count {
                        $0.service == service.id && $0.week == week && $0.weekday == slot.weekday
                            && $0.hours == slot.hours
                    }
                    guard held != 1 else { continue }
                    found.append(
                        Discrepancy(
                            held == 0 ? .slotNotHeld : .slotHeldTwice,
                            at: PlanLocus(service: service.id, week: week, weekday: slot.weekday),
                            found: .time(slot.hours.start)))
                }
            }
        }
        return found
    }

    private func staff(
        _ staff: [String], of crew: String, week: Int, _ weekday: Weekday, at locus: PlanLocus
    ) -> [Discrepancy] {
        let present = Set(scenario.present(crew: crew, week: week, weekday).map(\.id))
        return staff.filter { !present.contains($0) }.map { id in
            var locus = locus
            locus.subject = id
            return Discrepancy(people[id]?.crew == crew ? .absentStaff : .unknownEquipment, at: locus)
        }
    }

    // MARK: Prison visits

    private func outings(_ checked: PlanView) -> [Discrepancy] {
        var found: [Discrepancy] = []
        for outing in plan.outings {
            let locus = PlanLocus(
                service: outing.service, week: outing.week, weekday: outing.weekday, subject: outing.prison)
            guard let relay = scenario.prisonRelays.first(where: { $0.id == outing.service }),
                let wish = relay.visits.first(where: { $0.prison == outing.prison })
            else {
                found.append(Discrepancy(.unknownService, at: locus))
                continue
            }
            if !checked.weeks.contains(outing.week) { found.append(Discrepancy(.weekOutOfCycle, at: locus)) }
            if outing.van != relay.team.van { found.append(Discrepancy(.unknownEquipment, at: locus)) }
            found += staff(outing.staff, of: relay.team.crew, week: outing.week, outing.weekday, at: locus)
            if !wish.slots.contains(PrisonSlot(weekday: outing.weekday, start: outing.visit.start))
                || outing.visit.length != scenario.parameters.prisonVisit
            {
                found.append(Discrepancy(.otherSlot, at: locus, found: .time(outing.visit.start)))
            }
            if outing.children != wish.pickups.reduce(0, { $0 + $1.children }) {
                found.append(Discrepancy(.childrenCount, at: locus, found: .count(outing.children)))
            }
            found += chain(outing, relay, wish, at: locus)
        }
        for relay in scenario.prisonRelays {
            for wish in relay.visits {
                let count = plan.outings.count { $0.service == relay.id && $0.prison == wish.prison }
                let expected = wish.timesInFourWeeks / scenario.parameters.cyclesInFourWeeks
                guard count != expected else { continue }
                found.append(
                    Discrepancy(
                        .outingCount, at: PlanLocus(service: relay.id, subject: wish.prison), found: .count(count),
                        expected: .count(expected)))
            }
        }
        return found
    }

    /// From the depot by every commune to the prison, and by every commune home; each way as long as the roads say.
    private func chain(
        _ outing: PrisonOuting, _ relay: PrisonRelay, _ wish: PrisonVisitWish, at locus: PlanLocus
    ) -> [Discrepancy] {
        var found: [Discrepancy] = []
        let stops = [outing.legs.first?.from].compactMap { $0 } + outing.legs.map(\.to)
        let middle = stops.firstIndex(of: outing.prison) ?? 0
        let communes = Set(wish.pickups.map(\.commune))
        let joined = zip(outing.legs, outing.legs.dropFirst()).allSatisfy { $0.to == $1.from }
        if !joined || stops.first != relay.team.depot || stops.last != relay.team.depot || middle == 0
            || Set(stops[..<middle].dropFirst()) != communes
            || Set(stops[middle...].dropFirst().dropLast()) != communes || stops.count != 2 * communes.count + 3
        {
            found.append(Discrepancy(.outingChain, at: locus))
        }
        let recomputation = LegRecomputation(travel: travel)
        for leg in outing.legs {
            found += recomputation.discrepancies(
                of: leg, from: scenario.place(leg.from), to: scenario.place(leg.to), at: locus)
        }
        let times = outing.legs.flatMap { [$0.departure, $0.arrival] }
        let back = outing.legs.first { $0.from == outing.prison }?.departure
        if times != times.sorted() || times.contains(where: { $0 < .zero || $0 > Minutes(1440) })
            || back.map({ $0 < outing.visit.end }) ?? true
        {
            found.append(Discrepancy(.clock, at: locus, found: .time(outing.arrival)))
        }
        return found + breaks(outing, at: locus)
    }

    /// Breaks lie before the first child is fetched or after the last one is home, beside the minutes that takes.
    private func breaks(_ outing: PrisonOuting, at locus: PlanLocus) -> [Discrepancy] {
        let legs = outing.legs
        guard legs.count > 2 else { return outing.breaks.isEmpty ? [] : [Discrepancy(.breakTimes, at: locus)] }
        let stop = scenario.parameters.pickUpStop
        let free = [
            Interval(start: legs[0].arrival, end: legs[1].departure - stop),
            Interval(start: legs[legs.count - 2].arrival + stop, end: legs[legs.count - 1].departure),
        ]
        var before: [Interval] = []
        return outing.breaks.compactMap { pause in
            defer { before.append(pause) }
            let isFree = free.contains { $0.start <= pause.start && pause.end <= $0.end }
            guard pause.length <= .zero || !isFree || before.contains(where: { $0.shared(with: pause) > .zero })
            else { return nil }
            return Discrepancy(.breakTimes, at: locus, found: .time(pause.start))
        }
    }

    // MARK: Two places at once

    private func clashes(_ checked: PlanView) -> [Discrepancy] {
        let people = checked.duties.flatMap { person, duties in
            overlaps(duties.map { ($0.week, $0.weekday, $0.start, $0.end) }, of: person.id)
        }
        var vans: [String: [(Int, Weekday, Minutes, Minutes)]] = [:]
        for outing in plan.outings {
            vans[outing.van, default: []].append((outing.week, outing.weekday, outing.departure, outing.arrival))
        }
        for day in checked.services.flatMap(\.plan.days) where vans[day.van] != nil {
            vans[day.van]?.append((day.week, day.weekday, day.departure, day.arrival))
        }
        return people + vans.sorted { $0.key < $1.key }.flatMap { overlaps($0.value, of: $0.key) }
    }

    private func overlaps(_ times: [(Int, Weekday, Minutes, Minutes)], of subject: String) -> [Discrepancy] {
        let inOrder = times.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
        return zip(inOrder, inOrder.dropFirst())
            .filter { ($0.0, $0.1) == ($1.0, $1.1) && $1.2 < $0.3 }
            .map {
                Discrepancy(
                    .twoPlacesAtOnce, at: PlanLocus(week: $1.0, weekday: $1.1, subject: subject), found: .time($1.2))
            }
    }
}
