/// What a set of places brings to the communes: the best single stop of each, travel, equity.
public struct Coverage: Sendable {
    /// In the order of the demand.
    public var communes: [CommuneCoverage]
    public var places: [CoveragePlace]
    public var catchmentSupply: CatchmentSupply
    private let curveMinutes: Int

    /// What the two-step catchment counts: hours where all are known, else one for each place.
    public enum CatchmentSupply: Hashable, Sendable {
        case hours
        case places
    }

    /// - Parameter leg: what a family of a commune travels to a place; `nil` where no way is known: the place is then
    ///   out of its reach.
    public init(
        _ demand: [CoverageDemand], places: [CoveragePlace], _ parameters: CoverageParameters,
        leg: (Commune, CoveragePlace) -> Leg?
    ) {
        self.places = places
        let benefits = places.map { $0.visits.map(parameters.frequency.benefit(visits:)) ?? 1 }
        let reach = parameters.zones.map(\.upTo).max() ?? 0
        var near: [[(place: Int, minutes: Double)]] = []
        communes = demand.map { entry in
            var best: CoverageReach?
            var nearest: CoverageReach?
            var own: [(place: Int, minutes: Double)] = []
            for (index, place) in places.enumerated() {
                guard let leg = leg(entry.commune, place) else { continue }
                let access = parameters.access.access(by: leg)
                let reached = CoverageReach(
                    place: index, travel: leg.duration, access: access, benefit: access * benefits[index])
                if nearest.map({ leg.duration < $0.travel }) ?? true { nearest = reached }
                if best.map({ reached.isBetter(than: $0) }) ?? true { best = reached }
                let minutes = Double(leg.duration.count) / 60
                if minutes <= reach { own.append((index, minutes)) }
            }
            near.append(own)
            return CommuneCoverage(demand: entry, best: best, nearest: nearest, offer: 0)
        }
        curveMinutes = parameters.curveMinutes
        let hours = places.compactMap(\.openHours)
        catchmentSupply = hours.count == places.count ? .hours : .places
        let supply = hours.count == places.count ? hours : places.map { _ in 1 }
        let catchment = FloatingCatchment(
            demand: demand.map(\.weight), supply: supply, minutes: near, zones: parameters.zones)
        for index in communes.indices { communes[index].offer = catchment.offers[index] }
    }

    /// Weight, volume and benefit of each commune, for Gini, Lorenz curve and worst-off fifths.
    public var spread: BenefitSpread {
        BenefitSpread(
            communes.map {
                BenefitSpread.Share(
                    commune: $0.demand.commune.code, weight: $0.demand.weight, volume: $0.demand.weight,
                    intensity: $0.demand.intensity, benefit: $0.benefit)
            })
    }

    public var total: CoverageMeans { CoverageMeans(communes, curveMinutes: curveMinutes) }
    public var curve: TravelCurve { total.curve }

    /// Means of the communes of each EPCI, in the order of its code.
    public var byEpci: [(epci: String, means: CoverageMeans)] {
        Dictionary(grouping: communes, by: \.demand.commune.epci).sorted { $0.key < $1.key }
            .map { ($0.key, CoverageMeans($0.value, curveMinutes: curveMinutes)) }
    }
}

/// One commune and the places within its reach.
public struct CommuneCoverage: Hashable, Sendable {
    public var demand: CoverageDemand
    /// The single place that brings most; of equals the nearer. `nil` where there is no place at all.
    public var best: CoverageReach?
    /// The nearest in time.
    public var nearest: CoverageReach?
    /// Two-step catchment: supply for each unit of weight.
    public var offer: Double

    public var benefit: Double { best?.benefit ?? 0 }
}

/// A place as a commune reaches it.
public struct CoverageReach: Hashable, Sendable {
    /// Index among the places.
    public var place: Int
    public var travel: Seconds
    /// `a`, 0 to 1.
    public var access: Double
    /// `a · b(n)`, 0 to 1.
    public var benefit: Double

    public init(place: Int, travel: Seconds, access: Double, benefit: Double) {
        self.place = place
        self.travel = travel
        self.access = access
        self.benefit = benefit
    }

    public var minutes: Double { Double(travel.count) / 60 }

    func isBetter(than other: Self) -> Bool { (benefit, other.travel) > (other.benefit, travel) }
}

/// Weighted means over some communes.
public struct CoverageMeans: Hashable, Sendable {
    public var communes: Int
    public var weight: Double
    /// Share of the weight with any benefit.
    public var reached: Double
    /// Mean benefit, 0 to 1.
    public var benefit: Double
    /// Mean minutes to the nearest place; `nil` where there is none.
    public var minutes: Double?
    /// Two-step catchment: supply for each unit of weight.
    public var offer: Double
    /// Share of the weight within t minutes of a place.
    public var curve: TravelCurve

    /// Weights that add up to 0 give 0, and no minutes.
    ///
    /// - Parameter curveMinutes: last minute of the curve.
    public init(_ communes: [CommuneCoverage], curveMinutes: Int) {
        curve = TravelCurve(communes.map { ($0.demand.weight, $0.nearest?.travel) }, minutes: curveMinutes)
        self.communes = communes.count
        let weight = communes.reduce(0) { $0 + $1.demand.weight }
        func mean(_ figure: (CommuneCoverage) -> Double) -> Double {
            weight > 0 ? communes.reduce(0) { $0 + $1.demand.weight * figure($1) } / weight : 0
        }
        self.weight = weight
        reached = mean { $0.benefit > 0 ? 1 : 0 }
        benefit = mean(\.benefit)
        let isServed = communes.allSatisfy { $0.nearest != nil }
        minutes = isServed && weight > 0 ? mean { $0.nearest?.minutes ?? 0 } : nil
        offer = mean(\.offer)
    }
}
