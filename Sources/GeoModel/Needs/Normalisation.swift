/// Brings an indicator to 0…1 within a territory: clipped at the 5th and 95th percentiles, then min-max.
///
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators, 2008.
public enum Normalisation {
    /// `nil` stays `nil`; a constant indicator gives 0.5 everywhere.
    public static func clippedMinMax(_ values: [Double?]) -> [Double?] {
        let known = values.compactMap { $0 }.sorted()
        guard !known.isEmpty else { return values }
        let low = percentile(known, 0.05)
        let high = percentile(known, 0.95)
        return values.map { value in
            guard let value else { return nil }
            guard high > low else { return 0.5 }
            return (min(max(value, low), high) - low) / (high - low)
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
