/// An arc as the labelling walks it: where it leads and what it uses.
package struct LabellingArc: Sendable {
    package var node: Int32
    /// The arc's own number, the same in both directions.
    package var number: Int32
    package var resource: Double

    @inlinable
    package init(node: Int, number: Int, resource: Double) {
        self.node = Int32(node)
        self.number = Int32(number)
        self.resource = resource
    }
}

/// What labels walk on: a graph whose routes use one resource up to a limit, and gain by their nodes.
///
/// It knows nothing of what a node is. Backwards labelling is the same on a space whose arcs are turned.
package protocol LabellingSpace {
    var nodeCount: Int { get }
    /// One more than the highest number of an arc.
    var arcCount: Int { get }
    /// The most that a whole route may use.
    var limit: Double { get }
    /// Arcs from where routes start.
    var sources: [LabellingArc] { get }
    /// Arcs out of a node.
    func arcs(from node: Int) -> UnsafeBufferPointer<LabellingArc>
    /// The number of the arc from a node to where routes end, where there is one.
    func end(from node: Int) -> Int?
    /// The least resource from a node to the end, whether it is allowed to go straight or not.
    func remainder(from node: Int) -> Double
    /// The reduced profit of visiting a node.
    func gain(of node: Int) -> Double
    /// The nodes that a label at `node` remembers (ng-route relaxation: Baldacci, Mingozzi, Roberti, Operations
    /// Research 59, 2011). All nodes for elementary routes.
    func neighbourhood(of node: Int) -> NodeSet
    /// Nodes that no label at `node` with so much resource left can reach.
    func outOfReach(from node: Int, left: Double) -> NodeSet
    var cuts: LabelCuts { get }
}

/// Subset-row cuts as labels see them, with the memory of each cut limited to some nodes (Jepsen et al. 2008; limited
/// memory: Pecin, Pessoa, Poggi, Uchoa, Mathematical Programming Computation 9, 2017).
package struct LabelCuts: Sendable {
    /// Cuts that a visit to the node counts for.
    package var counting: [NodeSet]
    /// Cuts that a visit to the node does not forget.
    package var remembering: [NodeSet]
    /// What each pair of visits costs, by cut.
    package var penalty: [Double]

    @inlinable
    package init(nodeCount: Int) {
        counting = Array(repeating: .empty, count: nodeCount)
        remembering = counting
        penalty = Array(repeating: 0, count: NodeSet.capacity)
    }
}
