import CGLPK

/// What a row or a column may be. Infinite ends are named, never passed on as numbers.
public enum Bounds: Hashable, Sendable {
    case free
    case atLeast(Double)
    case atMost(Double)
    case between(Double, Double)
    case equal(Double)

    /// Nil is without end.
    public var lower: Double? {
        switch self {
        case .free, .atMost: nil
        case .atLeast(let lower), .between(let lower, _), .equal(let lower): lower
        }
    }

    /// Nil is without end.
    public var upper: Double? {
        switch self {
        case .free, .atLeast: nil
        case .atMost(let upper), .between(_, let upper), .equal(let upper): upper
        }
    }

    var raw: (type: Int32, lower: Double, upper: Double) {
        switch self {
        case .free: (GLP_FR, 0, 0)
        case .atLeast(let lower): (GLP_LO, lower, 0)
        case .atMost(let upper): (GLP_UP, 0, upper)
        case .between(let lower, let upper):
            lower == upper ? (GLP_FX, lower, lower) : (GLP_DB, lower, upper)
        case .equal(let value): (GLP_FX, value, value)
        }
    }

    init(type: Int32, lower: Double, upper: Double) {
        self =
            switch type {
            case GLP_LO: .atLeast(lower)
            case GLP_UP: .atMost(upper)
            case GLP_DB: .between(lower, upper)
            case GLP_FX: .equal(lower)
            default: .free
            }
    }

    func validate(where place: String) throws(LinearError) {
        let raw = raw
        guard raw.lower.isFinite, raw.upper.isFinite else { throw .notFinite(where: place) }
        if case .between(let lower, let upper) = self, lower > upper {
            throw .crossedBounds(where: place, lower: lower, upper: upper)
        }
    }

    /// The bounds a column of this kind has: whole for integers, within 0 and 1 for binaries.
    func fitted(to kind: ColumnKind, where place: String) throws(LinearError) -> Bounds {
        try validate(where: place)
        guard kind != .continuous else { return self }
        for end in [lower, upper] {
            if let end, end != end.rounded() { throw .fractionalBound(where: place, value: end) }
        }
        guard kind == .binary else { return self }
        let cut = Bounds.between(max(0, lower ?? 0), min(1, upper ?? 1))
        try cut.validate(where: place)
        return cut
    }
}
