/// Moves of the neighbourhood search: for a first plan, beside the root, once the root is solved, and beside nodes.
enum SearchEffort {
    static func first(_ problem: RoundsProblem) -> Int { scaled(20_000, problem) }
    /// - Parameter anyPlan: whether any plan will do. Often there is none then, and the root shows it.
    static func besideRoot(_ problem: RoundsProblem, anyPlan: Bool) -> Int {
        scaled(anyPlan ? 20_000 : 400_000, problem)
    }
    static func afterRoot(_ problem: RoundsProblem, anyPlan: Bool) -> Int {
        scaled(anyPlan ? 50_000 : 500_000, problem)
    }

    /// Fewer the longer no better plan was found: the tree then needs the time more.
    static func besideNodes(_ problem: RoundsProblem, gap: Double, idleBatches: Int) -> Int {
        scaled((gap > narrow ? 100_000 : 30_000) / (1 + idleBatches / patience), problem)
    }

    /// Batches without a better plan after which the search is halved.
    private static let patience = 40
    /// A gap below which a better plan is hardly worth looking for.
    static let narrow = 0.001
    /// Batches between two starts of the search from a relaxation.
    static let guided = 2
    /// Nodes before the second dive for a first plan.
    static let firstDive = 16
    /// Stops with the best bound at the root, to which the search keeps.
    static let likely = 80

    /// Small problems need few moves.
    private static func scaled(_ moves: Int, _ problem: RoundsProblem) -> Int {
        min(moves, moves / 100 * problem.segments.count) * problem.service.teams.count
    }
}
