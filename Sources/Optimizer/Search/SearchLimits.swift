/// When a search may end before its proof, and how it is to run.
struct SearchLimits: Sendable {
    /// (bound − value) / need reached at which it is enough.
    var gap = 0.0
    /// Nodes at most; `nil` for no limit.
    var nodes: Int?
    var seed: UInt64 = 1
    var threads = 1
    /// Whether every node hands out what its bound follows from; the root always does.
    var keepsCertificates = false
    var searchesNeighbourhoods = true

    /// A gap that any plan is within: the first one found is the answer.
    static let anyGap = 1e9
}

/// Where a search stands. Thousandths of a point.
package struct SearchProgress: Sendable {
    package var value: Int?
    /// Need that the best plan reaches.
    package var need: Int
    /// `Int.min` once it is found that there is no plan.
    package var bound: Int
    package var columns: Int
    package var nodes: Int

    package init(value: Int?, need: Int, bound: Int, columns: Int, nodes: Int) {
        self.value = value
        self.need = need
        self.bound = bound
        self.columns = columns
        self.nodes = nodes
    }
}
