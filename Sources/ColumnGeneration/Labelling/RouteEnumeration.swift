/// All elementary routes above a threshold, one for each set of nodes: the shortest.
///
/// Route enumeration inside the gap: Baldacci, Christofides, Mingozzi, Mathematical Programming 115, 2008. A path is
/// dropped where another of the same nodes and the same last node uses less: what the other becomes visits the same
/// nodes, and so stands for the same column.
package enum RouteEnumeration {
    package struct Route: Sendable {
        package var gain: Double
        package var resource: Double
        package var set: NodeSet
        package var nodes: [Int]

        @inlinable
        package init(gain: Double, resource: Double, set: NodeSet, nodes: [Int]) {
            self.gain = gain
            self.resource = resource
            self.set = set
            self.nodes = nodes
        }
    }

    /// - Parameter limit: labels at most; nil is returned where there are more, or when stopped.
    @inlinable
    package static func run<Space: LabellingSpace>(
        _ space: Space, threshold: Double, completion: CompletionBound, limit labelLimit: Int, routeLimit: Int,
        shouldStop: () -> Bool
    ) -> [Route]? {
        var store = LabelStore()
        defer { store.deallocate() }
        let bucketCount = 2048
        let limit = space.limit
        let scale = limit > 0 ? Double(bucketCount) / limit : 0
        var heads = Array(repeating: Int32(-1), count: bucketCount + 1)
        var settled = NodeSetTable(capacity: 1 << 16)
        var found = NodeSetTable(capacity: 1 << 12)
        var routes: [(gain: Double, label: Int32)] = []
        let gains = (0..<space.nodeCount).map { space.gain(of: $0) }
        let cuts = space.cuts
        var isFull = false

        func extend(_ label: Label, _ index: Int32, _ arc: LabellingArc) {
            let node = Int(arc.node)
            guard !label.memory.contains(node) else { return }
            let resource = label.resource + arc.resource
            let left = limit - resource
            guard left >= space.remainder(from: node) else { return }
            let halves = label.cuts.intersection(cuts.remembering[node])
            var gain = label.gain + gains[node]
            for cut in halves.intersection(cuts.counting[node]) { gain -= cuts.penalty[cut] }
            guard gain + completion.most(node, left: left) > threshold else { return }
            var memory = label.memory
            memory.insert(node)
            if settled.contains(memory, node) { return }
            let bucket = min(bucketCount, Int(resource * scale))
            let place = store.append(
                Label(
                    gain: gain, resource: resource, memory: memory,
                    cuts: halves.symmetricDifference(cuts.counting[node]), parent: index, next: heads[bucket],
                    node: Int16(node), hops: label.hops + 1))
            heads[bucket] = place
        }

        for arc in space.sources { extend(.start, -1, arc) }
        var waiting: [Int32] = []
        var work = 0
        for bucket in 0...bucketCount {
            while heads[bucket] >= 0 {
                waiting.removeAll(keepingCapacity: true)
                var next = heads[bucket]
                heads[bucket] = -1
                while next >= 0 {
                    waiting.append(next)
                    next = store.labels[Int(next)].next
                }
                let labels = store.labels
                waiting.sort {
                    let (a, b) = (labels[Int($0)].resource, labels[Int($1)].resource)
                    return a != b ? a < b : $0 < $1
                }
                for index in waiting {
                    let label = store.labels[Int(index)]
                    guard settled.insert(label.memory, Int(label.node)) else { continue }
                    if label.gain > threshold, space.end(from: Int(label.node)) != nil,
                        found.insert(label.memory, 0)
                    {
                        routes.append((label.gain, index))
                        if routes.count > routeLimit { isFull = true }
                    }
                    for arc in space.arcs(from: Int(label.node)) { extend(label, index, arc) }
                    work += 1
                    if work & 1023 == 0, shouldStop() || store.count > labelLimit { isFull = true }
                    if isFull { return nil }
                }
            }
        }
        return routes.map { route in
            let label = store.labels[Int(route.label)]
            return Route(
                gain: route.gain, resource: label.resource, set: label.memory, nodes: store.path(to: route.label))
        }
    }
}

/// A set of pairs of a node set and a small number, by open addressing.
package struct NodeSetTable {
    package var keys: [NodeSet]
    package var tags: [Int16]
    package var count = 0
    package var mask: Int

    @inlinable
    package init(capacity: Int) {
        keys = Array(repeating: .empty, count: capacity)
        tags = Array(repeating: -1, count: capacity)
        mask = capacity - 1
    }

    @inlinable @inline(__always)
    package func place(_ key: NodeSet, _ tag: Int) -> Int {
        var hash = key.low &* 0x9E37_79B9_7F4A_7C15 ^ (key.high &* 0xC2B2_AE3D_27D4_EB4F) &+ UInt64(tag) &* 0xD6E8_FEB8
        hash ^= hash >> 32
        hash = hash &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 29
        var index = Int(truncatingIfNeeded: hash) & mask
        while tags[index] >= 0, tags[index] != Int16(tag) || keys[index] != key { index = (index + 1) & mask }
        return index
    }

    @inlinable
    package func contains(_ key: NodeSet, _ tag: Int) -> Bool { tags[place(key, tag)] >= 0 }

    /// False where the pair was there already.
    @inlinable
    package mutating func insert(_ key: NodeSet, _ tag: Int) -> Bool {
        let index = place(key, tag)
        guard tags[index] < 0 else { return false }
        keys[index] = key
        tags[index] = Int16(tag)
        count += 1
        if 2 * count > mask { grow() }
        return true
    }

    @inlinable
    package mutating func grow() {
        let (oldKeys, oldTags) = (keys, tags)
        self = NodeSetTable(capacity: 2 * (mask + 1))
        for (key, tag) in zip(oldKeys, oldTags) where tag >= 0 { _ = insert(key, Int(tag)) }
    }
}
