/// What deciding a stop, a slot or a count has cost so far: how far the bound fell, per unit of the share that was rounded.
///
/// Source: Benichou et al. 1971; trials where little is known yet, and scores as products: Achterberg, Koch, Martin 2005.
struct PseudoCosts: Sendable {
    /// Something that a node may be split on.
    struct Question: Hashable, Sendable {
        var subject: Subject
        /// How far the relaxation is above the lower answer, between 0 and 1.
        var share: Double
        /// The answer that rounds up, and the one that rounds down.
        var answers: [BranchDecision]
    }

    enum Subject: Hashable, Sendable {
        case stop(Int)
        case slot(Int)
        case count(CountRow)
    }

    /// The bound fell by `loss` points at an answer.
    struct Loss: Sendable {
        var question: Question
        var isUp: Bool
        var points: Double
    }

    private struct Record {
        var sum = 0.0
        var count = 0
        var mean: Double? { count > 0 ? sum / Double(count) : nil }

        mutating func add(_ points: Double, over distance: Double) {
            guard distance > Tolerance.integrality else { return }
            sum += max(0, points) / distance
            count += 1
        }
    }

    private struct Sides {
        var up = Record()
        var down = Record()
    }

    private var known: [Subject: Sides] = [:]
    private var all = Sides()
    /// Points; keeps a product from being 0.
    private static let least = 1e-3
    /// Losses at each answer from which on a mean is trusted.
    private static let reliable = 4

    mutating func note(_ loss: Loss) {
        let share = loss.question.share
        if loss.isUp {
            known[loss.question.subject, default: Sides()].up.add(loss.points, over: 1 - share)
            all.up.add(loss.points, over: 1 - share)
        } else {
            known[loss.question.subject, default: Sides()].down.add(loss.points, over: share)
            all.down.add(loss.points, over: share)
        }
    }

    func isReliable(_ question: Question) -> Bool {
        guard let sides = known[question.subject] else { return false }
        return min(sides.up.count, sides.down.count) >= Self.reliable
    }

    /// How much splitting on a question promises.
    ///
    /// - Parameter most: points from which on a loss closes the node, whatever it is.
    func score(_ question: Question, most: Double) -> Double {
        let sides = known[question.subject] ?? Sides()
        return Self.score(
            up: (sides.up.mean ?? all.up.mean ?? 1) * (1 - question.share),
            down: (sides.down.mean ?? all.down.mean ?? 1) * question.share, most: most)
    }

    /// The product of what both answers cost.
    static func score(up: Double, down: Double, most: Double) -> Double {
        max(min(up, most), least) * max(min(down, most), least)
    }
}
