/// What the rules of stops, the decisions on the way to a node and the exclusions leave to it.
struct AuditLimits: Sendable {
    let problem: RoundsProblem
    private(set) var isClosedOffer: [Bool]
    private(set) var isRequired: [Bool]
    private(set) var isOnlyFullDay: [Bool]
    private(set) var isNeverFullDay: [Bool]
    private(set) var apart: Set<SegmentPair> = []
    private(set) var together: Set<SegmentPair> = []
    private(set) var closedOrders: Set<SegmentOrder> = []
    private(set) var least: [CountRow: Int] = [:]
    private(set) var most: [CountRow: Int] = [:]
    /// Where rounds were left out one by one, from the first time on.
    private(set) var listings: [AuditListing] = []
    private var isClosedSegment: [Bool]
    /// By stop, then node of the pattern tree, and by stop, then block.
    private var isClosedNode: [[Bool]]
    private var isClosedBlock: [[Bool]]

    init(_ problem: RoundsProblem) {
        self.problem = problem
        let none = Array(repeating: false, count: problem.stopCount)
        isClosedOffer = Array(repeating: false, count: problem.offerCount)
        isRequired = none
        isOnlyFullDay = none
        isNeverFullDay = none
        isClosedSegment = problem.segments.map { _ in false }
        isClosedNode = problem.rules.map { rule in rule.allowsNode.map { !$0 } }
        isClosedBlock = problem.rules.map { rule in
            problem.blocks.map { block in !problem.kinds[block.kind].teams.contains { rule.allowsTeam[$0] } }
        }
        for (stop, rule) in problem.rules.enumerated() {
            for level in problem.cadences.indices where rule.isExcluded || !rule.allowsLevel[level] {
                close(stop) { $0.level == level }
            }
            // A second visit in the week is in sessions.
            if problem.twinOf[stop] != nil { close(stop) { $0.form > 0 } }
        }
        for set in problem.requiredSets where set.count == 1 { isRequired[set[0]] = true }
    }

    private mutating func close(_ stop: Int, _ isClosed: ((form: Int, level: Int)) -> Bool = { _ in true }) {
        for form in 0..<problem.formCount {
            for level in problem.cadences.indices where isClosed((form, level)) {
                isClosedOffer[problem.offer(stop, form: form, level: level)] = true
            }
        }
    }

    mutating func take(_ decision: BranchDecision) {
        switch decision {
        case .stopUsed(let stop, true): isRequired[stop] = true
        case .stopUsed(let stop, false): close(stop)
        case .offer(let offer, true):
            let stop = problem.stop(ofOffer: offer)
            isRequired[stop] = true
            let problem = problem
            close(stop) { problem.offer(stop, form: $0.form, level: $0.level) != offer }
        case .offer(let offer, false): isClosedOffer[offer] = true
        case .segment(let segment, true):
            let stops = Set(problem.segments[segment].stops)
            for stop in stops { isRequired[stop] = true }
            for other in problem.segments.indices
            where other != segment && !stops.isDisjoint(with: problem.segments[other].stops) {
                isClosedSegment[other] = true
            }
        case .segment(let segment, false): isClosedSegment[segment] = true
        case .blocks(let stop, let blocks, let isIn):
            for block in problem.blocks.indices where (blocks >> UInt128(block) & 1 == 1) != isIn {
                isClosedBlock[stop][block] = true
            }
        case .fullDay(let stop, true): isOnlyFullDay[stop] = true
        case .fullDay(let stop, false): isNeverFullDay[stop] = true
        case .adjacent(let pair, true):
            together.insert(pair)
            for segment in [pair.first, pair.second] {
                for stop in problem.segments[segment].stops { isRequired[stop] = true }
            }
        case .adjacent(let pair, false): apart.insert(pair)
        case .order(let order, false): closedOrders.insert(order)
        case .order(let order, true):
            closedOrders.insert(SegmentOrder(morning: order.afternoon, afternoon: order.morning))
        case .phase(let stop, let node, let isKept):
            for other in problem.tree.nodes.indices where (other == node) != isKept { isClosedNode[stop][other] = true }
        case .atMost(let row, let count): most[row] = min(count, most[row] ?? count)
        case .atLeast(let row, let count): least[row] = max(count, least[row] ?? count)
        }
    }

    mutating func leaveOut(_ exclusion: Exclusion) {
        switch exclusion {
        case .offer(let offer): isClosedOffer[offer] = true
        case .stop(let stop): close(stop)
        case .block(let stop, let block): isClosedBlock[stop][block] = true
        }
    }

    /// False where rounds were left out too often to be followed.
    mutating func leaveOut(by listing: AuditListing) -> Bool {
        guard listings.count < AuditListing.most else { return false }
        listings.append(listing)
        return true
    }

    /// Whether a segment may come in the weeks of a node.
    func allows(_ segment: Int, node: Int) -> Bool {
        let own = problem.segments[segment]
        guard !isClosedSegment[segment] else { return false }
        return own.stops.allSatisfy { stop in
            let offer = problem.offer(stop, form: own.isShort ? 1 : 0, level: problem.tree.nodes[node].level)
            return !isClosedOffer[offer] && !isClosedNode[stop][node] && !(own.isShort && isOnlyFullDay[stop])
        }
    }

    /// Whether a segment may come in the weeks of a node on the weekdays of a block.
    func allows(_ segment: Int, node: Int, block: Int) -> Bool {
        allows(segment, node: node)
            && !problem.segments[segment].stops.contains { isBarred($0, node: node, block: block) }
    }

    /// Whether dates bar a pattern at a stop on the weekdays of a block (R34, R38).
    func isBarred(_ stop: Int, node: Int, block: Int) -> Bool {
        problem.blocks[block].weekdays.contains {
            problem.rules[stop].barredNodes[$0] >> UInt32(node) & 1 == 1
        }
    }

    func allows(_ segment: Int, block: Int) -> Bool {
        problem.segments[segment].stops.allSatisfy { !isClosedBlock[$0][block] }
    }

    /// Whether a segment may have one half of a day.
    func allowsHalf(_ segment: Int) -> Bool {
        problem.segments[segment].isShort || !isOnlyFullDay[problem.segments[segment].stops[0]]
    }

    /// Whether two segments may have the two halves of a day, in this order.
    func allows(morning: Int, afternoon: Int) -> Bool {
        !apart.contains(SegmentPair(morning, afternoon))
            && !closedOrders.contains(SegmentOrder(morning: morning, afternoon: afternoon))
    }
}

extension AuditModel {
    /// A row at a node: its decisions require stops, keep pairs together and limit counts. `nil` for a row that is not
    /// the problem's.
    func row(_ name: String, _ limits: AuditLimits) -> AuditRow? {
        if let row = rows[name] { return row }
        for pair in limits.together where name == "together[\(pair.first),\(pair.second)]" {
            return AuditRow(part: .pair(pair), lower: 1)
        }
        return nil
    }

    /// The rows that decisions change, by name.
    func changedRows(_ limits: AuditLimits) -> [String: AuditRow] {
        var changed: [String: AuditRow] = [:]
        for stop in limits.isRequired.indices where limits.isRequired[stop] {
            changed["once[\(stop)]"] = rows["once[\(stop)]"]
            changed["once[\(stop)]"]?.lower = 1
        }
        func name(_ count: CountRow) -> String {
            let what = count.resource == .days ? "days" : "halfDays"
            return "count[\(what),\(count.kind.map { "k\($0 + 1)," } ?? "")\(count.week.map { "w\($0 + 1)" } ?? "all")]"
        }
        for (count, least) in limits.least {
            changed[name(count), default: rows[name(count)] ?? AuditRow()].lower = Double(least)
        }
        for (count, most) in limits.most {
            changed[name(count), default: rows[name(count)] ?? AuditRow()].upper = Double(most)
        }
        return changed
    }
}
