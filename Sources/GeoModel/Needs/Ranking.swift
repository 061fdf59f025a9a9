/// Ranks of figures, 1 for the highest; equal figures share the best rank of theirs.
public enum Ranking {
    public static func ranks(_ values: [Double]) -> [Int] {
        var order = values.indices.map { (value: values[$0], index: $0) }
        var ranks = Array(repeating: 0, count: values.count)
        fill(&ranks, &order, values)
        return ranks
    }

    /// The same without new memory: `order` is room for as many pairs.
    static func fill(_ ranks: inout [Int], _ order: inout [(value: Double, index: Int)], _ values: [Double]) {
        for position in order.indices { order[position].value = values[order[position].index] }
        order.sort { $0.value > $1.value }
        var rank = 1
        for position in order.indices {
            if position > 0, order[position].value < order[position - 1].value { rank = position + 1 }
            ranks[order[position].index] = rank
        }
    }

    /// Spearman's rank correlation, −1 to 1: Pearson's correlation of the ranks, equal figures sharing the mean of
    /// theirs. `nil` where one of the two is constant.
    public static func spearman(_ a: [Double], _ b: [Double]) -> Double? {
        guard a.count == b.count, a.count > 1 else { return nil }
        let x = Normalisation.percentileRank(a).compactMap { $0 }
        let y = Normalisation.percentileRank(b).compactMap { $0 }
        let count = Double(a.count)
        let meanX = x.reduce(0, +) / count
        let meanY = y.reduce(0, +) / count
        var (xx, yy, xy) = (0.0, 0.0, 0.0)
        for index in x.indices {
            xx += (x[index] - meanX) * (x[index] - meanX)
            yy += (y[index] - meanY) * (y[index] - meanY)
            xy += (x[index] - meanX) * (y[index] - meanY)
        }
        guard xx > 0, yy > 0 else { return nil }
        return xy / (xx * yy).squareRoot()
    }
}
