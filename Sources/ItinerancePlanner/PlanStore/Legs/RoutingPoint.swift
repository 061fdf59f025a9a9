import GeoModel

/// A point as a routing server is asked about it: five decimals, about a metre.
package struct RoutingPoint: Hashable, Sendable, Comparable {
    /// Hundred-thousandths of a degree.
    package var latitude: Int
    package var longitude: Int

    package init(latitude: Int, longitude: Int) {
        self.latitude = latitude
        self.longitude = longitude
    }

    package init(_ position: Position) {
        latitude = Int((position.latitude * 100_000).rounded())
        longitude = Int((position.longitude * 100_000).rounded())
    }

    package var degrees: Position {
        Position(latitude: Double(latitude) / 100_000, longitude: Double(longitude) / 100_000)
    }

    package static func < (a: Self, b: Self) -> Bool { (a.latitude, a.longitude) < (b.latitude, b.longitude) }
}

/// Whose answers are kept together: a protocol and a profile.
package struct RoutingSource: Hashable, Sendable {
    package var kind: String
    package var profile: String

    package init(kind: String, profile: String) {
        self.kind = kind
        self.profile = profile
    }
}

/// A way between two points.
package struct RoutingPair: Hashable, Sendable {
    package var from: RoutingPoint
    package var to: RoutingPoint

    package init(from: RoutingPoint, to: RoutingPoint) {
        self.from = from
        self.to = to
    }
}
