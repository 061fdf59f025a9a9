/// Tries the answers of a few questions on the master at hand before a node is split on one of them.
///
/// A trial generates no columns and ends after a few iterations of the dual simplex method: it ranks, and proves nothing.
/// Source: Achterberg, Koch, Martin, "Branching rules revisited", Operations Research Letters 33, 2005; for column
/// generation: Røpke 2012, Pecin et al. 2017.
struct StrongBranching {
    let costs: PseudoCosts
    /// Points from which on a loss closes the node.
    let most: Double

    private enum Effort {
        /// Questions tried at a node, and how many in a row may be no better than the best.
        static let questions = 16
        static let patience = 6
        static let iterations = 60
    }

    /// The question to split on; `nil` where there is none, or time is up.
    func choose(
        among questions: [PseudoCosts.Question], from state: BranchState, in master: inout RoundMaster,
        shouldStop: () -> Bool
    ) throws -> (best: PseudoCosts.Question?, losses: [PseudoCosts.Loss]) {
        guard questions.count > 1 else { return (questions.first, []) }
        var losses: [PseudoCosts.Loss] = []
        var best: (score: Double, question: PseudoCosts.Question)?
        var idle = 0
        let basis = try master.linear.basis()
        for question in questions.prefix(Effort.questions) {
            if shouldStop() || idle >= Effort.patience { break }
            var score = costs.score(question, most: most)
            if !costs.isReliable(question) {
                let lost = try question.answers.map { answer in
                    var child = state
                    child.add(answer)
                    try master.apply(child)
                    try master.linear.restore(basis)
                    return try max(0, master.solution.objective - master.triedValue(iterations: Effort.iterations))
                }
                losses += zip([true, false], lost).map {
                    PseudoCosts.Loss(question: question, isUp: $0, points: min($1, most))
                }
                score = PseudoCosts.score(up: lost[0], down: lost[1], most: most)
            }
            if score > best?.score ?? 0 {
                best = (score, question)
                idle = 0
            } else {
                idle += 1
            }
        }
        try master.apply(state)
        try master.linear.restore(basis)
        return (best?.question ?? questions.first, losses)
    }
}

extension RoundMaster {
    /// What the master is worth after so many iterations, no less than where they would lead.
    mutating func triedValue(iterations: Int) throws -> Double {
        _ = try linear.solve(dual: true, iterationLimit: iterations)
        return try linear.objective()
    }
}
