/// Up to 128 small whole numbers, in two words: the nodes a label may not visit again, or the cuts it is halfway into.
package struct NodeSet: Hashable, Sendable, Sequence {
    package var low: UInt64
    package var high: UInt64

    /// The most members that fit.
    @inlinable package static var capacity: Int { 128 }
    @inlinable package static var empty: NodeSet { NodeSet(low: 0, high: 0) }

    @inlinable
    package init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    @inlinable
    package init(_ members: some Sequence<Int>) {
        self = .empty
        for member in members { insert(member) }
    }

    /// All of `0..<count`.
    @inlinable
    package static func all(_ count: Int) -> NodeSet { NodeSet(0..<count) }

    @inlinable
    package func contains(_ member: Int) -> Bool {
        member < 64 ? low & (1 << UInt64(member)) != 0 : high & (1 << UInt64(member - 64)) != 0
    }

    @inlinable
    package mutating func insert(_ member: Int) {
        if member < 64 { low |= 1 << UInt64(member) } else { high |= 1 << UInt64(member - 64) }
    }

    @inlinable
    package mutating func remove(_ member: Int) {
        if member < 64 { low &= ~(1 << UInt64(member)) } else { high &= ~(1 << UInt64(member - 64)) }
    }

    @inlinable
    package func isSubset(of other: NodeSet) -> Bool { low & ~other.low == 0 && high & ~other.high == 0 }

    @inlinable
    package func isDisjoint(with other: NodeSet) -> Bool { low & other.low == 0 && high & other.high == 0 }

    @inlinable
    package func intersection(_ other: NodeSet) -> NodeSet { NodeSet(low: low & other.low, high: high & other.high) }

    @inlinable
    package func union(_ other: NodeSet) -> NodeSet { NodeSet(low: low | other.low, high: high | other.high) }

    @inlinable
    package func subtracting(_ other: NodeSet) -> NodeSet {
        NodeSet(low: low & ~other.low, high: high & ~other.high)
    }

    @inlinable
    package func symmetricDifference(_ other: NodeSet) -> NodeSet {
        NodeSet(low: low ^ other.low, high: high ^ other.high)
    }

    @inlinable
    package var isEmpty: Bool { low | high == 0 }

    @inlinable
    package var underestimatedCount: Int { count }
    @inlinable
    package var count: Int { low.nonzeroBitCount + high.nonzeroBitCount }

    @inlinable
    package var members: [Int] { Array(self) }

    @inlinable
    package func makeIterator() -> Iterator { Iterator(left: self) }

    /// The members, lowest first.
    package struct Iterator: IteratorProtocol {
        package var left: NodeSet

        @inlinable
        package init(left: NodeSet) { self.left = left }

        @inlinable
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
