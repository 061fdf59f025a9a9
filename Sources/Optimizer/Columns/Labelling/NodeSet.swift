/// Up to 128 small whole numbers, in two words: the nodes a label may not visit again, or the cuts it is halfway into.
package struct NodeSet: Hashable, Sendable, Sequence {
    var low: UInt64
    var high: UInt64

    /// The most members that fit.
    package static let capacity = 128
    package static let empty = NodeSet(low: 0, high: 0)

    @inline(__always)
    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    package init(_ members: some Sequence<Int>) {
        self = .empty
        for member in members { insert(member) }
    }

    /// All of `0..<count`.
    package static func all(_ count: Int) -> NodeSet { NodeSet(0..<count) }

    @inline(__always)
    package func contains(_ member: Int) -> Bool {
        member < 64 ? low & (1 << UInt64(member)) != 0 : high & (1 << UInt64(member - 64)) != 0
    }

    @inline(__always)
    package mutating func insert(_ member: Int) {
        if member < 64 { low |= 1 << UInt64(member) } else { high |= 1 << UInt64(member - 64) }
    }

    @inline(__always)
    package mutating func remove(_ member: Int) {
        if member < 64 { low &= ~(1 << UInt64(member)) } else { high &= ~(1 << UInt64(member - 64)) }
    }

    @inline(__always)
    package func isSubset(of other: NodeSet) -> Bool { low & ~other.low == 0 && high & ~other.high == 0 }

    @inline(__always)
    package func isDisjoint(with other: NodeSet) -> Bool { low & other.low == 0 && high & other.high == 0 }

    @inline(__always)
    package func intersection(_ other: NodeSet) -> NodeSet { NodeSet(low: low & other.low, high: high & other.high) }

    @inline(__always)
    package func union(_ other: NodeSet) -> NodeSet { NodeSet(low: low | other.low, high: high | other.high) }

    @inline(__always)
    package func subtracting(_ other: NodeSet) -> NodeSet {
        NodeSet(low: low & ~other.low, high: high & ~other.high)
    }

    @inline(__always)
    package func symmetricDifference(_ other: NodeSet) -> NodeSet {
        NodeSet(low: low ^ other.low, high: high ^ other.high)
    }

    @inline(__always)
    package var isEmpty: Bool { low | high == 0 }

    package var underestimatedCount: Int { count }
    package var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }

    package var members: [Int] { Array(self) }

    @inline(__always)
    package func makeIterator() -> Iterator { Iterator(left: self) }

    /// The members, lowest first.
    package struct Iterator: IteratorProtocol {
        fileprivate var left: NodeSet

        @inline(__always)
        package mutating func next() -> Int? {
            if left.low != 0 {
                let member = left.low.trailingZeroBitCount
                left.low &= left.low - 1
                return member
            }
            guard left.high != 0 else { return nil }
            let member = 64 + left.high.trailingZeroBitCount
            left.high &= left.high - 1
            return member
        }
    }
}
