import GeoModel

/// Kinds of itinerant service planned by rounds.
public enum ServiceKind: String, Hashable, Sendable, Codable, CaseIterable {
    case parentingResource = "LR"
    case firstThousandDays = "M1000J"

    public var volume: NeedVolume { self == .parentingResource ? .families : .births }
}
