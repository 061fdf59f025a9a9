import GeoModel
import PlanningModel

/// What a commune gains from an offer, in thousandths of a point.
package struct Gain: Hashable, Sendable {
    /// A stop in one form at one cadence: stop × form × cadence.
    package var offer: Int
    package var points: Int

    package init(offer: Int, points: Int) {
        self.offer = offer
        self.points = points
    }
}

/// A commune that counts, with everything any stop can do for it.
package struct Demand: Sendable {
    var commune: String
    var epci: String
    /// All it could gain: its weight, thousandths of a point.
    package var weight: Int
    var volume: Double
    var intensity: Double
    /// Highest gain first.
    package var gains: [Gain]
    package var best: Int { gains.first?.points ?? 0 }
}

/// The planning problem of one service in plain numbers: stops, segments, demands, blocks, days and week patterns.
///
/// Weeks that repeat are folded: with cadences 4 and 2 a cycle of 4 weeks is twice the same 2 weeks. A stop that may be
/// visited twice a week has a *twin*: a second stop at the same venue, weekly, which no demand gains from.
package struct RoundsProblem: Sendable {
    var service: Service
    var parameters: Parameters
    var model: RoundsModel
    package var weekdays: [Weekday]
    /// Venue of each stop: those that may be stops, in the order of their identifiers, then the twins.
    var venues: [Place]
    /// For a twin, the stop it goes with.
    var twinOf: [Int?]
    var rules: [StopRule]
    package var segments: [Segment]
    /// 1, or 2 with short tours: sessions and full days first, short stops second.
    package var formCount: Int
    /// Visits in 4 weeks, most first; the index is the level in `tree`.
    package var cadences: [Int]
    package var tree: PatternTree
    /// How often the folded weeks repeat in the cycle.
    var repeats: Int
    /// Of every commune of the service, whether a stop can do something for it or not.
    var needs: ServiceNeeds
    package var demands: [Demand]
    /// For each stop, the demands it can do something for, with thousandths by form × cadence.
    var demandsOfStop: [[(demand: Int, points: [Int])]]
    /// Prices of soft rules, thousandths, by offer.
    package var offerCost: [Int]
    package var kinds: [TeamKind]
    var classes: [WeekdayClass]
    package var blocks: [Block]
    /// By class, then segment.
    var starts: [[SegmentStarts]]
    var tables: [DayTable]
    /// By driving table, then stop.
    var outward: [[Leg]]
    var homeward: [[Leg]]
    private(set) var betweenLegs: [Leg]
    /// Sets of stops of which one must be taken.
    var requiredSets: [[Int]]
    /// Whether teams and weekdays that are alike are not aggregated: each then has a block of its own.
    package var isDisaggregated: Bool
    /// By block × segment: nodes that dates bar to a stop of it on the weekdays of the block, as bits; empty where dates bar
    /// nothing.
    var barredNodes: [[UInt32]]
    /// Offers of a segment at a level, by segment × cadence.
    private(set) var segmentOffers: [[Int]]

    package var stopCount: Int { venues.count }
    package var offerCount: Int { stopCount * formCount * cadences.count }
    package func offer(_ stop: Int, form: Int = 0, level: Int) -> Int {
        (stop * formCount + form) * cadences.count + level
    }
    func stop(ofOffer offer: Int) -> Int { offer / (formCount * cadences.count) }
    func level(ofOffer offer: Int) -> Int { offer % cadences.count }
    package func offers(of segment: Int, level: Int) -> [Int] { segmentOffers[segment * cadences.count + level] }
    func between(_ a: Int, _ b: Int) -> Leg { betweenLegs[a * stopCount + b] }
    /// Seconds from one stop to another and back.
    func thereAndBack(_ a: Int, _ b: Int) -> Int { (between(a, b).duration + between(b, a).duration).count }
    package func days(_ block: Int) -> DayTableView { DayTableView(table: tables[blocks[block].table]) }
    func table(_ block: Int) -> DayTable { tables[blocks[block].table] }
    func overlap(_ a: Int, _ b: Int) -> Bool {
        segments[a].stops.contains { first in
            segments[b].stops.contains { $0 == first || twinOf[$0] == first || twinOf[first] == $0 }
        }
    }

    /// R01 in each folded week: what the one of its weeks asks for that asks for most.
    package let minimumHalfDays: [Int]
    var opensAtLeast: Int { minimumHalfDays.max() ?? 0 }
    /// Limit on the work of a team in the folded weeks together.
    package var foldedWork: Int? { model.cycleWork.map { $0.count / repeats } }
    /// Limit on the work of one team of a kind in a week.
    package func weekWork(_ kind: Int) -> Int? { model.weekWork(team: kinds[kind].teams[0]) }
    /// The largest value any plan could have: all need reached at no cost.
    var mostValue: Int { demands.reduce(0) { $0 + $1.best } }

    func driving(_ table: Int, _ morning: Int, _ afternoon: Int?) -> DayClock.Driving {
        let first = segments[morning]
        let second = afternoon.map { segments[$0] }
        return .init(
            out: outward[table][first.first].duration.roundedUpToMinutes,
            between: second.map { between(first.last, $0.first).duration.roundedUpToMinutes },
            home: homeward[table][(second ?? first).last].duration.roundedUpToMinutes)
    }
}

/// Days of a block, for those outside the module.
package struct DayTableView {
    let table: DayTable
    package func single(_ segment: Int) -> DayCost? { table.single(segment) }
    package func fullDay(_ stop: Int) -> DayCost? { table.fullDay(stop) }
    package func pair(_ morning: Int, _ afternoon: Int) -> DayCost? { table.pair(morning, afternoon) }
    package func ordersDiffer(_ a: Int, _ b: Int) -> Bool { table.ordersDiffer(a, b) }
}

/// When a segment may start on the weekdays of a class.
struct SegmentStarts: Hashable, Sendable {
    var halves: StartTimes
    /// Starts of the morning and of the afternoon opening of a full day; empty where there is none.
    var fullDay: StartTimes
}

extension RoundsProblem {
    /// - Parameter disaggregated: each team and each weekday gets a block of its own, even where they are alike.
    package init(_ service: Service, in scenario: Scenario, disaggregated: Bool = false) throws(ModelRefusal) {
        let parameters = scenario.parameters
        let model = try RoundsModel.constrained(by: scenario, for: service)
        self.service = service
        self.parameters = parameters
        self.model = model
        needs = scenario.needs(of: service)
        isDisaggregated = disaggregated
        weekdays = parameters.weekdays
        cadences = model.cadences
        tree = PatternTree(
            weekCount: PatternTree.weekCount(cycleWeeks: parameters.cycleWeeks, cadences: cadences))
        repeats = parameters.cycleWeeks / tree.weekCount
        minimumHalfDays = parameters.minimumHalfDays(foldedInto: tree.weekCount)
        // Cadences are 4, 2, 1 from the first allowed down: the level of a cadence in the tree is its index.
        let places = scenario.venues(of: service)
        guard !places.isEmpty, service.teams.allSatisfy({ scenario.depot(of: $0) != nil }) else {
            throw .noVenue(service: service.id)
        }
        let serving = ServingDates(scenario)
        var own: [StopRule] = []
        for place in places {
            own.append(
                try StopRule(
                    place, of: service, in: scenario, serving, cadences: model.cadences, tree: tree, repeats: repeats))
        }
        let mayRepeat = parameters.twiceWeekly == .yes && model.cadences.first == 4
        let twins = own.indices.filter { mayRepeat && own[$0].mayBeTwice && !own[$0].isExcluded }
        for stop in own.indices where own[stop].mustBeTwice && !twins.contains(stop) { own[stop].isExcluded = true }
        venues = places + twins.map { places[$0] }
        twinOf = places.map { _ in nil } + twins.map { $0 }
        rules = own + twins.map { own[$0].forTwin }
        formCount = parameters.shortStops == .yes ? 2 : 1
        segments = []
        demands = []
        demandsOfStop = []
        offerCost = []
        kinds = []
        classes = []
        blocks = []
        starts = []
        tables = []
        outward = []
        homeward = []
        betweenLegs = []
        requiredSets = []
        segmentOffers = []
        barredNodes = []
        try fillWays(scenario)
        fillSegments()
        try fillDemands(scenario)
        guard !demands.isEmpty else { throw .noEligibleCommune(service: service.id) }
        fillPrices(scenario)
        fillBlocks(scenario)
        guard !blocks.isEmpty else { throw .noWeekday(service: service.id) }
        fillDays()
        for pin in service.pins where pin.served == true {
            requiredSets.append(places.indices.filter { pin.concerns(places[$0]) })
        }
    }

    private mutating func fillSegments() {
        segments = venues.indices.map { .session(at: $0, parameters) }
        let single = venues.indices.filter { twinOf[$0] == nil && !rules[$0].isExcluded }
        segments += Segment.shortTours(stops: single.count, parameters) { between(single[$0], single[$1]) }.map {
            tour in
            var tour = tour
            tour.stops = tour.stops.map { single[$0] }
            tour.metres = zip(tour.stops, tour.stops.dropFirst()).reduce(0) { $0 + between($1.0, $1.1).distance.count }
            return tour
        }.filter { tour in zip(1..., tour.stops).allSatisfy { place, stop in rules[stop].order ?? place == place } }
        segmentOffers = segments.flatMap { segment in
            cadences.indices.map { level in segment.stops.map { offer($0, form: segment.isShort ? 1 : 0, level: level) }
            }
        }
    }

    private mutating func fillWays(_ scenario: Scenario) throws(ModelRefusal) {
        let travel = scenario.travel
        let id = service.id
        func leg(_ from: Place, _ to: Place) throws(ModelRefusal) -> Leg {
            guard let leg = travel.leg(from: from, to: to) else {
                throw .noWay(service: id, from: travel.node(of: from), to: travel.node(of: to))
            }
            return leg
        }
        betweenLegs.reserveCapacity(stopCount * stopCount)
        for stop in venues {
            for other in venues { betweenLegs.append(try leg(stop, other)) }
        }
        // One driving table for each depot and size of crew, which the kinds of team tell one from another later.
        var known: [String: Int] = [:]
        for team in service.teams {
            guard let depot = scenario.depot(of: team), known[depot.id] == nil else { continue }
            known[depot.id] = outward.count
            var out: [Leg] = []
            var home: [Leg] = []
            for stop in venues {
                out.append(try leg(depot, stop))
                home.append(try leg(stop, depot))
            }
            outward.append(out)
            homeward.append(home)
        }
    }

    private mutating func fillDemands(_ scenario: Scenario) throws(ModelRefusal) {
        let travel = scenario.travel
        let frequencies = cadences.map { parameters.frequency.benefit(visits: Double($0)) }
        let short = min(1, Double(parameters.shortStopLength.count) / 180)
        let forms = formCount == 2 ? [1, short] : [1]
        demandsOfStop = Array(repeating: [], count: stopCount)
        for (commune, weight) in zip(needs.communes, needs.weights) where weight.points > .zero {
            var gains: [Gain] = []
            for stop in venues.indices where twinOf[stop] == nil {
                guard let leg = travel.familyLeg(from: commune, to: venues[stop]) else {
                    throw .noWay(service: service.id, from: commune.code, to: travel.node(of: venues[stop]))
                }
                let access = parameters.access.access(by: leg)
                let points = forms.flatMap { part in
                    frequencies.map { Int((Double(weight.points.count) * access * $0 * part).rounded()) }
                }
                guard points.contains(where: { $0 > 0 }) else { continue }
                demandsOfStop[stop].append((demands.count, points))
                let firstOffer = offer(stop, level: 0)
                gains += points.indices.map { Gain(offer: firstOffer + $0, points: points[$0]) }
                    .filter { $0.points > 0 }
            }
            gains.sort { ($1.points, $0.offer) < ($0.points, $1.offer) }
            demands.append(
                Demand(
                    commune: commune.code, epci: commune.epci, weight: weight.points.count, volume: weight.volume ?? 0,
                    intensity: weight.intensity, gains: gains))
        }
    }

    /// R10 for each visit beside a centre social, R12 for each stop without a partner, R14 for a stop far from services.
    private mutating func fillPrices(_ scenario: Scenario) {
        let centres = SocialCentres(scenario.territory)
        let partnered = Set(scenario.territory.partners.map(\.commune))
        let perVisit = Int((1000 * parameters.priceOfVisitBesideSocialCentre).rounded())
        let perStop = Int((1000 * parameters.priceOfStopWithoutPartner).rounded())
        let services = parameters.priceOfKilometreToServices > 0 ? FamilyServices(scenario.territory) : nil
        offerCost = Array(repeating: 0, count: offerCount)
        for stop in venues.indices {
            let commune = scenario.territory.commune(venues[stop].commune)
            let visit = commune.map { centres.presence(in: $0) == .present } == true ? perVisit : 0
            // A twin is the second visit of a stop that has paid already.
            let alone = twinOf[stop] == nil && !partnered.contains(venues[stop].commune) ? perStop : 0
            let metres = twinOf[stop] == nil ? services?.nearest(to: venues[stop].position)?.metres ?? 0 : 0
            let far = Int((parameters.priceOfKilometreToServices * Double(metres)).rounded())
            for form in 0..<formCount {
                for level in cadences.indices {
                    offerCost[offer(stop, form: form, level: level)] = visit * cadences[level] + alone + far
                }
            }
        }
    }
}

extension StopRule {
    /// The rule of a second visit in the week.
    fileprivate var forTwin: StopRule {
        var twin = self
        twin.allowsWeekday = allowsSecondWeekday
        twin.allowsLevel = allowsLevel.indices.map { $0 == 0 }
        twin.allowsNode = allowsNode.indices.map { $0 == 0 && allowsNode[0] }
        return twin
    }
}
