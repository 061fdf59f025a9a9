/// A path from where routes start to `node`: what it brings, what it used, and what it may not do any more.
///
/// A label keeps no path but the index of the label it extends.
package struct Label {
    /// Reduced profit of the nodes visited.
    package var gain: Double
    package var resource: Double
    /// Nodes that must not come next: those visited and still remembered, and those out of reach.
    package var memory: NodeSet
    /// Cuts of which the path holds an odd number of nodes.
    package var cuts: NodeSet
    package var parent: Int32
    /// The next label of the same bucket, while it waits.
    package var next: Int32
    package var node: Int16
    package var hops: Int16

    @inlinable
    package init(
        gain: Double, resource: Double, memory: NodeSet, cuts: NodeSet, parent: Int32, next: Int32, node: Int16,
        hops: Int16
    ) {
        self.gain = gain
        self.resource = resource
        self.memory = memory
        self.cuts = cuts
        self.parent = parent
        self.next = next
        self.node = node
        self.hops = hops
    }

    /// The path without a node that every route begins with.
    @inlinable package static var start: Label {
        Label(gain: 0, resource: 0, memory: .empty, cuts: .empty, parent: -1, next: -1, node: -1, hops: 0)
    }

    /// Whether every way to go on from `other` is open to this label too, and brings no less.
    ///
    /// Gain is a maximum here, resource a minimum (Feillet, Dejax, Gendreau, Gueguen, Networks 44, 2004). A cut that
    /// this label is halfway into and the other is not may cost its penalty once more (Jepsen, Petersen, Spoorendonk,
    /// Pisinger, Operations Research 56, 2008).
    @inlinable @inline(__always)
    package func dominates(_ other: borrowing Label, _ penalty: UnsafePointer<Double>) -> Bool {
        guard resource <= other.resource, memory.isSubset(of: other.memory) else { return false }
        var mine = cuts.subtracting(other.cuts)
        guard !mine.isEmpty else { return gain >= other.gain }
        var left = gain - other.gain
        while mine.low != 0 {
            left -= penalty[mine.low.trailingZeroBitCount]
            mine.low &= mine.low - 1
        }
        while mine.high != 0 {
            left -= penalty[64 + mine.high.trailingZeroBitCount]
            mine.high &= mine.high - 1
        }
        return left >= 0
    }
}
