import ColumnGeneration

/// What the decisions of a node leave possible.
package struct BranchState: BranchingState, Sendable {
    private(set) var decisions: [BranchDecision] = []
    private(set) var forbiddenStop: [Bool]
    private(set) var requiredStop: [Bool]
    private(set) var forbiddenSlot: [Bool]
    /// Nodes of the pattern tree a stop may not use, as bits.
    private(set) var forbiddenNodes: [UInt32]
    /// Lanes a stop may not be in, as bits.
    private(set) var forbiddenLanes: [UInt128]
    private(set) var forbidsFullDay: [Bool]
    private(set) var requiresFullDay: [Bool]
    private(set) var forbiddenStays: Set<Int> = []
    private(set) var forbiddenPairs: Set<StayPair> = []
    private(set) var forbiddenOrders: Set<StayOrder> = []
    /// Kept by a row of the master: its dual reaches pricing as `RoundDuals.pairWorth`.
    private(set) var requiredPairs: Set<StayPair> = []
    /// Bounds of the counts, as far as branching has moved them.
    private(set) var countLower: [CountRow: Int] = [:]
    private(set) var countUpper: [CountRow: Int] = [:]
    /// Where they could be listed: the only rounds that a better plan may hold.
    var list: RoundList?
    private let formCount: Int
    private let levels: [Int]
    private let cadenceCount: Int
    private let stays: [Stay]

    package init(_ problem: RoundsProblem) {
        let count = problem.stopCount
        formCount = problem.formCount
        cadenceCount = problem.cadences.count
        levels = problem.tree.nodes.map(\.level)
        stays = problem.stays
        forbiddenStop = Array(repeating: false, count: count)
        requiredStop = forbiddenStop
        forbidsFullDay = forbiddenStop
        requiresFullDay = forbiddenStop
        forbiddenSlot = Array(repeating: false, count: problem.slotCount)
        forbiddenNodes = Array(repeating: 0, count: count)
        forbiddenLanes = Array(repeating: 0, count: count)
        for stop in 0..<count {
            let rule = problem.rules[stop]
            if rule.isExcluded { forbid(stop) }
            for level in rule.allowsLevel.indices where !rule.allowsLevel[level] { forbid(stop, level: level) }
            for node in rule.allowsNode.indices where !rule.allowsNode[node] {
                forbiddenNodes[stop] |= 1 << UInt32(node)
            }
            if problem.twinOf[stop] != nil, problem.formCount > 1 {
                for level in 0..<cadenceCount { forbiddenSlot[problem.slot(stop, form: 1, level: level)] = true }
            }
            for (index, lane) in problem.lanes.enumerated()
            where !problem.kinds[lane.kind].teams.contains(where: { rule.allowsTeam[$0] }) {
                forbiddenLanes[stop] |= 1 << UInt128(index)
            }
        }
        for set in problem.requiredSets where set.count == 1 { requiredStop[set[0]] = true }
    }

    package mutating func add(_ decision: BranchDecision) {
        decisions.append(decision)
        switch decision {
        case .stopUsed(let stop, let used):
            if used { requiredStop[stop] = true } else { forbid(stop) }
        case .slot(let slot, let taken):
            guard taken else {
                forbiddenSlot[slot] = true
                return
            }
            let stop = slot / (formCount * cadenceCount)
            requiredStop[stop] = true
            for other in slots(of: stop) where other != slot { forbiddenSlot[other] = true }
        case .stay(let stay, let taken):
            if taken {
                for stop in stays[stay].stops { requiredStop[stop] = true }
                for other in stays.indices
                where other != stay && stays[other].stops.contains(where: stays[stay].stops.contains) {
                    forbiddenStays.insert(other)
                }
            } else {
                forbiddenStays.insert(stay)
            }
        case .lanes(let stop, let lanes, let kept):
            forbiddenLanes[stop] |= kept ? ~lanes : lanes
        case .fullDay(let stop, let full):
            if full { requiresFullDay[stop] = true } else { forbidsFullDay[stop] = true }
        case .adjacent(let pair, let together):
            if together {
                requiredPairs.insert(pair)
                for stop in stays[pair.first].stops + stays[pair.second].stops { requiredStop[stop] = true }
            } else {
                forbiddenPairs.insert(pair)
            }
        case .order(let order, let kept):
            forbiddenOrders.insert(
                kept ? StayOrder(morning: order.afternoon, afternoon: order.morning) : order)
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

    private func slots(of stop: Int) -> Range<Int> {
        stop * formCount * cadenceCount..<(stop + 1) * formCount * cadenceCount
    }

    /// Leaves a stop out for good, without a decision: it cannot be part of anything better.
    mutating func forbid(_ stop: Int) {
        forbiddenStop[stop] = true
        for level in 0..<cadenceCount { forbid(stop, level: level) }
    }

    /// Leaves out what `ReducedCostFixing` rules out, without a decision.
    mutating func forbid(slot: Int) { forbiddenSlot[slot] = true }
    mutating func forbid(_ stop: Int, lane: Int) { forbiddenLanes[stop] |= 1 << UInt128(lane) }

    private mutating func forbid(_ stop: Int, level: Int) {
        for form in 0..<formCount { forbiddenSlot[(stop * formCount + form) * cadenceCount + level] = true }
    }

    /// Nodes of the tree a stay may use, as bits.
    func allowedNodes(_ stay: Int) -> UInt32 {
        guard forbiddenStays.isEmpty || !forbiddenStays.contains(stay) else { return 0 }
        var allowed: UInt32 = 0
        for node in levels.indices {
            let isOpen = stays[stay].stops.allSatisfy { stop in
                let slot = (stop * formCount + (stays[stay].isShort ? 1 : 0)) * cadenceCount + levels[node]
                return !forbiddenStop[stop] && !forbiddenSlot[slot] && forbiddenNodes[stop] & (1 << UInt32(node)) == 0
                    && !(stays[stay].isShort && requiresFullDay[stop])
            }
            if isOpen { allowed |= 1 << UInt32(node) }
        }
        return allowed
    }

    /// Lanes a stay may not be in, as bits.
    func forbiddenLanes(ofStay stay: Int) -> UInt128 { stays[stay].stops.reduce(0) { $0 | forbiddenLanes[$1] } }

    /// Whether a stay may have a half-day, beside a partner or alone.
    func allowsHalf(_ stay: Int) -> Bool { stays[stay].isShort || !requiresFullDay[stay] }

    /// What the node leaves to each stay, worked out once for many columns.
    struct StayLimits {
        var allowedNodes: [UInt32]
        var forbiddenLanes: [UInt128]

        init(_ state: BranchState) {
            allowedNodes = state.stays.indices.map(state.allowedNodes)
            forbiddenLanes = state.stays.indices.map(state.forbiddenLanes)
        }

        @inline(__always)
        func allows(_ taken: StayPattern, lane: Int) -> Bool {
            allowedNodes[taken.stay] & (1 << UInt32(taken.node)) != 0
                && forbiddenLanes[taken.stay] & (1 << UInt128(lane)) == 0
        }
    }

    package func allows(_ column: RoundColumn) -> Bool { allows(column, StayLimits(self)) }

    func allows(_ column: RoundColumn, _ limits: StayLimits) -> Bool {
        guard limits.allows(column.anchor, lane: column.lane), list?.contains(column) ?? true else { return false }
        for taken in column.partners where !limits.allows(taken, lane: column.lane) { return false }
        if column.isFullDay
            ? forbidsFullDay[column.anchor.stay] : column.stays.contains(where: { !allowsHalf($0.stay) })
        {
            return false
        }
        if !forbiddenPairs.isEmpty, column.adjacentPairs.contains(where: forbiddenPairs.contains) { return false }
        return forbiddenOrders.isEmpty || column.order == .either
            || !column.partners.contains { forbiddenOrders.contains(column.halves(with: $0.stay)) }
    }
}
