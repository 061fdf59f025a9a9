import GeoModel
import RoundPlan

/// What a commune gains from a stop at a cadence, in thousandths of a point.
package struct Gain: Hashable, Sendable {
    package var stop: Int
    /// Index into `RoundsProblem.cadences`.
    package var cadence: Int
    package var points: Int
}

/// A commune that counts, with everything any stop can do for it.
package struct Demand: Sendable {
    var commune: String
    /// Highest gain first.
    package var gains: [Gain]
    package var best: Int { gains.first?.points ?? 0 }
}

/// A way to spend a day: what it works and what it costs over 4 weeks in thousandths of a point.
package struct DayCost: Hashable, Sendable {
    package var work: Int
    package var cost: Int
}

/// The planning problem of one service in plain numbers: stops, demands, days and week patterns.
///
/// Weeks that repeat are folded: with cadences 4 and 2 a cycle of 4 weeks is twice the same 2 weeks.
package struct RoundsProblem: Sendable {
    var service: Service
    var model: RoundsModel
    var clock: DayClock
    package var weekdays: [Weekday]
    /// Venues that may be stops, in the order of their identifiers.
    var venues: [Place]
    /// Visits in 4 weeks, most first; the index is the level in `tree`.
    package var cadences: [Int]
    package var tree: PatternTree
    /// How often the folded weeks repeat in the cycle.
    var repeats: Int
    package var demands: [Demand]
    /// For each stop, the demands it can do something for.
    var demandsOfStop: [[(demand: Int, points: [Int])]]
    var outward: [Leg]
    var homeward: [Leg]
    private var betweenLegs: [Leg]
    private var singles: [DayCost?]
    private var fullDays: [DayCost?]
    /// By morning stop, then afternoon stop.
    private var pairs: [DayCost?]
    private var pairDiffers: [Bool]
    private var stopDiffers: [Bool]

    package var stopCount: Int { venues.count }
    func between(_ a: Int, _ b: Int) -> Leg { betweenLegs[a * stopCount + b] }
    /// Seconds from one stop to another and back.
    func thereAndBack(_ a: Int, _ b: Int) -> Int { (between(a, b).duration + between(b, a).duration).count }
    package func single(_ stop: Int) -> DayCost? { singles[stop] }
    package func fullDay(_ stop: Int) -> DayCost? { fullDays[stop] }
    /// A day with both stops. Where the order changes neither work nor cost, either order's hours will do.
    package func pair(_ order: StopOrder) -> DayCost? { pairs[order.morning * stopCount + order.afternoon] }
    /// Whether the order of two stops changes work or cost of their day.
    package func ordersDiffer(_ a: Int, _ b: Int) -> Bool { pairDiffers[a * stopCount + b] }
    /// Whether some day can hold both stops.
    func canShareDay(_ a: Int, _ b: Int) -> Bool {
        pairs[a * stopCount + b] != nil || pairs[b * stopCount + a] != nil
    }
    /// The orders a column with this anchor may have.
    package func orders(anchor stop: Int) -> [VisitOrder] {
        stopDiffers[stop] ? [.anchorFirst, .anchorLast] : [.either]
    }
    /// The order of a column as the model tells columns apart.
    package func canonical(_ order: VisitOrder, anchor: Int, partners: [StopPattern]) -> VisitOrder {
        partners.contains { ordersDiffer(anchor, $0.stop) } ? order : .either
    }

    /// Half-days that count in a day of so many sessions.
    package func halfDays(sessions: Int) -> Int { clock.sessionCounts ? sessions : 0 }

    package func upper(_ resource: WeekResource) -> Int? {
        model.weekRows.filter { $0.resource == resource }.compactMap(\.upper).min()
    }
    package var minimumHalfDays: Int {
        model.weekRows.filter { $0.resource == .halfDays }.compactMap(\.lower).max() ?? 0
    }
    /// Limit on the work of the folded weeks together.
    package var foldedWork: Int? { model.cycleWork.map { $0.count / repeats } }

    func driving(_ stop: Int) -> DayClock.Driving {
        .init(
            out: outward[stop].duration.roundedUpToMinutes, between: nil,
            home: homeward[stop].duration.roundedUpToMinutes)
    }

    func driving(morning: Int, afternoon: Int) -> DayClock.Driving {
        .init(
            out: outward[morning].duration.roundedUpToMinutes,
            between: between(morning, afternoon).duration.roundedUpToMinutes,
            home: homeward[afternoon].duration.roundedUpToMinutes)
    }
}

extension RoundsProblem {
    package init(_ service: Service, in scenario: Scenario) throws(ModelRefusal) {
        let parameters = scenario.parameters
        let model = try RoundsModel.constrained(by: scenario, for: service)
        self.service = service
        self.model = model
        clock = DayClock(parameters, model)
        weekdays = parameters.weekdays
        cadences = model.cadences
        let folded = 4 / max(cadences.last ?? 4, 1)
        tree = PatternTree(weekCount: min(parameters.cycleWeeks, folded))
        repeats = parameters.cycleWeeks / tree.weekCount
        // Cadences are 4, 2, 1 from the first allowed down: the level of a cadence in the tree is its index.
        let stops = scenario.venues(of: service)
        guard !stops.isEmpty else { throw .noVenue(service: service.id) }
        guard let depot = scenario.depot(of: service.teams[0]), scenario.territory.commune(depot.commune) != nil else {
            throw .noVenue(service: service.id)
        }
        venues = stops
        let travel = scenario.travel
        func leg(_ from: Place, _ to: Place) throws(ModelRefusal) -> Leg {
            guard let leg = travel.leg(from: from, to: to) else {
                throw .noWay(service: service.id, from: travel.node(of: from), to: travel.node(of: to))
            }
            return leg
        }
        outward = []
        homeward = []
        betweenLegs = []
        for stop in stops {
            outward.append(try leg(depot, stop))
            homeward.append(try leg(stop, depot))
            for other in stops { betweenLegs.append(try leg(stop, other)) }
        }
        singles = []
        fullDays = []
        pairs = []
        pairDiffers = []
        stopDiffers = []
        demands = []
        demandsOfStop = []
        try fillDemands(scenario, travel)
        guard !demands.isEmpty else { throw .noEligibleCommune(service: service.id) }
        fillDays(parameters, crewSize: scenario.crew(of: service.teams[0]).count)
    }

    private mutating func fillDemands(_ scenario: Scenario, _ travel: Travel) throws(ModelRefusal) {
        let parameters = scenario.parameters
        let needs = ServiceNeeds(service, in: scenario)
        let frequencies = cadences.map { parameters.frequency.benefit(visits: Double($0)) }
        demandsOfStop = Array(repeating: [], count: stopCount)
        for (commune, weight) in zip(needs.communes, needs.weights) where weight.points > .zero {
            var gains: [Gain] = []
            for stop in venues.indices {
                guard let leg = travel.familyLeg(from: commune, to: venues[stop]) else {
                    throw .noWay(service: service.id, from: commune.code, to: travel.node(of: venues[stop]))
                }
                let access = parameters.access.access(by: leg)
                let points = frequencies.map { Int((Double(weight.points.count) * access * $0).rounded()) }
                guard points.contains(where: { $0 > 0 }) else { continue }
                demandsOfStop[stop].append((demands.count, points))
                gains += points.indices.map { Gain(stop: stop, cadence: $0, points: points[$0]) }
                    .filter { $0.points > 0 }
            }
            gains.sort { ($1.points, $0.stop, $0.cadence) < ($0.points, $1.stop, $1.cadence) }
            demands.append(Demand(commune: commune.code, gains: gains))
        }
    }

    private mutating func fillDays(_ parameters: Parameters, crewSize: Int) {
        let perCycle = Double(parameters.cyclesInFourWeeks)
        let fold = repeats
        // Each day is priced and rounded once, as the check does it; folded weeks then count as often as they repeat.
        func cost(metres: Int, work: Minutes) -> DayCost {
            var euros = Metres(metres).kilometres * parameters.costPerKilometre
            if parameters.wages == .variable {
                euros += Double(work.count) / 60 * parameters.costPerHour * Double(crewSize)
            }
            let once = MilliPoints(points: euros * parameters.pricePerEuro * perCycle).count
            return DayCost(work: work.count, cost: once * fold)
        }
        singles = venues.indices.map { stop in
            let driving = driving(stop)
            guard clock.canBeSingle(driving) else { return nil }
            let metres = (outward[stop].distance + homeward[stop].distance).count
            return cost(metres: metres, work: clock.work(driving, sessions: 1))
        }
        fullDays = venues.indices.map { stop in
            let driving = driving(stop)
            guard clock.canBeFullDay(driving) else { return nil }
            let metres = (outward[stop].distance + homeward[stop].distance).count
            return cost(metres: metres, work: clock.work(driving, sessions: 2))
        }
        pairs = Array(repeating: nil, count: stopCount * stopCount)
        pairDiffers = Array(repeating: false, count: stopCount * stopCount)
        stopDiffers = Array(repeating: false, count: stopCount)
        func day(_ morning: Int, _ afternoon: Int) -> (cost: DayCost, isLegal: Bool) {
            let way = driving(morning: morning, afternoon: afternoon)
            let metres =
                outward[morning].distance + between(morning, afternoon).distance + homeward[afternoon].distance
            return (cost(metres: metres.count, work: clock.work(way, sessions: 2)), clock.canBePair(way))
        }
        for a in venues.indices {
            for b in venues.indices where a < b {
                let (there, back) = (day(a, b), day(b, a))
                let differ = there.cost != back.cost
                if there.isLegal || !differ && back.isLegal { pairs[a * stopCount + b] = there.cost }
                if back.isLegal || !differ && there.isLegal { pairs[b * stopCount + a] = back.cost }
                // Where no day is legal, nothing differs.
                guard differ, there.isLegal || back.isLegal else { continue }
                pairDiffers[a * stopCount + b] = true
                pairDiffers[b * stopCount + a] = true
                stopDiffers[a] = true
                stopDiffers[b] = true
            }
        }
    }

    /// Whether a partner makes any day harder to place than its anchor alone: the van leaves no later and is back no
    /// earlier. So it is unless some way is longer, by a whole visit, than the way round by another stop.
    var partnersOnlyLengthen: Bool {
        let visit = clock.setUp + clock.session + clock.packUp
        return venues.indices.allSatisfy { a in
            let alone = driving(a)
            return venues.indices.allSatisfy { b in
                a == b
                    || alone.out <= driving(morning: b, afternoon: a).out + between(b, a).duration.roundedUpToMinutes
                        + visit && alone.home <= visit + between(a, b).duration.roundedUpToMinutes + driving(b).home
            }
        }
    }
}
