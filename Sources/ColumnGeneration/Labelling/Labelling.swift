/// How far one labelling goes.
package struct LabellingEffort: Sendable {
    package var dominance = DominanceRule.exact
    /// Only routes of higher gain are wanted; paths that cannot become one are dropped where a bound says so.
    package var threshold: Double
    /// Labels made at most.
    package var labelLimit = 20_000_000
    /// Labels kept at a node at most; the rest is dropped, and the result is not exact.
    package var width = Int.max
    /// Routes handed back at most.
    package var routeLimit = 50
    /// Whether to make the bound for the other direction.
    package var records = false

    @inlinable
    package init(threshold: Double) { self.threshold = threshold }
}

/// A whole route found, its nodes in the direction of the labelling.
package struct LabelledRoute: Sendable {
    package var gain: Double
    package var nodes: [Int]

    @inlinable
    package init(gain: Double, nodes: [Int]) {
        self.gain = gain
        self.nodes = nodes
    }
}

package struct LabellingResult: Sendable {
    package var routes: [LabelledRoute] = []
    /// Whether every route above the threshold that the rules allow was seen or dominated.
    package var isComplete = true
    /// The highest gain of all routes, where it is above the threshold; else the threshold.
    package var best: Double
    package var completion: CompletionBound?
    /// Arcs, by number, that a route above the threshold may take.
    package var usefulArcs: [Bool] = []
    package var labels = 0

    @inlinable
    package init(best: Double) { self.best = best }
}

/// Label setting over one resource: labels are taken in the order of what they used, bucket by bucket, so that a label
/// once kept is hardly ever dominated later.
///
/// Dominance by node: Feillet et al. 2004. Routes may come back to a node where the space's neighbourhoods forget it.
/// Each run in turn bounds the labels of the next, in the other direction and with larger neighbourhoods.
package enum Labelling {
    /// - Parameter shouldStop: asked now and then; a stopped run is not complete.
    /// - Complexity: the number of labels kept, times their arcs, times the labels that must be compared.
    @inlinable
    package static func run<Space: LabellingSpace>(
        _ space: Space, _ effort: LabellingEffort, completion: CompletionBound? = nil, shouldStop: () -> Bool
    ) -> LabellingResult {
        guard space.nodeCount > 0 else {
            var nothing = LabellingResult(best: effort.threshold)
            nothing.usefulArcs = Array(repeating: false, count: space.arcCount)
            return nothing
        }
        var walk = LabelWalk(space, effort)
        if let completion {
            completion.withTable { table, scale in walk.run(table, scale, shouldStop) }
        } else {
            walk.run(nil, 0, shouldStop)
        }
        return walk.result()
    }
}
