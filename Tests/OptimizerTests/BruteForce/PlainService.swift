import DrawnTerritories
import Foundation
import GeoModel
import PlanningModel

/// All the figures of the one service of a small scenario, worked out from the field guide and the contract.
struct PlainService {
    struct Crew {
        var team: Team
        var persons: Int
        /// Minutes a week of each person by contract and reference (R22).
        var limits: [Int]
        /// Metres from the depot to each venue, and from each venue back.
        var out: [Int]
        var home: [Int]
        var hours: PlainHours
    }

    /// A commune of positive weight.
    struct Target {
        var commune: Commune
        var weight: Int
        /// By venue and way to serve it: thousandths of a point.
        var gains: [[Int]]
    }

    let scenario: Scenario
    let service: Service
    let parameters: Parameters
    let venues: [Place]
    let crews: [Crew]
    let targets: [Target]
    let items: [PlainItem]
    let itemNumber: [[Int]: Int]
    let metres: [[Int]]
    /// Thousandths of a point for each visit in 4 weeks, and once for each stop, by venue (R10, R12 and R14).
    let pricePerVisit: [Int]
    let pricePerStop: [Int]
    /// Thousandths of a point for each minute and person above the limit (R22).
    let pricePerMinute: Int
    let ways: KnownRoads
    let roads: PlainRoads

    /// Ways to serve a stop that differ in what they are worth: `2 · index of the visits + (short tour ? 1 : 0)`.
    static let visits = [8, 4, 2, 1]
    static func benefit(_ visits: Int, isShort: Bool) -> Int {
        2 * Self.visits.firstIndex(of: visits)! + (isShort ? 1 : 0)
    }

    init(_ scenario: Scenario) {
        let service = scenario.services[0]
        let parameters = scenario.parameters
        let communes = Dictionary(uniqueKeysWithValues: scenario.territory.communes.map { ($0.code, $0) })
        let venues = scenario.territory.venues.filter { service.communes.contains($0.commune) }
        let roads = PlainRoads(parameters: parameters)
        let ways = KnownRoads(scenario, roads, communes)
        let items = Self.items(venues.count, parameters)
        let doors = PlainDoors(scenario, venues)
        let between = venues.map { from in venues.map { ways.way(from, $0) } }
        crews = service.teams.map { team in
            let depot = scenario.territory.depots.first { $0.id == team.depot }!
            let out = venues.map { ways.way(depot, $0) }
            let home = venues.map { ways.way($0, depot) }
            let staff = scenario.staff.filter { $0.crew == team.crew }
            return Crew(
                team: team, persons: staff.count,
                limits: staff.map { min(parameters.referenceWeek.count, $0.weeklyHours.count) },
                out: out.map(\.metres), home: home.map(\.metres),
                hours: PlainHours(
                    parameters: parameters, items: items, out: out.map { PlainRoads.minutesUp($0.seconds) },
                    home: home.map { PlainRoads.minutesUp($0.seconds) },
                    between: between.map { $0.map { PlainRoads.minutesUp($0.seconds) } }, doors: doors,
                    isPartTime: staff.contains { $0.weeklyHours.count < 35 * 60 }))
        }
        let short = min(1, Double(parameters.shortStopLength.count) / 180)
        targets = PlainWeights(scenario, service).byCommune.filter { $0.weight > 0 }.map { commune, weight in
            let gains = venues.map { venue in
                let access = roads.access(ways.family(of: commune, to: venue))
                return Self.visits.flatMap { visits in
                    [1, short].map { credit in
                        Int((Double(weight) * access * roads.frequency(min(4, visits)) * credit).rounded())
                    }
                }
            }
            return Target(commune: commune, weight: weight, gains: gains)
        }
        metres = between.map { $0.map(\.metres) }
        let beside = Int((1000 * parameters.priceOfVisitBesideSocialCentre).rounded())
        pricePerVisit = venues.map { venue in
            Self.hasSocialCentre(communes[venue.commune]!, scenario.territory) ? beside : 0
        }
        let alone = Int((1000 * parameters.priceOfStopWithoutPartner).rounded())
        pricePerStop = venues.map { venue in
            (scenario.territory.partners.contains { $0.commune == venue.commune } ? 0 : alone)
                + Self.remoteness(of: venue, scenario.territory, parameters.priceOfKilometreToServices)
        }
        pricePerMinute =
            parameters.overtime == .no
            ? 0 : Int((1000 * parameters.priceOfOvertimeHour / 60 * Double(4 / parameters.cycleWeeks)).rounded())
        self.scenario = scenario
        self.service = service
        self.parameters = parameters
        self.venues = venues
        self.items = items
        itemNumber = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1.venues, $0) })
        self.ways = ways
        self.roads = roads
    }

    private static func hasSocialCentre(_ commune: Commune, _ territory: Territory) -> Bool {
        switch commune.socialCentre {
        case .present: true
        case .absent: false
        case .unknown: territory.facilities.contains { $0.kind == .socialCentre && $0.commune == commune.code }
        }
    }

    /// Thousandths of a point for the way to the nearest fixed school, nursery, RPE or France services.
    private static func remoteness(of venue: Place, _ territory: Territory, _ price: Double) -> Int {
        let wanted: [FacilityKind] = [.school, .nursery, .rpe, .leisureCentre, .franceServices]
        let metres = territory.facilities.filter { wanted.contains($0.kind) && $0.itinerant != .present }
            .map { facility in
                let there = facility.position ?? territory.communes.first { $0.code == facility.commune }!.centre
                return PlainRoads.greatCircle(venue.position, there).rounded()
            }
        return metres.min().map { Int((price * $0).rounded()) } ?? 0
    }

    private static func items(_ count: Int, _ parameters: Parameters) -> [PlainItem] {
        let sessions = (0..<count).map { PlainItem(venues: [$0]) }
        guard parameters.shortStops == .yes else { return sessions }
        var tours: [[Int]] = []
        func extend(_ tour: [Int]) {
            if tour.count > 1 { tours.append(tour) }
            guard tour.count < parameters.shortStopsPerHalfDay else { return }
            for venue in 0..<count where !tour.contains(venue) { extend(tour + [venue]) }
        }
        extend([])
        return sessions + tours.map { PlainItem(venues: $0) }
    }

    /// Metres of a day; −1 stands for nothing in that half.
    func driven(_ crew: Int, _ morning: Int, _ afternoon: Int) -> Int {
        var day: [Int] = morning < 0 ? [] : items[morning].venues
        if afternoon >= 0 && afternoon != morning { day += items[afternoon].venues }
        return zip(day, day.dropFirst()).reduce(crews[crew].out[day.first!] + crews[crew].home[day.last!]) {
            $0 + metres[$1.0][$1.1]
        }
    }

    /// Euros of a day as the plan counts them.
    func euros(_ crew: Int, metres: Int, work: Int) -> Double {
        var euros = Double(metres) / 1000 * parameters.costPerKilometre
        if parameters.wages == .variable {
            euros += Double(work) / 60 * parameters.costPerHour * Double(crews[crew].persons)
        }
        return euros
    }

    /// Thousandths of a point for a day's minutes above the reported span, each person of the crew (R26).
    func spanPrice(_ crew: Int, _ departure: Int, _ arrival: Int) -> Int {
        let minute = (1000 * parameters.priceOfSpanHour / 60 * Double(4 / parameters.cycleWeeks)).rounded()
        return max(0, arrival - departure - parameters.spanReported.count) * crews[crew].persons * Int(minute)
    }

    /// In this order of factors: a half of a thousandth is rounded as the plan and its check round it.
    func cost(euros: Double) -> Int {
        Int((euros * parameters.pricePerEuro * Double(4 / parameters.cycleWeeks) * 1000).rounded())
    }
}
