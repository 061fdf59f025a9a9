/// One decision of the tree. Each splits the plans in two without losing any.
package enum BranchDecision: Hashable, Sendable {
    case stopUsed(Int, Bool)
    case cadence(stop: Int, cadence: Int, Bool)
    /// A stop opens on full days or not, whenever it is used.
    case fullDay(Int, Bool)
    /// Two stops share a day in some week.
    case adjacent(StopPair, Bool)
    /// Where two stops share a day whose work or cost depends on their order, they come in this order.
    case order(StopOrder, Bool)
    /// A stop keeps to one phase of its cadence, or avoids it.
    case phase(stop: Int, node: Int, Bool)
    /// A count of days or half-days is at most a number, or at least.
    case atMost(CountRow, Int)
    case atLeast(CountRow, Int)
}

/// A whole number of any plan: days or half-days, in one folded week or in all.
package struct CountRow: Hashable, Sendable {
    var resource: WeekResource
    /// `nil` for all weeks together.
    var week: Int?

    /// The rows of a problem; totals come first.
    static func all(weeks: Int) -> [CountRow] {
        let scopes: [Int?] = weeks == 1 ? [0] : [nil] + (0..<weeks).map { $0 }
        return scopes.flatMap { week in
            [WeekResource.days, .halfDays].map { CountRow(resource: $0, week: week) }
        }
    }
}

/// What the decisions of a node leave possible.
package struct BranchState: Sendable {
    private(set) var decisions: [BranchDecision] = []
    private(set) var forbiddenStop: [Bool]
    private(set) var requiredStop: [Bool]
    /// By stop × cadence.
    private(set) var forbiddenCadence: [Bool]
    /// Nodes of the pattern tree a stop may not use, as bits.
    private(set) var forbiddenNodes: [UInt32]
    private(set) var forbidsFullDay: [Bool]
    private(set) var requiresFullDay: [Bool]
    private(set) var forbiddenPairs: Set<StopPair> = []
    private(set) var forbiddenOrders: Set<StopOrder> = []
    /// Kept by a row of the master: its dual reaches pricing as `RoundDuals.pairWorth`.
    private(set) var requiredPairs: Set<StopPair> = []
    /// Bounds of the counts, as far as branching has moved them.
    private(set) var countLower: [CountRow: Int] = [:]
    private(set) var countUpper: [CountRow: Int] = [:]
    private let cadenceCount: Int
    private let levels: [Int]

    package init(_ problem: RoundsProblem) {
        let count = problem.stopCount
        cadenceCount = problem.cadences.count
        levels = problem.tree.nodes.map(\.level)
        forbiddenStop = Array(repeating: false, count: count)
        requiredStop = forbiddenStop
        forbidsFullDay = forbiddenStop
        requiresFullDay = forbiddenStop
        forbiddenCadence = Array(repeating: false, count: count * cadenceCount)
        forbiddenNodes = Array(repeating: 0, count: count)
    }

    package mutating func add(_ decision: BranchDecision) {
        decisions.append(decision)
        switch decision {
        case .stopUsed(let stop, let used):
            if used { requiredStop[stop] = true } else { forbid(stop) }
        case .cadence(let stop, let cadence, let taken):
            if taken {
                requiredStop[stop] = true
                for other in 0..<cadenceCount where other != cadence { forbid(stop, cadence: other) }
            } else {
                forbid(stop, cadence: cadence)
            }
        case .fullDay(let stop, let full):
            if full { requiresFullDay[stop] = true } else { forbidsFullDay[stop] = true }
        case .adjacent(let pair, let together):
            if together {
                requiredPairs.insert(pair)
                requiredStop[pair.first] = true
                requiredStop[pair.second] = true
            } else {
                forbiddenPairs.insert(pair)
            }
        case .order(let order, let kept):
            forbiddenOrders.insert(
                kept ? StopOrder(morning: order.afternoon, afternoon: order.morning) : order)
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

    /// Leaves a stop out for good, without a decision: it cannot be part of anything better.
    mutating func forbid(_ stop: Int) {
        forbiddenStop[stop] = true
        for cadence in 0..<cadenceCount { forbid(stop, cadence: cadence) }
    }

    private mutating func forbid(_ stop: Int, cadence: Int) {
        forbiddenCadence[stop * cadenceCount + cadence] = true
        for node in levels.indices where levels[node] == cadence { forbiddenNodes[stop] |= 1 << UInt32(node) }
    }

    func allows(_ taken: StopPattern) -> Bool { forbiddenNodes[taken.stop] & (1 << UInt32(taken.node)) == 0 }

    package func allows(_ column: RoundColumn) -> Bool {
        guard column.stops.allSatisfy(allows) else { return false }
        if column.isFullDay
            ? forbidsFullDay[column.anchor.stop] : column.stops.contains(where: { requiresFullDay[$0.stop] })
        {
            return false
        }
        if !forbiddenPairs.isEmpty, column.adjacentPairs.contains(where: forbiddenPairs.contains) { return false }
        return forbiddenOrders.isEmpty || column.order == .either
            || !column.partners.contains { forbiddenOrders.contains(column.halves(with: $0.stop)) }
    }
}

/// Two stops, in ascending order.
package struct StopPair: Hashable, Sendable {
    package let first: Int
    package let second: Int

    package init(_ a: Int, _ b: Int) {
        first = min(a, b)
        second = max(a, b)
    }
}

extension RoundColumn {
    /// Stops that share a day.
    var adjacentPairs: [StopPair] { partners.map { StopPair(anchor.stop, $0.stop) } }

    /// The orders of its days that change their work or cost.
    func ordersThatCount(in problem: RoundsProblem) -> [StopOrder] {
        order == .either
            ? [] : partners.filter { problem.ordersDiffer(anchor.stop, $0.stop) }.map { halves(with: $0.stop) }
    }
}
