import GeoModel

/// A stretch of a day; times are counted from midnight.
public struct Interval: Hashable, Sendable, Codable {
    public var start: Minutes
    public var end: Minutes

    public init(start: Minutes, end: Minutes) {
        self.start = start
        self.end = end
    }

    public var length: Minutes { end - start }

    /// In the order of the day, those that touch or overlap made one.
    public static func joined(_ stretches: [Interval]) -> [Interval] {
        var joined: [Interval] = []
        for stretch in stretches.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            if let last = joined.last, stretch.start <= last.end {
                joined[joined.count - 1].end = max(last.end, stretch.end)
            } else {
                joined.append(stretch)
            }
        }
        return joined
    }
}
