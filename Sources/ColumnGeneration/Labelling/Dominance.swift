/// Which labels at one node stand in for others.
package enum DominanceRule: Sendable {
    /// No route is lost.
    case exact
    /// Memory and cuts are not compared: few labels stay, and the best route may be lost.
    case relaxed
}

/// The labels kept at one node, highest gain first. Those that came before used less, or hardly more.
package struct LabelFront {
    package var labels: UnsafeMutablePointer<Label>
    package var capacity = 16
    package var count = 0

    @inlinable
    package init() { labels = .allocate(capacity: 16) }

    @inlinable
    package func deallocate() { labels.deallocate() }

    /// Whether a label kept here dominates `label`. Only one of no lower gain can.
    @inlinable @inline(__always)
    package func dominates(_ label: Label, _ rule: DominanceRule, _ penalty: UnsafePointer<Double>) -> Bool {
        var index = 0
        switch rule {
        case .exact:
            while index < count, labels[index].gain >= label.gain {
                if labels[index].dominates(label, penalty) { return true }
                index += 1
            }
        case .relaxed:
            while index < count, labels[index].gain >= label.gain {
                if labels[index].resource <= label.resource { return true }
                index += 1
            }
        }
        return false
    }

    @inlinable
    package mutating func insert(_ label: Label) {
        if count == capacity {
            let more = UnsafeMutablePointer<Label>.allocate(capacity: 2 * capacity)
            more.update(from: labels, count: count)
            labels.deallocate()
            labels = more
            capacity *= 2
        }
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if labels[middle].gain >= label.gain { low = middle + 1 } else { high = middle }
        }
        if low < count { (labels + low + 1).update(from: labels + low, count: count - low) }
        labels[low] = label
        count += 1
    }
}
