import GeoModel

/// What a plan reaches if the dimensions of need are weighed otherwise: the plan stays, the points of the communes move.
///
/// A commune's weight changes as 0.5 + S does, S being its intensity under the weights drawn; all weights of the service keep
/// their sum. The benefit of each commune is the plan's own.
public struct NeedReplay: Sendable {
    /// Need reached, points, one for each draw.
    public var need: Distribution
    /// What the plan reaches with the weights chosen.
    public var planned: Double
    /// For each draw, how many points more any plan could be worth at most.
    public var regret: Distribution
    /// The same for the weights chosen: bound less value.
    public var plannedRegret: Double
    public var weight: Double

    init(_ recount: ServiceRecount, laws: ReplayLaws, draws: ReplayDraws, turn: Int) {
        let plan = recount.view.plan
        let score = recount.needs.score
        let counted = recount.needs.weights.indices.filter { recount.needs.weights[$0].points > .zero }
        let points = counted.map { recount.needs.weights[$0].points.points }
        let credits = counted.map { recount.best(recount.needs.weights[$0].commune).points }
        let dimensions = score.usedDimensions.filter { score.weights[$0] > 0 }
        let scores = counted.map { index in dimensions.map { score.intensities[index].score(of: $0) ?? 0.5 } }
        let total = score.weights.total
        let own = dimensions.map { total > 0 ? score.weights[$0] / total : 0 }
        let before = Self.intensities(own, scores)
        let weight = points.reduce(0, +)
        func reached(_ drawn: [Double]) -> (need: Double, regret: Double) {
            let after = Self.intensities(drawn, scores)
            let ratios = zip(after, before).map { (0.5 + $0) / (0.5 + $1) }
            let scale = weight / zip(points, ratios).reduce(0) { $0 + $1.0 * $1.1 }
            let need = scale * zip(credits, ratios).reduce(0) { $0 + $1.0 * $1.1 }
            let most = Self.mostValue(points, ratios.map { $0 * scale }, bound: plan.bound.points)
            return (need, max(0, most - (need - plan.cost.points)))
        }
        self.weight = weight
        planned = credits.reduce(0, +)
        plannedRegret = (plan.bound - plan.value).points
        guard let concentration = laws.concentration, !dimensions.isEmpty else {
            let same = reached(own)
            need = Distribution(Array(repeating: same.need, count: draws.count))
            regret = Distribution(Array(repeating: same.regret, count: draws.count))
            return
        }
        var dirichlet = Dirichlet(shapes: own.map { $0 * concentration }, seed: draws.seed(.needs, turn))
        let found = (0..<draws.count).map { _ in reached(dirichlet.next()) }
        need = Distribution(found.map(\.need))
        regret = Distribution(found.map(\.regret))
    }

    private static func intensities(_ weights: [Double], _ scores: [[Double]]) -> [Double] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return scores.map { _ in 0.5 } }
        return scores.map { own in zip(weights, own).reduce(0) { $0 + $1.0 * $1.1 } / sum }
    }

    /// What no plan is worth more than when each weight W is multiplied by r: for every t from 0 to 1
    /// `Σ W r b − c ≤ t (Σ W b − c) + Σ W (r − t)⁺ b ≤ t · bound + Σ W (r − t)⁺`, since costs c are not negative and benefits b
    /// at most 1. The least over t is taken.
    package static func mostValue(_ weights: [Double], _ ratios: [Double], bound: Double) -> Double {
        let order = ratios.indices.sorted { (ratios[$1], $0) < (ratios[$0], $1) }
        var least = zip(weights, ratios).reduce(0) { $0 + $1.0 * $1.1 }
        // Above t: from the largest ratio down.
        var (above, weighted) = (0.0, 0.0)
        func consider(_ t: Double) { least = min(least, t * bound + weighted - t * above) }
        var isOneConsidered = false
        for index in order {
            if ratios[index] <= 1, !isOneConsidered {
                consider(1)
                isOneConsidered = true
            }
            if ratios[index] <= 1 { consider(ratios[index]) }
            above += weights[index]
            weighted += weights[index] * ratios[index]
        }
        if !isOneConsidered { consider(1) }
        return least
    }
}
