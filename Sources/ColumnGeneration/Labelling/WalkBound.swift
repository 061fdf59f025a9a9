/// A first bound on what labels may still gain, by dynamic programming over steps of the resource.
///
/// The walks it bounds by may come back to a node, but not at once: q-routes without two-cycles (Christofides, Mingozzi,
/// Toth, Mathematical Programming 20, 1981). Lengths are rounded down to whole steps, so that no walk is lost.
package enum WalkBound {
    @inlinable package static var fewest: Int { 512 }
    @inlinable package static var most: Int { 2048 }

    /// Nil where an arc is so short that no number of steps would do.
    ///
    /// - Complexity: the number of steps times that of arcs.
    @inlinable
    package static func completion<Space: LabellingSpace>(_ space: Space) -> CompletionBound? {
        let count = space.nodeCount
        let limit = space.limit
        var bound = CompletionBound(nodeCount: count, limit: limit)
        let shortest = (0..<count).reduce(limit) { least, node in
            space.arcs(from: node).reduce(least) { min($0, $1.resource) }
        }
        // Every arc takes a step at least: what lies beyond it is then known.
        guard limit > 0, shortest * Double(most) > 1.01 * limit else { return nil }
        let steps = max(fewest, Int((1.01 * limit / shortest).rounded(.up)))
        let scale = Double(steps) / limit
        let width = steps + 1
        // By node and steps left: the best gain beyond the node, the next node it goes to, the best by another one.
        var best = Array(repeating: -Double.infinity, count: count * width)
        var next = Array(repeating: Int32(-1), count: count * width)
        var other = best
        let gains = (0..<count).map { space.gain(of: $0) }
        let nodes = (0..<count).filter { !space.arcs(from: $0).isEmpty || space.end(from: $0) != nil }
        best.withUnsafeMutableBufferPointer { best in
            next.withUnsafeMutableBufferPointer { next in
                other.withUnsafeMutableBufferPointer { other in
                    for left in 0..<width {
                        for node in nodes {
                            let home = node * width + left
                            var (first, second, to) = (-Double.infinity, -Double.infinity, Int32(-1))
                            if space.end(from: node) != nil, Int(space.remainder(from: node) * scale) <= left {
                                (first, second) = (0, 0)
                            }
                            for arc in space.arcs(from: node) {
                                let after = left - Int(arc.resource * scale)
                                guard after >= 0 else { continue }
                                let there = Int(arc.node) * width + after
                                let beyond = next[there] == Int32(node) ? other[there] : best[there]
                                let gain = gains[Int(arc.node)] + beyond
                                if gain > first {
                                    if to != arc.node { second = max(second, first) }
                                    (first, to) = (gain, arc.node)
                                } else if gain > second, arc.node != to {
                                    second = gain
                                }
                            }
                            best[home] = first
                            next[home] = to
                            other[home] = second
                        }
                    }
                }
            }
        }
        for node in nodes {
            for left in 0..<width {
                bound.record(node, Double(left) / scale, best[node * width + left])
            }
        }
        bound.close()
        return bound
    }
}
