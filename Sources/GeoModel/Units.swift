/// A whole number of a unit, so that minutes never meet money by mistake.
///
/// Integers inside: what is feasible on paper is feasible in the program, on every machine.
public struct Quantity<Unit>: Hashable, Comparable, Sendable {
    public var count: Int

    public init(_ count: Int) { self.count = count }

    public static func < (a: Self, b: Self) -> Bool { a.count < b.count }
    public static func * (a: Self, times: Int) -> Self { Self(a.count * times) }
}

extension Quantity: AdditiveArithmetic {
    public static var zero: Self { Self(0) }
    public static func + (a: Self, b: Self) -> Self { Self(a.count + b.count) }
    public static func - (a: Self, b: Self) -> Self { Self(a.count - b.count) }
}

extension Quantity: Codable {
    /// Far beyond any real figure, and far from where sums would overflow.
    private static var limit: Int { 1_000_000_000_000 }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        count = try container.decode(Int.self)
        guard (-Self.limit...Self.limit).contains(count) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(count)")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}

public enum MinuteUnit: Sendable {}
public enum SecondUnit: Sendable {}
public enum MetreUnit: Sendable {}
public enum MilliPointUnit: Sendable {}

/// Durations of a schedule, and times of day counted from midnight.
public typealias Minutes = Quantity<MinuteUnit>
/// Travel times, before they are rounded up to the minute of a schedule.
public typealias Seconds = Quantity<SecondUnit>
/// Road distances.
public typealias Metres = Quantity<MetreUnit>
/// Thousandths of a point of need: the one unit of the objective.
public typealias MilliPoints = Quantity<MilliPointUnit>

extension Seconds {
    /// The minutes a schedule sets aside: rounded up, so that a driver is never asked to be faster.
    public var roundedUpToMinutes: Minutes { Minutes((count + 59) / 60) }
}

extension MilliPoints {
    /// Rounded to thousandths; a figure beyond ±10¹² points stays there.
    public init(points: Double) {
        let thousandths = (points * 1000).rounded()
        self.init(thousandths.isFinite ? Int(max(-1e15, min(1e15, thousandths))) : 0)
    }
    public var points: Double { Double(count) / 1000 }
}

extension Metres {
    public var kilometres: Double { Double(count) / 1000 }
}
