import GeoModel

/// Morning or afternoon: the unit of the opening rule.
public enum HalfDay: CaseIterable, Hashable, Sendable, Comparable, Codable {
    case morning
    case afternoon

    public static func < (a: Self, b: Self) -> Bool { a == .morning && b == .afternoon }
}

extension Interval {
    /// The side of the day on which most of it lies; on equal terms, the side it starts on.
    public func half(split: Minutes) -> HalfDay {
        let before = min(end, split) - start
        let after = end - max(start, split)
        return before > after || before == after && start < split ? .morning : .afternoon
    }

    /// The part that lies in one half of the day; it ends before it starts where there is none.
    public func part(in half: HalfDay, split: Minutes) -> Interval {
        half == .morning ? Interval(start: start, end: min(end, split)) : Interval(start: max(start, split), end: end)
    }

    /// Minutes in one half of the day.
    public func minutes(in half: HalfDay, split: Minutes) -> Minutes { max(.zero, part(in: half, split: split).length) }

    /// Minutes that two stretches share.
    public func shared(with other: Interval) -> Minutes { max(.zero, min(end, other.end) - max(start, other.start)) }
}
