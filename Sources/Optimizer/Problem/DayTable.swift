/// A way to spend a day: minutes of work, thousandths of a point over 4 weeks, metres over one cycle week.
package struct DayCost: Hashable, Sendable {
    package var work: Int32
    package var cost: Int32
    package var metres: Int32

    static let none = DayCost(work: -1, cost: 0, metres: 0)
    var isLegal: Bool { work >= 0 }
}

/// All days that a lane may hold, by the stays of their halves.
struct DayTable: Sendable {
    let stayCount: Int
    private(set) var singles: [DayCost]
    /// By stop.
    private(set) var fullDays: [DayCost]
    /// By morning stay, then afternoon stay.
    private(set) var pairs: [DayCost]
    /// Whether some partner of a stay makes the order of the two count.
    private(set) var orderCounts: [Bool]

    func single(_ stay: Int) -> DayCost? { singles[stay].isLegal ? singles[stay] : nil }
    func fullDay(_ stop: Int) -> DayCost? { fullDays[stop].isLegal ? fullDays[stop] : nil }
    func pair(_ morning: Int, _ afternoon: Int) -> DayCost? {
        let day = pairs[morning * stayCount + afternoon]
        return day.isLegal ? day : nil
    }
    /// Whether the two orders of two stays are not the same day: in work, cost, way or lawfulness.
    func ordersDiffer(_ a: Int, _ b: Int) -> Bool { pairs[a * stayCount + b] != pairs[b * stayCount + a] }
}

extension DayTable {
    /// What `DayTable` is filled from: each answer is `nil` where no day of that kind is legal.
    struct Source {
        var stops: Int
        var stays: Int
        var single: (Int) -> DayCost?
        var fullDay: (Int) -> DayCost?
        var pair: (_ morning: Int, _ afternoon: Int) -> DayCost?
    }

    init(_ source: Source) {
        stayCount = source.stays
        singles = (0..<source.stays).map { source.single($0) ?? .none }
        fullDays = (0..<source.stops).map { source.fullDay($0) ?? .none }
        pairs = Array(repeating: .none, count: source.stays * source.stays)
        orderCounts = Array(repeating: false, count: source.stays)
        for a in 0..<source.stays {
            for b in 0..<source.stays where a != b { pairs[a * source.stays + b] = source.pair(a, b) ?? .none }
        }
        for a in 0..<source.stays {
            for b in 0..<a where ordersDiffer(a, b) {
                orderCounts[a] = true
                orderCounts[b] = true
            }
        }
    }
}
