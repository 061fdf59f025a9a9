import GeoModel
import PlanCheck
import PlanningModel

/// When children are taken to which prison, and on which way round the communes.
///
/// A complete search over the slots each prison offers and the weeks they can fall in; the first slots named are tried
/// first. Every choice keeps the rules of working time, the prison's closures and the van's other outings.
struct OutingPlanning {
    private let scenario: Scenario
    private let plan: Plan
    private let travel: Travel
    private let judge: WorkingTimeJudge
    private let vans: [String: Van]

    init(_ scenario: Scenario, beside plan: Plan) {
        self.scenario = scenario
        self.plan = plan
        travel = scenario.travel
        judge = WorkingTimeJudge(scenario)
        vans = Dictionary(scenario.vans.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private struct Task {
        var relay: PrisonRelay
        var wish: PrisonVisitWish
        var route: Route
        var children: Int { wish.pickups.reduce(0) { $0 + $1.children } }
    }

    func outings() throws(FixedTimesFailure) -> [PrisonOuting] {
        var tasks: [Task] = []
        for relay in scenario.prisonRelays {
            for wish in relay.visits {
                let task = Task(relay: relay, wish: wish, route: try route(relay, wish))
                if let seats = vans[relay.team.van]?.seats, let adults = fewest(relay), adults + task.children > seats {
                    throw .noSeats(
                        service: relay.id, prison: wish.prison, van: relay.team.van, children: task.children,
                        adults: adults, seats: seats)
                }
                guard !candidates(task).isEmpty else {
                    throw .noVisit(service: relay.id, prison: wish.prison, because: faults(task))
                }
                tasks.append(task)
            }
        }
        var looks = Self.looks
        guard let outings = search(tasks[...], [], &looks) else {
            if looks == 0 { throw .unsettled(service: tasks[0].relay.id) }
            let last = tasks[tasks.count - 1]
            throw .noVisit(service: last.relay.id, prison: last.wish.prison, because: [])
        }
        return outings
    }

    /// Choices held against the rules: some seconds.
    private static let looks = 2_000

    /// - Parameter looks: choices that may still be tried.
    private func search(
        _ tasks: ArraySlice<Task>, _ taken: [PrisonOuting], _ looks: inout Int
    ) -> [PrisonOuting]? {
        guard let task = tasks.first else { return taken }
        for own in candidates(task) {
            guard looks > 0 else { return nil }
            looks -= 1
            var trial = plan
            trial.outings = taken + own
            guard !clash(own, taken), judge.broken(in: trial, crews: [task.relay.team.crew]) == nil else { continue }
            if let all = search(tasks.dropFirst(), taken + own, &looks) { return all }
        }
        return nil
    }

    private func clash(_ own: [PrisonOuting], _ taken: [PrisonOuting]) -> Bool {
        own.contains { one in
            taken.contains { other in
                one.van == other.van && one.week == other.week && one.weekday == other.weekday
                    && one.departure < other.arrival && other.departure < one.arrival
            }
        }
    }

    /// Outings of a wish in evenly spaced weeks, all at one slot, that keep R19 and R30 on every date.
    private func candidates(_ task: Task) -> [[PrisonOuting]] {
        series(task).filter { outings in
            outings.allSatisfy { $0.departure >= .zero && $0.arrival <= Minutes(1440) } && broken(outings, task).isEmpty
        }
    }

    /// Outings of a wish in evenly spaced weeks, all at one slot.
    private func series(_ task: Task) -> [[PrisonOuting]] {
        let parameters = scenario.parameters
        let count = task.wish.timesInFourWeeks / parameters.cyclesInFourWeeks
        guard count > 0, parameters.cycleWeeks % count == 0 else { return [] }
        let step = parameters.cycleWeeks / count
        return task.wish.slots.flatMap { slot in
            (1...step).map { first in
                stride(from: first, through: parameters.cycleWeeks, by: step).map { outing(task, slot, week: $0) }
            }
        }
    }

    /// What outings break of R19 and R30 by themselves.
    private func broken(_ outings: [PrisonOuting], _ task: Task) -> [Violation] {
        var trial = plan
        trial.outings = outings
        let checked = PlanView(trial)
        let rules: [any CheckingRule] = [PrisonSlots(scenario.parameters), LicensedDriver()]
        return rules.flatMap { $0.violations(in: checked) }.filter {
            $0.severity == .hard && $0.locus.service == task.relay.id && $0.kind != .escortNotCleared
                && $0.locus.week != nil
        }
    }

    /// The first fault of each slot, each told once.
    private func faults(_ task: Task) -> [Violation] {
        var seen: Set<Violation.Kind> = []
        return series(task).compactMap { broken($0, task).first }.filter { seen.insert($0.kind).inserted }
    }

    // MARK: Ways

    /// Nodes from the depot to the prison, and the legs out and back.
    private struct Route {
        var nodes: [String]
        var out: [Leg]
        var back: [Leg]
    }

    /// The shortest order of the communes, by metres there and back.
    private func route(_ relay: PrisonRelay, _ wish: PrisonVisitWish) throws(FixedTimesFailure) -> Route {
        func leg(_ from: String, _ to: String) throws(FixedTimesFailure) -> Leg {
            guard let a = scenario.place(from), let b = scenario.place(to), let leg = travel.leg(from: a, to: b) else {
                throw .noWay(service: relay.id, from: from, to: to)
            }
            return leg
        }
        var best: (metres: Int, route: Route)?
        for order in Self.orders(wish.pickups.map(\.commune).sorted()) {
            let nodes = [relay.team.depot] + order + [wish.prison]
            var route = Route(nodes: nodes, out: [], back: [])
            for (from, to) in zip(nodes, nodes.dropFirst()) {
                route.out.append(try leg(from, to))
                route.back.append(try leg(to, from))
            }
            let metres = (route.out + route.back).reduce(0) { $0 + $1.distance.count }
            if best.map({ metres < $0.metres }) ?? true { best = (metres, route) }
        }
        guard let best else { throw .noVisit(service: relay.id, prison: wish.prison, because: []) }
        return best.route
    }

    /// All orders of at most 6 communes; of more, only the one given.
    private static func orders(_ communes: [String]) -> [[String]] {
        guard communes.count > 1, communes.count <= 6 else { return [communes] }
        return communes.indices.flatMap { index -> [[String]] in
            var rest = communes
            let first = rest.remove(at: index)
            return orders(rest).map { [first] + $0 }
        }
    }

    private func outing(_ task: Task, _ slot: PrisonSlot, week: Int) -> PrisonOuting {
        let parameters = scenario.parameters
        let pause = parameters.pickUpStop
        let route = task.route
        var legs: [DrivenLeg] = []
        var clock = slot.start - parameters.prisonMargin
        for index in route.out.indices.reversed() {
            let minutes = route.out[index].duration.roundedUpToMinutes
            legs.insert(
                DrivenLeg(
                    from: route.nodes[index], to: route.nodes[index + 1], departure: clock - minutes, arrival: clock,
                    distance: route.out[index].distance), at: 0)
            clock = clock - minutes - pause
        }
        clock = slot.start + parameters.prisonVisit + parameters.prisonExit
        for index in route.back.indices.reversed() {
            let minutes = route.back[index].duration.roundedUpToMinutes
            legs.append(
                DrivenLeg(
                    from: route.nodes[index + 1], to: route.nodes[index], departure: clock, arrival: clock + minutes,
                    distance: route.back[index].distance))
            clock = clock + minutes + pause
        }
        let breaks = rest(&legs)
        return PrisonOuting(
            service: task.relay.id, prison: task.wish.prison, week: week, weekday: slot.weekday,
            van: task.relay.team.van,
            staff: aboard(task, scenario.present(crew: task.relay.team.crew, week: week, slot.weekday)).sorted(),
            legs: legs, visit: Interval(start: slot.start, end: slot.start + parameters.prisonVisit),
            children: task.children, breaks: breaks)
    }

    // MARK: Seats

    /// Whether someone may drive the relay's van, as far as known.
    private func drives(_ person: StaffMember, _ relay: PrisonRelay) -> Bool {
        [person].mayDrive(vans[relay.team.van])
    }

    /// How few of a relay's crew can go: one who drives and escorts, else one of each; `nil` where one of them is missing.
    private func fewest(_ relay: PrisonRelay) -> Int? {
        let crew = scenario.staff.filter { $0.crew == relay.team.crew }
        let escorts = crew.filter { $0.roles.contains(.escort) }
        guard !escorts.isEmpty, crew.contains(where: { drives($0, relay) }) else { return nil }
        return escorts.contains { drives($0, relay) } ? 1 : 2
    }

    /// All of the crew who are there; where the children leave too few seats for them, those who must go, then as many as
    /// there are seats for.
    private func aboard(_ task: Task, _ crew: [StaffMember]) -> [String] {
        guard let seats = vans[task.relay.team.van]?.seats, crew.count + task.children > seats else {
            return crew.map(\.id)
        }
        let escorts = crew.filter { $0.roles.contains(.escort) }
        let needed =
            escorts.first { drives($0, task.relay) }.map { [$0] }
            ?? [crew.first { drives($0, task.relay) }, escorts.first].compactMap { $0 }
        let others = crew.filter { !needed.contains($0) }
        return (needed + others.prefix(max(0, seats - task.children - needed.count))).map(\.id)
    }

    /// The breaks of a long outing (R25), which move its last leg or its first: once the last child is home where that is early
    /// enough, else before the first is fetched, or both.
    private func rest(_ legs: inout [DrivenLeg]) -> [Interval] {
        let (after, length) = (scenario.parameters.breakAfter, scenario.parameters.breakLength)
        guard legs.count > 2, legs[legs.count - 1].arrival - legs[0].departure >= after else { return [] }
        let last = legs.count - 1
        // A break at the end alone leaves all before it in one stretch, and one at the start all after it.
        let needsFirst = legs[last].departure - legs[0].departure > after
        let needsLast = !needsFirst || legs[last].arrival - legs[0].arrival > after
        var breaks: [Interval] = []
        if needsFirst {
            let pause = Interval(start: legs[0].arrival - length, end: legs[0].arrival)
            legs[0].departure = legs[0].departure - length
            legs[0].arrival = pause.start
            breaks.append(pause)
        }
        if needsLast {
            let pause = Interval(start: legs[last].departure, end: legs[last].departure + length)
            legs[last].departure = pause.end
            legs[last].arrival = legs[last].arrival + length
            breaks.append(pause)
        }
        return breaks
    }
}
