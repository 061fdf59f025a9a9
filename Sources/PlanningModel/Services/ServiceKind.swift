import GeoModel

/// Kinds of itinerant service planned by rounds.
public enum ServiceKind: Hashable, Sendable, Codable, CaseIterable {
    case parentingResource
    case firstThousandDays

    public var volume: NeedVolume { self == .parentingResource ? .families : .births }
}
