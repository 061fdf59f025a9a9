import CGLPK

/// What a row or a column may be. Infinite ends are named, never passed on as numbers.
public enum Bounds: Hashable, Sendable {
    case free
    case atLeast(Double)
    case atMost(Double)
    case between(Double, Double)
    case equal(Double)

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

    func validate(where place: String) throws(LinearError) {
        let raw = raw
        guard raw.lower.isFinite, raw.upper.isFinite else { throw .notFinite(where: place) }
        if case .between(let lower, let upper) = self, lower > upper {
            throw .crossedBounds(where: place, lower: lower, upper: upper)
        }
    }
}
