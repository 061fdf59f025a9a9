/// What a label may still gain at most: by node and by what is left of the resource, from labels of the other direction.
///
/// A step function: what is left is rounded so that the bound never falls below the truth. Bounding labels by a relaxation
/// follows Righini and Salani (Discrete Optimization 3, 2006; Networks 51, 2008), decremental state space.
package struct CompletionBound: Sendable {
    @inlinable package static var steps: Int { 1024 }
    package var best: [Double]
    package let scale: Double

    @inlinable
    package init(nodeCount: Int, limit: Double) {
        best = Array(repeating: -.infinity, count: nodeCount * (Self.steps + 1))
        scale = limit > 0 ? Double(Self.steps) / limit : 0
    }

    @inlinable @inline(__always)
    package static func index(_ node: Int, _ resource: Double, _ scale: Double) -> Int {
        node * (steps + 1) + max(0, min(steps, Int(resource * scale)))
    }

    /// A way to go on from `node` that uses `resource` and gains `gain`, without the node itself.
    @inlinable @inline(__always)
    package mutating func record(_ node: Int, _ resource: Double, _ gain: Double) {
        let index = Self.index(node, resource, scale)
        best.withUnsafeMutableBufferPointer { if gain > $0[index] { $0[index] = gain } }
    }

    /// Makes a table of bests at exactly a step into one of bests up to it.
    @inlinable
    package mutating func close() {
        for node in 0..<best.count / (Self.steps + 1) {
            var most = -Double.infinity
            for index in node * (Self.steps + 1)..<(node + 1) * (Self.steps + 1) {
                most = max(most, best[index])
                best[index] = most
            }
        }
    }

    /// The most a label at `node` may still gain with so much left.
    @inlinable
    package func most(_ node: Int, left: Double) -> Double {
        left < 0 ? -.infinity : best[Self.index(node, left, scale)]
    }

    @inlinable
    package func withTable<T>(_ body: (UnsafePointer<Double>, Double) -> T) -> T {
        best.withUnsafeBufferPointer { body($0.baseAddress!, scale) }
    }
}
