import ColumnGeneration

/// What the decisions of a node leave possible.
package struct BranchState: BranchingState, Sendable {
    private(set) var decisions: [BranchDecision] = []
    private(set) var forbiddenStop: [Bool]
    private(set) var requiredStop: [Bool]
    private(set) var forbiddenOffer: [Bool]
    /// Nodes of the pattern tree a stop may not use, as bits.
    private(set) var forbiddenNodes: [UInt32]
    /// Blocks a stop may not be in, as bits.
    private(set) var forbiddenBlocks: [UInt128]
    private(set) var forbidsFullDay: [Bool]
    private(set) var requiresFullDay: [Bool]
    private(set) var forbiddenSegments: Set<Int> = []
    private(set) var forbiddenPairs: Set<SegmentPair> = []
    private(set) var forbiddenOrders: Set<SegmentOrder> = []
    /// Each has a row `together[i,j]` in the master, whose dual reaches pricing as `RoundDuals.pairWorth`.
    private(set) var requiredPairs: Set<SegmentPair> = []
    /// Bounds of the counts, as far as branching has moved them.
    private(set) var countLower: [CountRow: Int] = [:]
    private(set) var countUpper: [CountRow: Int] = [:]
    /// The only rounds that a better plan may hold, where they are few enough to be listed.
    var list: RoundList?
    private let formCount: Int
    private let levels: [Int]
    private let cadenceCount: Int
    private let segments: [Segment]
    /// By block × segment; empty where dates bar nothing.
    private let barredNodes: [[UInt32]]

    package init(_ problem: RoundsProblem) {
        let count = problem.stopCount
        formCount = problem.formCount
        cadenceCount = problem.cadences.count
        levels = problem.tree.nodes.map(\.level)
        segments = problem.segments
        barredNodes = problem.barredNodes
        forbiddenStop = Array(repeating: false, count: count)
        requiredStop = forbiddenStop
        forbidsFullDay = forbiddenStop
        requiresFullDay = forbiddenStop
        forbiddenOffer = Array(repeating: false, count: problem.offerCount)
        forbiddenNodes = Array(repeating: 0, count: count)
        forbiddenBlocks = Array(repeating: 0, count: count)
        for stop in 0..<count {
            let rule = problem.rules[stop]
            if rule.isExcluded { forbid(stop) }
            for level in rule.allowsLevel.indices where !rule.allowsLevel[level] { forbid(stop, level: level) }
            for node in rule.allowsNode.indices where !rule.allowsNode[node] {
                forbiddenNodes[stop] |= 1 << UInt32(node)
            }
            if problem.twinOf[stop] != nil, problem.formCount > 1 {
                for level in 0..<cadenceCount { forbiddenOffer[problem.offer(stop, form: 1, level: level)] = true }
            }
            for (index, block) in problem.blocks.enumerated()
            where !problem.kinds[block.kind].teams.contains(where: { rule.allowsTeam[$0] }) {
                forbiddenBlocks[stop] |= 1 << UInt128(index)
            }
        }
        for set in problem.requiredSets where set.count == 1 { requiredStop[set[0]] = true }
    }

    package mutating func add(_ decision: BranchDecision) {
        decisions.append(decision)
        switch decision {
        case .stopUsed(let stop, let used):
            if used { requiredStop[stop] = true } else { forbid(stop) }
        case .offer(let offer, let taken):
            guard taken else {
                forbiddenOffer[offer] = true
                return
            }
            let stop = offer / (formCount * cadenceCount)
            requiredStop[stop] = true
            for other in offers(of: stop) where other != offer { forbiddenOffer[other] = true }
        case .segment(let segment, let taken):
            if taken {
                for stop in segments[segment].stops { requiredStop[stop] = true }
                for other in segments.indices
                where other != segment && segments[other].stops.contains(where: segments[segment].stops.contains) {
                    forbiddenSegments.insert(other)
                }
            } else {
                forbiddenSegments.insert(segment)
            }
        case .blocks(let stop, let blocks, let kept):
            forbiddenBlocks[stop] |= kept ? ~blocks : blocks
        case .fullDay(let stop, let full):
            if full { requiresFullDay[stop] = true } else { forbidsFullDay[stop] = true }
        case .adjacent(let pair, let together):
            if together {
                requiredPairs.insert(pair)
                for stop in segments[pair.first].stops + segments[pair.second].stops { requiredStop[stop] = true }
            } else {
                forbiddenPairs.insert(pair)
            }
        case .order(let order, let kept):
            forbiddenOrders.insert(
                kept ? SegmentOrder(morning: order.afternoon, afternoon: order.morning) : order)
        case .phase(let stop, let node, let kept):
            for other in levels.indices where kept ? other != node : other == node {
                forbiddenNodes[stop] |= 1 << UInt32(other)
            }
        case .atMost(let row, let count):
            countUpper[row] = min(count, countUpper[row] ?? Int.max)
        case .atLeast(let row, let count):
            countLower[row] = max(count, countLower[row] ?? 0)
        }
    }

    private func offers(of stop: Int) -> Range<Int> {
        stop * formCount * cadenceCount..<(stop + 1) * formCount * cadenceCount
    }

    /// Leaves a stop out for good, without a decision: it cannot be part of anything better.
    mutating func forbid(_ stop: Int) {
        forbiddenStop[stop] = true
        for level in 0..<cadenceCount { forbid(stop, level: level) }
    }

    /// Leaves out what `ReducedCostFixing` rules out, without a decision.
    mutating func forbid(offer: Int) { forbiddenOffer[offer] = true }
    mutating func forbid(_ stop: Int, block: Int) { forbiddenBlocks[stop] |= 1 << UInt128(block) }

    private mutating func forbid(_ stop: Int, level: Int) {
        for form in 0..<formCount { forbiddenOffer[(stop * formCount + form) * cadenceCount + level] = true }
    }

    /// Nodes of the tree a segment may use in some block, as far as dates go, as bits.
    func allowedNodes(_ segment: Int) -> UInt32 {
        guard forbiddenSegments.isEmpty || !forbiddenSegments.contains(segment) else { return 0 }
        var allowed: UInt32 = 0
        for node in levels.indices {
            let isOpen = segments[segment].stops.allSatisfy { stop in
                let offer = (stop * formCount + (segments[segment].isShort ? 1 : 0)) * cadenceCount + levels[node]
                return !forbiddenStop[stop] && !forbiddenOffer[offer] && forbiddenNodes[stop] & (1 << UInt32(node)) == 0
                    && !(segments[segment].isShort && requiresFullDay[stop])
            }
            if isOpen { allowed |= 1 << UInt32(node) }
        }
        return allowed
    }

    /// Blocks a segment may not be in, as bits.
    func forbiddenBlocks(ofSegment segment: Int) -> UInt128 {
        segments[segment].stops.reduce(0) { $0 | forbiddenBlocks[$1] }
    }

    /// Whether a segment may have a half-day, beside a partner or alone.
    func allowsHalf(_ segment: Int) -> Bool { segments[segment].isShort || !requiresFullDay[segment] }

    /// What the node leaves to each segment, worked out once for many columns.
    struct SegmentLimits {
        var allowedNodes: [UInt32]
        var forbiddenBlocks: [UInt128]
        /// By block × segment; empty where dates bar nothing.
        let barredNodes: [[UInt32]]

        init(_ state: BranchState) {
            allowedNodes = state.segments.indices.map(state.allowedNodes)
            forbiddenBlocks = state.segments.indices.map(state.forbiddenBlocks)
            barredNodes = state.barredNodes
        }

        /// Nodes that a segment may use in a block, as bits.
        @inline(__always)
        func nodes(_ segment: Int, block: Int) -> UInt32 {
            guard forbiddenBlocks[segment] & (1 << UInt128(block)) == 0 else { return 0 }
            return barredNodes.isEmpty ? allowedNodes[segment] : allowedNodes[segment] & ~barredNodes[block][segment]
        }

        @inline(__always)
        func allows(_ taken: SegmentPattern, block: Int) -> Bool {
            nodes(taken.segment, block: block) & (1 << UInt32(taken.node)) != 0
        }
    }

    package func allows(_ column: RoundColumn) -> Bool { allows(column, SegmentLimits(self)) }

    func allows(_ column: RoundColumn, _ limits: SegmentLimits) -> Bool {
        guard limits.allows(column.anchor, block: column.block), list?.contains(column) ?? true else { return false }
        for taken in column.partners where !limits.allows(taken, block: column.block) { return false }
        if column.isFullDay
            ? forbidsFullDay[column.anchor.segment] : column.segments.contains(where: { !allowsHalf($0.segment) })
        {
            return false
        }
        if !forbiddenPairs.isEmpty, column.adjacentPairs.contains(where: forbiddenPairs.contains) { return false }
        return forbiddenOrders.isEmpty || column.order == .either
            || !column.partners.contains { forbiddenOrders.contains(column.halves(with: $0.segment)) }
    }
}
