import GeoModel

/// The value of a best plan, or a change of it: no less than what was found, no more than what was proven.
public struct ValueRange: Hashable, Sendable {
    public var least: MilliPoints
    public var most: MilliPoints

    public init(least: MilliPoints, most: MilliPoints) {
        self.least = least
        self.most = max(least, most)
    }

    public init(_ value: MilliPoints) { self.init(least: value, most: value) }

    /// One figure: nothing is left to prove.
    public var isExact: Bool { least == most }

    public static func - (a: Self, b: Self) -> Self { Self(least: a.least - b.most, most: a.most - b.least) }
}
