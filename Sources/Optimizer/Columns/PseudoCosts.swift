/// What deciding a stop has cost so far: how far the bound fell, per unit of the share that was rounded.
///
/// Source: Benichou et al. 1971; scores as products, Achterberg, Koch, Martin 2005.
struct PseudoCosts: Sendable {
    /// A stop that a node was split on.
    struct Question: Hashable, Sendable {
        var stop: Int
        /// In the relaxation of the node that was split.
        var share: Double
    }

    private struct Record {
        var sum = 0.0
        var count = 0
        var mean: Double? { count > 0 ? sum / Double(count) : nil }
    }

    private var used: [Record]
    private var unused: [Record]
    private var allUsed = Record()
    private var allUnused = Record()
    /// Points; keeps a product from being 0.
    private static let least = 1e-3

    init(stops: Int) {
        used = Array(repeating: Record(), count: stops)
        unused = used
    }

    /// - Parameter loss: from the bound of the node that was split to that of its child, points.
    mutating func note(_ question: Question, isUsed: Bool, loss: Double) {
        func add(_ record: inout Record, _ distance: Double) {
            guard distance > Tolerance.integrality else { return }
            record.sum += max(0, loss) / distance
            record.count += 1
        }
        if isUsed {
            add(&used[question.stop], 1 - question.share)
            add(&allUsed, 1 - question.share)
        } else {
            add(&unused[question.stop], question.share)
            add(&allUnused, question.share)
        }
    }

    /// How much splitting on a stop promises: the product of what both answers should cost.
    func score(_ question: Question) -> Double {
        let up = (used[question.stop].mean ?? allUsed.mean ?? 1) * (1 - question.share)
        let down = (unused[question.stop].mean ?? allUnused.mean ?? 1) * question.share
        return max(up, Self.least) * max(down, Self.least)
    }
}
