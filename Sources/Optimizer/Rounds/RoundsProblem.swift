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
    private var pairs: [DayCost?]

    package var stopCount: Int { venues.count }
    func between(_ a: Int, _ b: Int) -> Leg { betweenLegs[a * stopCount + b] }
    package func single(_ stop: Int) -> DayCost? { singles[stop] }
    package func fullDay(_ stop: Int) -> DayCost? { fullDays[stop] }
    /// A day with both stops, in whichever order; travel is symmetric.
    package func pair(_ a: Int, _ b: Int) -> DayCost? { pairs[a * stopCount + b] }

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
        let territory = Set(service.communes)
        let communeOf = Dictionary(
            scenario.territory.communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        venues = scenario.territory.venues.filter { territory.contains($0.commune) && communeOf[$0.commune] != nil }
        guard !venues.isEmpty else { throw .noVenue(service: service.id) }
        let travel = BuiltInTravel(parameters.travel)
        let points = venues.map { travel.point(at: $0.position, in: communeOf[$0.commune]!) }
        guard let depot = scenario.depot(of: service), let depotCommune = communeOf[depot.commune] else {
            throw .noVenue(service: service.id)
        }
        let depotPoint = travel.point(at: depot.position, in: depotCommune)
        outward = points.map { travel.leg(from: depotPoint, to: $0) }
        homeward = points.map { travel.leg(from: $0, to: depotPoint) }
        betweenLegs = points.flatMap { from in points.map { travel.leg(from: from, to: $0) } }
        singles = []
        fullDays = []
        pairs = []
        demands = []
        demandsOfStop = []
        fillDemands(scenario, travel, communeOf)
        guard !demands.isEmpty else { throw .noEligibleCommune(service: service.id) }
        fillDays(parameters, crewSize: scenario.crew(of: service).count)
    }

    private mutating func fillDemands(_ scenario: Scenario, _ travel: BuiltInTravel, _ communeOf: [String: Commune]) {
        let parameters = scenario.parameters
        let needs = ServiceNeeds(service, in: scenario)
        let frequencies = cadences.map { parameters.frequency.benefit(visits: Double($0)) }
        demandsOfStop = Array(repeating: [], count: stopCount)
        for (commune, weight) in zip(needs.communes, needs.weights) where weight.points > .zero {
            var gains: [Gain] = []
            for stop in venues.indices {
                let leg = travel.familyLeg(from: commune, to: venues[stop], in: communeOf[venues[stop].commune]!)
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
        for a in venues.indices {
            for b in venues.indices where a < b {
                let ways = [driving(morning: a, afternoon: b), driving(morning: b, afternoon: a)]
                guard let way = ways.first(where: clock.canBePair) else { continue }
                let metres = (outward[a].distance + between(a, b).distance + homeward[b].distance).count
                let day = cost(metres: metres, work: clock.work(way, sessions: 2))
                pairs[a * stopCount + b] = day
                pairs[b * stopCount + a] = day
            }
        }
    }
}
