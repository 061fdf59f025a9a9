/// A way to spend a day: minutes of work, thousandths of a point over 4 weeks, metres over one cycle week.
package struct DayCost: Hashable, Sendable {
    package var work: Int32
    package var cost: Int32
    package var metres: Int32
    /// Half-days that it counts for R01 at the best hours for that.
    package var halfDays: Int32 = 0
    /// Whether no hours bring it home before the evening (R28), and whether none keep it within the ordinary span (R26).
    package var isEvening = false
    package var isLong = false

    static let none = DayCost(work: -1, cost: 0, metres: 0)
    var isLegal: Bool { work >= 0 }
}

/// All days that a block may hold, by the segments of their halves.
struct DayTable: Sendable {
    let segmentCount: Int
    private(set) var singles: [DayCost]
    /// By stop.
    private(set) var fullDays: [DayCost]
    /// By morning segment, then afternoon segment.
    private(set) var pairs: [DayCost]
    /// Whether some partner of a segment makes the order of the two count.
    private(set) var orderCounts: [Bool]

    func single(_ segment: Int) -> DayCost? { singles[segment].isLegal ? singles[segment] : nil }
    func fullDay(_ stop: Int) -> DayCost? { fullDays[stop].isLegal ? fullDays[stop] : nil }
    func pair(_ morning: Int, _ afternoon: Int) -> DayCost? {
        let day = pairs[morning * segmentCount + afternoon]
        return day.isLegal ? day : nil
    }
    /// Whether the two orders of two segments are not the same day: in work, cost, way or lawfulness.
    func ordersDiffer(_ a: Int, _ b: Int) -> Bool { pairs[a * segmentCount + b] != pairs[b * segmentCount + a] }
}

extension DayTable {
    /// What `DayTable` is filled from: each answer is `nil` where no day of that kind is legal.
    struct Source {
        var stops: Int
        var segments: Int
        var single: (Int) -> DayCost?
        var fullDay: (Int) -> DayCost?
        var pair: (_ morning: Int, _ afternoon: Int) -> DayCost?
    }

    init(_ source: Source) {
        segmentCount = source.segments
        singles = (0..<source.segments).map { source.single($0) ?? .none }
        fullDays = (0..<source.stops).map { source.fullDay($0) ?? .none }
        pairs = Array(repeating: .none, count: source.segments * source.segments)
        orderCounts = Array(repeating: false, count: source.segments)
        for a in 0..<source.segments {
            for b in 0..<source.segments where a != b { pairs[a * source.segments + b] = source.pair(a, b) ?? .none }
        }
        for a in 0..<source.segments {
            for b in 0..<a where ordersDiffer(a, b) {
                orderCounts[a] = true
                orderCounts[b] = true
            }
        }
    }
}
