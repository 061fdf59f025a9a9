/// One run of the labelling: the labels, those kept at each node, and those that wait.
package struct LabelWalk<Space: LabellingSpace>: ~Copyable {
    package let space: Space
    package let effort: LabellingEffort
    package let count: Int
    package let limit: Double
    package let hopLimit: Int16
    package let gains: UnsafeMutablePointer<Double>
    package let remainders: UnsafeMutablePointer<Double>
    package let neighbourhoods: UnsafeMutablePointer<NodeSet>
    package let counting: UnsafeMutablePointer<NodeSet>
    package let remembering: UnsafeMutablePointer<NodeSet>
    package let penalty: UnsafeMutablePointer<Double>
    package let fronts: UnsafeMutablePointer<LabelFront>
    package let useful: UnsafeMutablePointer<Bool>
    /// The first waiting label of each bucket.
    package let heads: UnsafeMutablePointer<Int32>
    package let bucketScale: Double
    package var store = LabelStore()
    package var recorded: CompletionBound?
    package var ends: [(gain: Double, label: Int32)] = []
    package var isComplete = true

    @inlinable package static var bucketCount: Int { 2048 }

    @inlinable
    package init(_ space: Space, _ effort: LabellingEffort) {
        self.space = space
        self.effort = effort
        count = space.nodeCount
        limit = space.limit
        hopLimit = Int16(clamping: count)
        let cuts = space.cuts
        gains = .holding((0..<count).map { space.gain(of: $0) })
        remainders = .holding((0..<count).map { space.remainder(from: $0) })
        neighbourhoods = .holding((0..<count).map { space.neighbourhood(of: $0) })
        counting = .holding(cuts.counting)
        remembering = .holding(cuts.remembering)
        penalty = .holding(cuts.penalty)
        fronts = .holding((0..<count).map { _ in LabelFront() })
        useful = .holding(Array(repeating: false, count: max(1, space.arcCount)))
        heads = .holding(Array(repeating: Int32(-1), count: Self.bucketCount + 1))
        bucketScale = limit > 0 ? Double(Self.bucketCount) / limit : 0
        recorded = effort.records ? CompletionBound(nodeCount: count, limit: limit) : nil
    }

    @inlinable
    deinit {
        for node in 0..<count { fronts[node].deallocate() }
        fronts.deallocate()
        gains.deallocate()
        remainders.deallocate()
        neighbourhoods.deallocate()
        counting.deallocate()
        remembering.deallocate()
        penalty.deallocate()
        useful.deallocate()
        heads.deallocate()
        store.deallocate()
    }

    @inlinable
    package mutating func run(_ table: UnsafePointer<Double>?, _ tableScale: Double, _ shouldStop: () -> Bool) {
        for arc in space.sources { extend(.start, -1, arc, table, tableScale) }
        var waiting: [Int32] = []
        var work = 0
        for bucket in 0...Self.bucketCount {
            while heads[bucket] >= 0 {
                collect(bucket, &waiting)
                for index in waiting {
                    let label = store.labels[Int(index)]
                    keep(label, index, table, tableScale)
                    work += 1
                    if work & 1023 == 0, shouldStop() || store.count > effort.labelLimit {
                        isComplete = false
                        return
                    }
                }
            }
        }
    }

    /// Takes the labels that wait in a bucket, in the order that lets most be dominated.
    @inlinable
    package mutating func collect(_ bucket: Int, _ waiting: inout [Int32]) {
        waiting.removeAll(keepingCapacity: true)
        var next = heads[bucket]
        heads[bucket] = -1
        let labels = store.labels
        while next >= 0 {
            waiting.append(next)
            next = labels[Int(next)].next
        }
        guard waiting.count > 1 else { return }
        waiting.sort { first, second in
            let (a, b) = (labels + Int(first), labels + Int(second))
            if a.pointee.resource != b.pointee.resource { return a.pointee.resource < b.pointee.resource }
            return a.pointee.gain != b.pointee.gain ? a.pointee.gain > b.pointee.gain : first < second
        }
    }

    /// Keeps a label that no other dominates, and extends it.
    @inlinable @inline(__always)
    package mutating func keep(
        _ label: Label, _ index: Int32, _ table: UnsafePointer<Double>?, _ tableScale: Double
    ) {
        let node = Int(label.node)
        if fronts[node].dominates(label, effort.dominance, penalty) { return }
        guard fronts[node].count < effort.width else {
            isComplete = false
            return
        }
        fronts[node].insert(label)
        if label.gain > effort.threshold, let end = space.end(from: node) {
            useful[end] = true
            ends.append((label.gain, index))
        }
        for arc in space.arcs(from: node) { extend(label, index, arc, table, tableScale) }
    }

    /// Makes the label beyond an arc and lets it wait, unless it leads to nothing.
    @inlinable @inline(__always)
    package mutating func extend(
        _ label: Label, _ index: Int32, _ arc: LabellingArc, _ table: UnsafePointer<Double>?, _ tableScale: Double
    ) {
        let node = Int(arc.node)
        let resource = label.resource + arc.resource
        let left = limit - resource
        guard left >= remainders[node], !label.memory.contains(node), label.hops < hopLimit else { return }
        if effort.records { recorded!.record(node, resource, label.gain) }
        let halves = label.cuts.intersection(remembering[node])
        let counted = counting[node]
        var gain = label.gain + gains[node]
        let pairs = halves.intersection(counted)
        for cut in pairs { gain -= penalty[cut] }
        if let table, gain + table[CompletionBound.index(node, left, tableScale)] <= effort.threshold { return }
        useful[Int(arc.number)] = true
        var memory = label.memory.intersection(neighbourhoods[node])
        memory.insert(node)
        memory = memory.union(space.outOfReach(from: node, left: left))
        let made = Label(
            gain: gain, resource: resource, memory: memory, cuts: halves.symmetricDifference(counted), parent: index,
            next: heads[min(Self.bucketCount, Int(resource * bucketScale))], node: Int16(node), hops: label.hops + 1)
        if fronts[node].dominates(made, effort.dominance, penalty) { return }
        heads[min(Self.bucketCount, Int(resource * bucketScale))] = store.append(made)
    }

    @inlinable
    package consuming func result() -> LabellingResult {
        var result = LabellingResult(best: effort.threshold)
        ends.sort { $0.gain != $1.gain ? $0.gain > $1.gain : $0.label < $1.label }
        if let first = ends.first { result.best = first.gain }
        result.routes = ends.prefix(effort.routeLimit).map { end in
            LabelledRoute(gain: end.gain, nodes: store.path(to: end.label))
        }
        result.isComplete = isComplete && effort.dominance == .exact
        result.labels = store.count
        result.usefulArcs = Array(UnsafeBufferPointer(start: useful, count: space.arcCount))
        recorded?.close()
        result.completion = recorded
        return result
    }
}

extension UnsafeMutablePointer {
    /// A copy of the elements, to be freed by the owner.
    @inlinable
    package static func holding(_ elements: [Pointee]) -> Self {
        let memory = allocate(capacity: max(1, elements.count))
        memory.initialize(from: elements, count: elements.count)
        return memory
    }
}
