/// How an indicator is brought to 0…1 within a territory.
public enum NormalisationMethod: CaseIterable, Hashable, Sendable {
    /// Clipped at two percentiles, then stretched from the least to the most.
    case minMax
    /// Percentile rank, equal figures sharing the mean of their ranks.
    case rank
    /// Standard deviations from the mean, clipped at ±2, then −2…2 stretched to 0…1.
    case zScore
}

/// Brings an indicator to 0…1 within a territory. A constant indicator gives 0.5 everywhere; `nil` stays `nil`.
///
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators, 2008.
public enum Normalisation {
    /// - Parameters:
    ///   - low: percentile below which figures are clipped, share of 1 (`minMax` only).
    ///   - high: percentile above which figures are clipped.
    public static func scores(
        _ values: [Double?], _ method: NormalisationMethod, low: Double = 0.05, high: Double = 0.95
    ) -> [Double?] {
        switch method {
        case .minMax: clippedMinMax(values, low: low, high: high)
        case .rank: percentileRank(values)
        case .zScore: clippedZScore(values)
        }
    }

    public static func clippedMinMax(_ values: [Double?], low: Double = 0.05, high: Double = 0.95) -> [Double?] {
        let known = values.compactMap { $0 }.sorted()
        guard !known.isEmpty else { return values }
        let least = percentile(known, low)
        let most = percentile(known, high)
        return values.map { value in
            guard let value else { return nil }
            guard most > least else { return 0.5 }
            return (min(max(value, least), most) - least) / (most - least)
        }
    }

    /// `(mean rank − 1) / (n − 1)`, ranks from 1.
    public static func percentileRank(_ values: [Double?]) -> [Double?] {
        let known = values.compactMap { $0 }.sorted()
        guard known.count > 1 else { return values.map { $0.map { _ in 0.5 } } }
        var meanRank: [Double: Double] = [:]
        var start = 0
        while start < known.count {
            var end = start
            while end + 1 < known.count, known[end + 1] == known[start] { end += 1 }
            meanRank[known[start]] = Double(start + end) / 2
            start = end + 1
        }
        return values.map { value in
            value.flatMap { meanRank[$0] }.map { $0 / Double(known.count - 1) }
        }
    }

    /// `(z + 2) / 4` with z, of the whole territory as a population, clipped at ±2.
    public static func clippedZScore(_ values: [Double?]) -> [Double?] {
        let known = values.compactMap { $0 }.sorted()
        guard let least = known.first, let most = known.last else { return values }
        let count = Double(known.count)
        let mean = known.reduce(0, +) / count
        let deviation = (known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
        return values.map { value in
            guard let value else { return nil }
            guard most > least, deviation > 0 else { return 0.5 }
            return (min(max((value - mean) / deviation, -2), 2) + 2) / 4
        }
    }

    /// Percentile of sorted values by linear interpolation between the two nearest ranks.
    public static func percentile(_ sorted: [Double], _ share: Double) -> Double {
        let position = share * Double(sorted.count - 1)
        let below = Int(position)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
    }

    public static func median(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : percentile(values.sorted(), 0.5)
    }
}
