/// Whose need a service answers.
public enum NeedVolume: Hashable, Sendable {
    /// Families with children; households stand in, flagged, where families are not given.
    case families
    /// Births.
    case births
}

/// What was counted in the end.
public enum NeedMeasure: CaseIterable, Hashable, Sendable, Codable {
    case families
    /// In place of families, which are not given for all communes of the service.
    case households
    case births
}

/// Why a commune weighs what it weighs.
public enum Eligibility: CaseIterable, Hashable, Sendable {
    case isolated
    case forcedIn
    /// Too dense to be a target: weighs nothing, shown as "hors cible".
    case tooDense
    case forcedOut
    /// Density or volume unknown: weighs nothing, and is said.
    case unknown

    public var counts: Bool { self == .isolated || self == .forcedIn }
}

/// The weight of one commune in the objective of one service.
public struct NeedWeight: Hashable, Sendable {
    public var commune: String
    public var eligibility: Eligibility
    /// Families, households or births; `nil` where not known.
    public var volume: Double?
    /// Births were mixed with the rate of the EPCI because they are few.
    public var smoothed: Bool
    public var intensity: Double
    public var socialCentre: Presence
    /// Volume × priority: what 0.5 + intensity is multiplied by. 0 where the commune does not count.
    public var base: Double
    public var points: MilliPoints
}

/// Shares 1,000 points times the service's own factor among the eligible communes,
/// by `volume × (0.5 + intensity) × priority`.
public struct NeedWeights: Hashable, Sendable {
    /// In the order of the communes given.
    public var weights: [NeedWeight]
    public var measure: NeedMeasure
    /// Communes whose families with children are given.
    public var familiesGiven: Int

    public init(
        communes: [Commune], score: NeedScore, volume: NeedVolume, factor: Double, parameters: NeedParameters,
        socialCentres: SocialCentres, forcedIn: Set<String> = [], forcedOut: Set<String> = []
    ) {
        familiesGiven = communes.count { $0.families != nil }
        let measure: NeedMeasure =
            switch volume {
            case .births: .births
            case .families: familiesGiven == communes.count ? .families : .households
            }
        self.measure = measure
        let smoothing = BirthSmoothing(communes, smallBirths: parameters.smallBirths)
        weights = communes.indices.map { index in
            let commune = communes[index]
            let counted: (value: Double?, smoothed: Bool) =
                switch measure {
                case .families: (commune.families.map(Double.init), false)
                case .households: (commune.households.map(Double.init), false)
                case .births: smoothing.births(of: commune)
                }
            let eligibility = Self.eligibility(commune, counted.value, parameters, forcedIn, forcedOut)
            let presence = socialCentres.presence(in: commune)
            let priority = presence == .absent ? parameters.noSocialCentrePriority : 1
            return NeedWeight(
                commune: commune.code, eligibility: eligibility, volume: counted.value, smoothed: counted.smoothed,
                intensity: score.intensities[index].value, socialCentre: presence,
                base: eligibility.counts ? (counted.value ?? 0) * priority : 0, points: .zero)
        }
        let raw = weights.map { $0.base * (0.5 + $0.intensity) }
        let total = raw.reduce(0, +)
        guard total > 0 else { return }
        for index in weights.indices {
            weights[index].points = MilliPoints(points: 1000 * factor * raw[index] / total)
        }
    }

    static func eligibility(
        _ commune: Commune, _ volume: Double?, _ parameters: NeedParameters, _ forcedIn: Set<String>,
        _ forcedOut: Set<String>
    ) -> Eligibility {
        if forcedOut.contains(commune.code) { return .forcedOut }
        guard volume != nil else { return .unknown }
        if forcedIn.contains(commune.code) { return .forcedIn }
        guard let density = commune.density else { return .unknown }
        return density < parameters.maximumDensity ? .isolated : .tooDense
    }
}

/// Few births are an accident as much as a rate: below `smallBirths`, `k` births are weighed `k / smallBirths`
/// against the births expected from the commune's households at its EPCI's rate.
struct BirthSmoothing {
    private var birthsByEpci: [String: Int] = [:]
    private var householdsByEpci: [String: Int] = [:]
    private let smallBirths: Double

    init(_ communes: [Commune], smallBirths: Double) {
        self.smallBirths = smallBirths
        for commune in communes {
            guard let births = commune.births, let households = commune.households else { continue }
            birthsByEpci[commune.epci, default: 0] += births
            householdsByEpci[commune.epci, default: 0] += households
        }
    }

    func births(of commune: Commune) -> (value: Double?, smoothed: Bool) {
        guard let births = commune.births.map(Double.init) else { return (nil, false) }
        guard births < smallBirths, let households = commune.households,
            let groupBirths = birthsByEpci[commune.epci], let groupHouseholds = householdsByEpci[commune.epci],
            groupHouseholds > 0
        else { return (births, false) }
        let rate = Double(groupBirths) / Double(groupHouseholds)
        let own = births / smallBirths
        return (own * births + (1 - own) * rate * Double(households), true)
    }
}
