/// Whose need a service answers.
public enum NeedVolume: String, Hashable, Sendable, Codable {
    /// Families with children; households stand in, flagged, where families are not given.
    case families = "familles"
    /// Births.
    case births = "naissances"
}

/// Why a commune weighs what it weighs.
public enum Eligibility: String, Hashable, Sendable, Codable {
    case isolated = "isolee"
    case forcedIn = "forcee"
    /// Too dense to be a target: weighs nothing, shown as "hors cible".
    case tooDense = "hors_cible"
    case forcedOut = "exclue"
    /// Density or volume unknown: weighs nothing, and is said.
    case unknown = "inconnue"

    public var counts: Bool { self == .isolated || self == .forcedIn }
}

public struct NeedParameters: Hashable, Sendable {
    /// A commune is isolated below this density, inhabitants per km².
    public var maximumDensity = 300.0
    /// Factor of the weight where there is no centre social.
    public var noSocialCentrePriority = 1.5
    /// Births below which a commune's figure is mixed with the rate of its EPCI.
    public var smallBirths = 20.0

    public init() {}
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
    public var points: MilliPoints
}

/// Shares 1,000 points times the service's own factor among the eligible communes,
/// by `volume × (0.5 + intensity) × priority`.
public struct NeedWeights: Hashable, Sendable {
    public var weights: [NeedWeight]

    public init(
        communes: [Commune], score: NeedScore, volume: NeedVolume, factor: Double, parameters: NeedParameters,
        forcedIn: Set<String> = [], forcedOut: Set<String> = []
    ) {
        let volumes = communes.map { Self.volume(volume, of: $0, among: communes, parameters) }
        let raw = communes.indices.map { index -> Double in
            let commune = communes[index]
            guard Self.eligibility(commune, volumes[index].value, parameters, forcedIn, forcedOut).counts else {
                return 0
            }
            let priority = commune.socialCentre == .absent ? parameters.noSocialCentrePriority : 1
            return (volumes[index].value ?? 0) * (0.5 + score.intensities[index].value) * priority
        }
        let total = raw.reduce(0, +)
        weights = communes.indices.map { index in
            NeedWeight(
                commune: communes[index].code,
                eligibility: Self.eligibility(
                    communes[index], volumes[index].value, parameters, forcedIn, forcedOut),
                volume: volumes[index].value, smoothed: volumes[index].smoothed,
                intensity: score.intensities[index].value,
                points: total > 0 ? MilliPoints(points: 1000 * factor * raw[index] / total) : .zero)
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

    /// Few births are an accident as much as a rate: below `smallBirths`, `k` births are weighed `k / smallBirths`
    /// against the births expected from the commune's households at its EPCI's rate.
    static func volume(
        _ volume: NeedVolume, of commune: Commune, among communes: [Commune], _ parameters: NeedParameters
    ) -> (value: Double?, smoothed: Bool) {
        switch volume {
        case .families: return (commune.households.map(Double.init), false)
        case .births:
            guard let births = commune.births.map(Double.init) else { return (nil, false) }
            guard births < parameters.smallBirths, let households = commune.households else { return (births, false) }
            let group = communes.filter { $0.epci == commune.epci && $0.births != nil && $0.households != nil }
            let groupHouseholds = group.reduce(0) { $0 + ($1.households ?? 0) }
            guard groupHouseholds > 0 else { return (births, false) }
            let rate = Double(group.reduce(0) { $0 + ($1.births ?? 0) }) / Double(groupHouseholds)
            let own = births / parameters.smallBirths
            return (own * births + (1 - own) * rate * Double(households), true)
        }
    }
}
