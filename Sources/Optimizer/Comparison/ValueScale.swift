import GeoModel
import PlanningModel

/// What the value of a service's plan is made of besides the plan. Values worked out on the same scale compare; what a
/// scenario may or must do (vans, crews, hours, rules, budgets, floors, pins, venues) is no part of it.
public struct ValueScale: Hashable, Sendable {
    /// What may differ, in the order in which reports name it.
    public enum Part: CaseIterable, Hashable, Sendable {
        /// Which communes count.
        case communes
        /// How much they count.
        case needs
        /// What more visits are worth.
        case frequency
        /// What being near is worth.
        case access
        /// How long ways are.
        case travel
        /// Prices of what a plan costs.
        case prices
    }

    private let points: [String: MilliPoints]
    private let frequency: FrequencyShape
    private let access: AccessParameters
    private let travel: TravelScale
    private let prices: PriceScale
    private let cycleWeeks: Int
    /// How far the costs of days, each rounded, may carry a value off: half a thousandth for each day of a cycle.
    private let mostRounding: MilliPoints

    public init(_ needs: ServiceNeeds, in scenario: Scenario) {
        points = Dictionary(
            needs.counted.map { ($0.commune, $0.points) }, uniquingKeysWith: { first, _ in first })
        frequency = scenario.parameters.frequency
        access = scenario.parameters.access
        travel = TravelScale(needs, in: scenario)
        prices = PriceScale(scenario)
        let parameters = scenario.parameters
        cycleWeeks = parameters.cycleWeeks
        let days = needs.service.teams.count * parameters.weekdays.count * cycleWeeks
        mostRounding = parameters.pricePerEuro > 0 ? MilliPoints((days + 1) / 2) : .zero
    }

    /// How far values of the same rounds may stand apart by rounding alone: costs are rounded once a day and cycle, so the
    /// same rounds in cycles of another length cost a little more or less.
    public func rounding(beside other: ValueScale) -> MilliPoints {
        cycleWeeks == other.cycleWeeks ? .zero : mostRounding + other.mostRounding
    }

    /// What the two are not alike in; none where values compare.
    public func differences(from other: ValueScale) -> [Part] {
        let parts: [(Part, Bool)] = [
            (.communes, points.keys == other.points.keys), (.needs, sharedPoints(other)),
            (.frequency, frequency == other.frequency), (.access, access == other.access),
            (.travel, travel.agrees(with: other.travel)), (.prices, prices.agrees(with: other.prices)),
        ]
        return parts.filter { !$0.1 }.map(\.0)
    }

    /// Where the communes differ the points do too, since they are shares: said once.
    private func sharedPoints(_ other: ValueScale) -> Bool {
        points.keys != other.points.keys || points == other.points
    }
}

/// How long ways are. Depots and venues that only one scenario has are choices, and leave it alone.
private struct TravelScale: Hashable, Sendable {
    /// What a family's way starts from.
    private struct Ground: Hashable, Sendable {
        var centre: Position
        var area: Double
        var isUrban: Bool
    }

    private let parameters: TravelParameters
    private let grounds: [String: Ground]
    private let matrix: TravelMatrix?

    init(_ needs: ServiceNeeds, in scenario: Scenario) {
        let travel = scenario.parameters.travel
        parameters = travel
        grounds = Dictionary(
            needs.communes.map { commune in
                (
                    commune.code,
                    Ground(
                        centre: commune.centre, area: commune.areaKm2,
                        isUrban: travel.isUrban(commune))
                )
            }, uniquingKeysWith: { first, _ in first })
        matrix = scenario.travelMatrix
    }

    func agrees(with other: TravelScale) -> Bool {
        guard parameters == other.parameters, Self.agree(grounds, other.grounds) else { return false }
        guard let matrix, let their = other.matrix else { return matrix == other.matrix }
        // A matrix holds only what its own services need.
        let shared = matrix.nodes.filter(their.contains)
        return shared.allSatisfy { from in
            shared.allSatisfy { to in
                guard let leg = matrix[from, to], let theirs = their[from, to] else { return true }
                return leg == theirs
            }
        }
    }

    /// Where both know something it is the same.
    static func agree<Value: Equatable>(_ a: [String: Value], _ b: [String: Value]) -> Bool {
        a.allSatisfy { key, value in b[key].map { $0 == value } ?? true }
    }
}

/// What a plan pays for, in points. What has no price is left out, so that it may differ.
private struct PriceScale: Hashable, Sendable {
    private var pricePerEuro: Double
    /// `nil` where a euro has no price.
    private var running: RunningCost?
    private var visitBesideSocialCentre: Double
    private var socialCentres: [String: Bool] = [:]
    private var stopWithoutPartner: Double
    private var partners: [String: Bool] = [:]
    private var kilometreToServices: Double
    private var metresToServices: [String: Int] = [:]
    /// Price of a minute and threshold; `nil` where overtime is not allowed.
    private var overtime: [Double]?
    private var span: [Double]

    init(_ scenario: Scenario) {
        let parameters = scenario.parameters
        let territory = scenario.territory
        pricePerEuro = max(0, parameters.pricePerEuro)
        running = pricePerEuro > 0 ? RunningCost(parameters) : nil
        visitBesideSocialCentre = parameters.priceOfVisitBesideSocialCentre
        if visitBesideSocialCentre > 0 {
            let centres = SocialCentres(territory)
            for commune in territory.communes {
                socialCentres[commune.code] = centres.presence(in: commune) == .present
            }
        }
        stopWithoutPartner = parameters.priceOfStopWithoutPartner
        if stopWithoutPartner > 0 {
            let partnered = Set(territory.partners.map(\.commune))
            for commune in territory.communes { partners[commune.code] = partnered.contains(commune.code) }
        }
        kilometreToServices = parameters.priceOfKilometreToServices
        if kilometreToServices > 0 {
            let services = FamilyServices(territory)
            for venue in territory.venues { metresToServices[venue.id] = services.nearest(to: venue.position)?.metres }
        }
        if parameters.overtime == .yes {
            let price = parameters.priceOfOvertimeHour
            overtime = price > 0 ? [Self.minute(price, parameters), Double(parameters.referenceWeek.count)] : [0]
        }
        let price = parameters.priceOfSpanHour
        span = price > 0 ? [Self.minute(price, parameters), Double(parameters.spanReported.count)] : []
    }

    /// Thousandths for a minute in 4 weeks, of a price for an hour, as it is counted: rounded for each cycle.
    private static func minute(_ hourly: Double, _ parameters: Parameters) -> Double {
        let cycles = Double(parameters.cyclesInFourWeeks)
        return (1000 * hourly / 60 * cycles).rounded() / cycles
    }

    func agrees(with other: PriceScale) -> Bool {
        pricePerEuro == other.pricePerEuro && running == other.running && span == other.span
            && visitBesideSocialCentre == other.visitBesideSocialCentre
            && stopWithoutPartner == other.stopWithoutPartner && kilometreToServices == other.kilometreToServices
            && TravelScale.agree(socialCentres, other.socialCentres)
            && TravelScale.agree(partners, other.partners)
            && TravelScale.agree(metresToServices, other.metresToServices)
            && (overtime == nil || other.overtime == nil || overtime == other.overtime)
    }
}
