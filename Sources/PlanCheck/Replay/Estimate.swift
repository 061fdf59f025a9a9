import Foundation

/// A figure estimated from draws, with a confidence interval of 95 %.
public struct Estimate: Hashable, Sendable {
    public enum Method: String, Hashable, Sendable {
        /// Of a share of independent draws. Source: E. B. Wilson, Journal of the American Statistical Association 22, 1927.
        case wilson
        /// Of a mean of independent draws, by the central limit theorem.
        case normal
    }

    public var mean: Double
    public var low: Double
    public var high: Double
    public var method: Method
    public var draws: Int

    /// The quantile of the normal law that leaves 2.5 % above.
    public static let quantile = 1.959963984540054

    /// Mean of draws that do not depend on one another; exact where all are alike.
    public init(mean values: [Double]) {
        method = .normal
        draws = values.count
        guard let first = values.first, values.contains(where: { $0 != first }) else {
            mean = values.first ?? 0
            (low, high) = (mean, mean)
            return
        }
        let count = Double(values.count)
        let own = values.reduce(0, +) / count
        let squares = values.reduce(0) { $0 + ($1 - own) * ($1 - own) }
        let half = Self.quantile * (squares / (count - 1) / count).squareRoot()
        (mean, low, high) = (own, own - half, own + half)
    }

    /// Share of draws in which something happened.
    public init(_ count: Int, of draws: Int) {
        method = .wilson
        self.draws = draws
        guard draws > 0 else {
            (mean, low, high) = (0, 0, 1)
            return
        }
        let (n, z) = (Double(draws), Self.quantile)
        mean = Double(count) / n
        let centre = (mean + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (mean * (1 - mean) / n + z * z / (4 * n * n)).squareRoot()
        low = count == 0 ? 0 : max(0, centre - half)
        high = count == draws ? 1 : min(1, centre + half)
    }
}

/// Quantiles and counts of the values that draws gave.
public struct Distribution: Hashable, Sendable {
    /// From the smallest on.
    public var values: [Double]

    public init(_ values: [Double]) { self.values = values.sorted() }

    public var estimate: Estimate { Estimate(mean: values) }

    /// The smallest value that at least this share of the draws reach.
    public func quantile(_ share: Double) -> Double {
        guard !values.isEmpty else { return 0 }
        return values[min(values.count - 1, max(0, Int((share * Double(values.count)).rounded(.up)) - 1))]
    }
}
