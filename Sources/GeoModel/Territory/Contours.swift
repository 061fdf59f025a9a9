/// The outline of a commune: polygons, each an outer ring and its holes, WGS 84, rings closed.
public struct Outline: Hashable, Sendable {
    public typealias Ring = [Position]
    public var polygons: [[Ring]]

    public init(polygons: [[Ring]]) { self.polygons = polygons }
}

/// Outlines by Insee code. For maps only: no figure of a plan depends on them.
public struct Contours: Hashable, Sendable {
    public var outlines: [String: Outline]
    /// What a map prints below itself.
    public var source: String

    public init(outlines: [String: Outline] = [:], source: String = "") {
        self.outlines = outlines
        self.source = source
    }
}
