/// All labels of one run, by index. The owner frees it.
struct LabelStore {
    private(set) var labels: UnsafeMutablePointer<Label>
    private(set) var count = 0
    private var capacity = 1 << 14

    init() { labels = .allocate(capacity: 1 << 14) }

    func deallocate() { labels.deallocate() }

    @inline(__always)
    mutating func append(_ label: Label) -> Int32 {
        if count == capacity { grow() }
        labels[count] = label
        count += 1
        return Int32(count - 1)
    }

    @inline(never)
    private mutating func grow() {
        let more = UnsafeMutablePointer<Label>.allocate(capacity: 2 * capacity)
        more.update(from: labels, count: count)
        labels.deallocate()
        labels = more
        capacity *= 2
    }

    /// The nodes of a label's path, first to last.
    func path(to label: Int32) -> [Int] {
        var nodes: [Int] = []
        var index = label
        while index >= 0 {
            nodes.append(Int(labels[Int(index)].node))
            index = labels[Int(index)].parent
        }
        return nodes.reversed()
    }
}
