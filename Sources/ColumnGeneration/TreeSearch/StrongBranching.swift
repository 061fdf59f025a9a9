/// What the decisions on the way to a node leave possible.
package protocol BranchingState {
    associatedtype Decision: Hashable & Sendable

    mutating func add(_ decision: Decision)
}

/// A master that can become that of another node, and try what a decision costs.
package protocol BranchingMaster: ColumnMaster, ~Copyable {
    associatedtype State: BranchingState
    associatedtype Basis

    /// The value of its last solution.
    var value: Double { get }
    /// Turns it into the master of another node.
    mutating func apply(_ state: State) throws
    /// The basis it stands at, and the one the next solve starts from.
    func basis() throws -> Basis
    mutating func restore(_ basis: Basis) throws
    /// What it is worth after so many iterations of the dual simplex method: no less than where they would lead.
    mutating func triedValue(iterations: Int) throws -> Double
}

/// Tries the answers of a few questions on the master at hand before a node is split on one of them.
///
/// A trial generates no columns and ends after a few iterations of the dual simplex method: it ranks, and proves nothing.
/// Source: Achterberg, Koch, Martin, "Branching rules revisited", Operations Research Letters 33, 2005; for column
/// generation: Røpke 2012, Pecin et al. 2017.
package struct StrongBranching<Subject: Hashable & Sendable, Decision: Hashable & Sendable> {
    package typealias Costs = PseudoCosts<Subject, Decision>

    private let costs: Costs
    /// The loss from which on an answer closes the node.
    private let most: Double

    /// Questions tried at a node, and how many in a row may be no better than the best.
    private static var questions: Int { 16 }
    private static var patience: Int { 6 }
    private static var iterations: Int { 60 }

    package init(costs: Costs, most: Double) {
        self.costs = costs
        self.most = most
    }

    /// The question to split on; `nil` where there is none, or time is up.
    package func choose<Master: BranchingMaster & ~Copyable>(
        among questions: [Costs.Question], from state: Master.State, in master: inout Master, shouldStop: () -> Bool
    ) throws -> (best: Costs.Question?, losses: [Costs.Loss]) where Master.State.Decision == Decision {
        guard questions.count > 1 else { return (questions.first, []) }
        var losses: [Costs.Loss] = []
        var best: (score: Double, question: Costs.Question)?
        var idle = 0
        let basis = try master.basis()
        for question in questions.prefix(Self.questions) {
            if shouldStop() || idle >= Self.patience { break }
            var score = costs.score(question, most: most)
            if !costs.isReliable(question) {
                let lost = try question.answers.map { answer in
                    var child = state
                    child.add(answer)
                    try master.apply(child)
                    try master.restore(basis)
                    return try max(0, master.value - master.triedValue(iterations: Self.iterations))
                }
                losses += zip([true, false], lost).map {
                    Costs.Loss(question: question, isUp: $0, points: min($1, most))
                }
                score = Costs.score(up: lost[0], down: lost[1], most: most)
            }
            if score > best?.score ?? 0 {
                best = (score, question)
                idle = 0
            } else {
                idle += 1
            }
        }
        try master.apply(state)
        try master.restore(basis)
        return (best?.question ?? questions.first, losses)
    }
}
