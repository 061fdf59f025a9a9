/// Evenly spaced week patterns of a cycle, as a binary tree: all weeks, then every second week, then every fourth.
///
/// Two patterns either contain each other or have no week in common, which is what makes pricing exact.
package struct PatternTree: Sendable {
    package struct Node: Sendable {
        /// Weeks, from 0.
        package var weeks: [Int]
        /// 0 for all weeks; one more each time the visits are halved.
        package var level: Int
        /// Empty, or the two halves.
        package var children: [Int]
    }

    /// The root is node 0; a child comes after its parent.
    package private(set) var nodes: [Node] = []
    package let weekCount: Int

    /// Weeks of a cycle that repeats itself as soon as its rarest cadence does: 1, 2 or 4.
    ///
    /// - Parameter cadences: visits in 4 weeks, most first.
    static func weekCount(cycleWeeks: Int, cadences: [Int]) -> Int {
        min(cycleWeeks, 4 / max(cadences.last ?? 4, 1))
    }

    /// - Parameter weekCount: 1, 2 or 4.
    init(weekCount: Int) {
        self.weekCount = weekCount
        grow(first: 0, step: 1, level: 0)
    }

    @discardableResult
    private mutating func grow(first: Int, step: Int, level: Int) -> Int {
        let index = nodes.count
        nodes.append(Node(weeks: Array(stride(from: first, to: weekCount, by: step)), level: level, children: []))
        if 2 * step <= weekCount {
            let left = grow(first: first, step: 2 * step, level: level + 1)
            let right = grow(first: first + step, step: 2 * step, level: level + 1)
            nodes[index].children = [left, right]
        }
        return index
    }

    /// Nodes of one level: the phases of a cadence.
    package func nodes(atLevel level: Int) -> [Int] { nodes.indices.filter { nodes[$0].level == level } }

    /// Weeks of the whole cycle, from 1, in which a pattern has visits.
    ///
    /// - Parameter repeats: how often the tree's weeks repeat in the cycle.
    func weeks(of node: Int, repeats: Int) -> Set<Int> {
        Set((0..<repeats).flatMap { turn in nodes[node].weeks.map { $0 + turn * weekCount + 1 } })
    }

    /// A node and all below it.
    package func subtree(_ node: Int) -> [Int] { [node] + nodes[node].children.flatMap(subtree) }
}
