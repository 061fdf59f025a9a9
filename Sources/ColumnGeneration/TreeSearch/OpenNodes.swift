/// A node of the tree that is not yet solved.
package struct OpenNode<Content> {
    /// No plan of the node is worth more.
    package fileprivate(set) var bound: Int
    package let depth: Int
    /// Its number, in the order in which nodes were made; the root is 0.
    package let number: Int
    package var content: Content

    package init(bound: Int, depth: Int, number: Int, content: Content) {
        self.bound = bound
        self.depth = depth
        self.number = number
        self.content = content
    }

    /// Highest bound first, then deepest, then first made.
    fileprivate func comes(before other: OpenNode) -> Bool {
        (bound, depth, -number) > (other.bound, other.depth, -other.number)
    }
}

/// The nodes of a tree that wait, best bound first.
package struct OpenNodes<Content> {
    private var nodes: [OpenNode<Content>]

    package init(root: Content, bound: Int) {
        nodes = [OpenNode(bound: bound, depth: 0, number: 0, content: root)]
    }

    package var isEmpty: Bool { nodes.isEmpty }
    /// The bound of all of them together; `nil` where none is left.
    package var bound: Int? { nodes.first?.bound }
    package var first: OpenNode<Content>? { nodes.first }

    /// The next ones to solve, and the bound of all others.
    package func next(_ count: Int) -> (batch: [OpenNode<Content>], boundOfOthers: Int?) {
        let batch = Array(nodes.prefix(count))
        return (batch, nodes.dropFirst(batch.count).first?.bound)
    }

    package mutating func insert(_ node: OpenNode<Content>) {
        nodes.insert(node, at: nodes.firstIndex { node.comes(before: $0) } ?? nodes.count)
    }

    package mutating func remove(_ number: Int) { nodes.removeAll { $0.number == number } }

    /// Leaves a node waiting under a bound that is better than the one it had.
    package mutating func lower(_ number: Int, to bound: Int) {
        guard let index = nodes.firstIndex(where: { $0.number == number }), bound < nodes[index].bound else { return }
        var node = nodes.remove(at: index)
        node.bound = bound
        insert(node)
    }

    /// Drops the nodes that hold nothing worth more than a plan at hand.
    package mutating func prune(upTo value: Int) { nodes.removeAll { $0.bound <= value } }

    package mutating func removeAll() { nodes = [] }
}
