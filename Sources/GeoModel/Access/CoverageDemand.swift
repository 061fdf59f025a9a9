/// A commune as a coverage counts it.
public struct CoverageDemand: Hashable, Sendable {
    public var commune: Commune
    /// Inhabitants, families, births or points of need: whatever the coverage is a share of.
    public var weight: Double
    /// Intensity of need, 0 to 1: fixed before any plan, so that "those in greatest need" are the same for all.
    public var intensity: Double

    public init(commune: Commune, weight: Double, intensity: Double) {
        self.commune = commune
        self.weight = weight
        self.intensity = intensity
    }
}

/// A stop of a plan, or a facility that is always there.
public struct CoveragePlace: Hashable, Sendable {
    public var id: String
    public var name: String
    /// Insee code of the commune it lies in.
    public var commune: String
    public var position: Position
    /// Visits in 4 weeks; `nil` for a facility, whose benefit is whole.
    public var visits: Double?
    /// Hours open in 4 weeks; `nil` where unknown.
    public var openHours: Double?

    public init(
        id: String, name: String, commune: String, position: Position, visits: Double? = nil, openHours: Double? = nil
    ) {
        self.id = id
        self.name = name
        self.commune = commune
        self.position = position
        self.visits = visits
        self.openHours = openHours
    }
}

/// What a coverage depends on besides places and people.
public struct CoverageParameters: Hashable, Sendable {
    public var access = AccessParameters()
    public var frequency = FrequencyShape.exponential
    public var zones = CatchmentZone.luoQi
    /// Last minute of the travel-time curve.
    public var curveMinutes = 60

    public init() {}
}
