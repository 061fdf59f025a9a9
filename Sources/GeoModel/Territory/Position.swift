import Foundation

/// A point on the Earth, WGS 84, in degrees.
public struct Position: Hashable, Sendable, Codable {
    public var latitude: Double
    public var longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Mean radius of the Earth, IUGG, in metres.
    public static let earthRadius = 6_371_008.8

    /// Great-circle distance in metres (haversine formula).
    public func greatCircle(to other: Position) -> Double {
        let radians = Double.pi / 180
        let dLatitude = (other.latitude - latitude) * radians
        let dLongitude = (other.longitude - longitude) * radians
        let h =
            pow(sin(dLatitude / 2), 2)
            + cos(latitude * radians) * cos(other.latitude * radians) * pow(sin(dLongitude / 2), 2)
        return 2 * Self.earthRadius * asin(min(1, h.squareRoot()))
    }
}
