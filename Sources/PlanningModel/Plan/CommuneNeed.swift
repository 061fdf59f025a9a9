import GeoModel

/// What a commune of positive weight brings to the objective of its service. With these and `Credit`, other programs can
/// work out a plan's value without working out the needs.
public struct CommuneNeed: Hashable, Sendable, Codable {
    public var commune: String
    /// The weight W of the commune.
    public var points: MilliPoints
    /// Families, households or births.
    public var volume: Double
    /// 0 to 1.
    public var intensity: Double

    public init(commune: String, points: MilliPoints, volume: Double, intensity: Double) {
        self.commune = commune
        self.points = points
        self.volume = volume
        self.intensity = intensity
    }
}

extension ServiceNeeds {
    /// The communes of positive weight, in the order of their codes.
    public var counted: [CommuneNeed] {
        weights.filter { $0.points > .zero }
            .map {
                CommuneNeed(commune: $0.commune, points: $0.points, volume: $0.volume ?? 0, intensity: $0.intensity)
            }
            .sorted { $0.commune < $1.commune }
    }
}
