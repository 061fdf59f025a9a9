/// All labels of one run, by index. The owner frees it.
package struct LabelStore {
    package var labels: UnsafeMutablePointer<Label>
    package var count = 0
    package var capacity = 1 << 14

    @inlinable
    package init() { labels = .allocate(capacity: 1 << 14) }

    @inlinable
    package func deallocate() { labels.deallocate() }

    @inlinable @inline(__always)
    package mutating func append(_ label: Label) -> Int32 {
        if count == capacity { grow() }
        labels[count] = label
        count += 1
        return Int32(count - 1)
    }
    @inline(never)
    package mutating func grow() {
        let more = UnsafeMutablePointer<Label>.allocate(capacity: 2 * capacity)
        more.update(from: labels, count: count)
        labels.deallocate()
        labels = more
        capacity *= 2
    }

    /// The nodes of a label's path, first to last.
    @inlinable
    package func path(to label: Int32) -> [Int] {
        var nodes: [Int] = []
        var index = label
        while index >= 0 {
            nodes.append(Int(labels[Int(index)].node))
            index = labels[Int(index)].parent
        }
        return nodes.reversed()
    }
}
