/// Two answers to one branching question, which between them keep every plan of a node.
package struct BranchingQuestion<Subject: Hashable & Sendable, Decision: Hashable & Sendable>: Hashable, Sendable {
    /// What is decided, whatever its value: pseudo-costs are kept by it.
    package var subject: Subject
    /// How far the relaxation is above the lower answer, between 0 and 1.
    package var share: Double
    /// The answer that rounds up, and the one that rounds down.
    package var answers: [Decision]

    package init(subject: Subject, share: Double, answers: [Decision]) {
        self.subject = subject
        self.share = share
        self.answers = answers
    }
}

/// What deciding a subject has cost so far: how far the bound fell, per unit of the share that was rounded.
///
/// Source: Benichou et al. 1971; trials where little is known yet, and scores as products: Achterberg, Koch, Martin 2005.
package struct PseudoCosts<Subject: Hashable & Sendable, Decision: Hashable & Sendable>: Sendable {
    package typealias Question = BranchingQuestion<Subject, Decision>

    /// The bound fell by `points` at an answer.
    package struct Loss: Sendable {
        package var question: Question
        package var isUp: Bool
        package var points: Double

        package init(question: Question, isUp: Bool, points: Double) {
            self.question = question
            self.isUp = isUp
            self.points = points
        }
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
    /// Keeps a product from being 0.
    private static var least: Double { 1e-3 }
    /// Losses at each answer from which on a mean is trusted.
    private static var reliable: Int { 4 }

    package init() {}

    package mutating func note(_ loss: Loss) {
        let share = loss.question.share
        if loss.isUp {
            known[loss.question.subject, default: Sides()].up.add(loss.points, over: 1 - share)
            all.up.add(loss.points, over: 1 - share)
        } else {
            known[loss.question.subject, default: Sides()].down.add(loss.points, over: share)
            all.down.add(loss.points, over: share)
        }
    }

    package func isReliable(_ question: Question) -> Bool {
        guard let sides = known[question.subject] else { return false }
        return min(sides.up.count, sides.down.count) >= Self.reliable
    }

    /// How much splitting on a question promises.
    ///
    /// - Parameter most: the loss from which on an answer closes the node, however much larger it is.
    package func score(_ question: Question, most: Double) -> Double {
        let sides = known[question.subject] ?? Sides()
        return Self.score(
            up: (sides.up.mean ?? all.up.mean ?? 1) * (1 - question.share),
            down: (sides.down.mean ?? all.down.mean ?? 1) * question.share, most: most)
    }

    /// The product of what both answers cost.
    package static func score(up: Double, down: Double, most: Double) -> Double {
        max(min(up, most), least) * max(min(down, most), least)
    }
}
