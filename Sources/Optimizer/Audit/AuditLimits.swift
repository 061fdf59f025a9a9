/// What the rules of stops, the decisions on the way to a node and the exclusions leave to it.
struct AuditLimits: Sendable {
    let problem: RoundsProblem
    private(set) var isClosedSlot: [Bool]
    private(set) var isRequired: [Bool]
    private(set) var isOnlyFullDay: [Bool]
    private(set) var isNeverFullDay: [Bool]
    private(set) var apart: Set<StayPair> = []
    private(set) var together: Set<StayPair> = []
    private(set) var closedOrders: Set<StayOrder> = []
    private(set) var least: [CountRow: Int] = [:]
    private(set) var most: [CountRow: Int] = [:]
    /// Where rounds were left out one by one, from the first time on.
    private(set) var listings: [AuditListing] = []
    private var isClosedStay: [Bool]
    /// By stop, then node of the pattern tree, and by stop, then lane.
    private var isClosedNode: [[Bool]]
    private var isClosedLane: [[Bool]]

    init(_ problem: RoundsProblem) {
        self.problem = problem
        let none = Array(repeating: false, count: problem.stopCount)
        isClosedSlot = Array(repeating: false, count: problem.slotCount)
        isRequired = none
        isOnlyFullDay = none
        isNeverFullDay = none
        isClosedStay = problem.stays.map { _ in false }
        isClosedNode = problem.rules.map { rule in rule.allowsNode.map { !$0 } }
        isClosedLane = problem.rules.map { rule in
            problem.lanes.map { lane in !problem.kinds[lane.kind].teams.contains { rule.allowsTeam[$0] } }
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
                isClosedSlot[problem.slot(stop, form: form, level: level)] = true
            }
        }
    }

    mutating func take(_ decision: BranchDecision) {
        switch decision {
        case .stopUsed(let stop, true): isRequired[stop] = true
        case .stopUsed(let stop, false): close(stop)
        case .slot(let slot, true):
            let stop = problem.stop(ofSlot: slot)
            isRequired[stop] = true
            let problem = problem
            close(stop) { problem.slot(stop, form: $0.form, level: $0.level) != slot }
        case .slot(let slot, false): isClosedSlot[slot] = true
        case .stay(let stay, true):
            let stops = Set(problem.stays[stay].stops)
            for stop in stops { isRequired[stop] = true }
            for other in problem.stays.indices
            where other != stay && !stops.isDisjoint(with: problem.stays[other].stops) {
                isClosedStay[other] = true
            }
        case .stay(let stay, false): isClosedStay[stay] = true
        case .lanes(let stop, let lanes, let isIn):
            for lane in problem.lanes.indices where (lanes >> UInt128(lane) & 1 == 1) != isIn {
                isClosedLane[stop][lane] = true
            }
        case .fullDay(let stop, true): isOnlyFullDay[stop] = true
        case .fullDay(let stop, false): isNeverFullDay[stop] = true
        case .adjacent(let pair, true):
            together.insert(pair)
            for stay in [pair.first, pair.second] {
                for stop in problem.stays[stay].stops { isRequired[stop] = true }
            }
        case .adjacent(let pair, false): apart.insert(pair)
        case .order(let order, false): closedOrders.insert(order)
        case .order(let order, true):
            closedOrders.insert(StayOrder(morning: order.afternoon, afternoon: order.morning))
        case .phase(let stop, let node, let isKept):
            for other in problem.tree.nodes.indices where (other == node) != isKept { isClosedNode[stop][other] = true }
        case .atMost(let row, let count): most[row] = min(count, most[row] ?? count)
        case .atLeast(let row, let count): least[row] = max(count, least[row] ?? count)
        }
    }

    mutating func leaveOut(_ exclusion: Exclusion) {
        switch exclusion {
        case .slot(let slot): isClosedSlot[slot] = true
        case .stop(let stop): close(stop)
        case .lane(let stop, let lane): isClosedLane[stop][lane] = true
        }
    }

    /// False where rounds were left out too often to be followed.
    mutating func leaveOut(by listing: AuditListing) -> Bool {
        guard listings.count < AuditListing.most else { return false }
        listings.append(listing)
        return true
    }

    /// Whether a stay may come in the weeks of a node.
    func allows(_ stay: Int, node: Int) -> Bool {
        let own = problem.stays[stay]
        guard !isClosedStay[stay] else { return false }
        return own.stops.allSatisfy { stop in
            let slot = problem.slot(stop, form: own.isShort ? 1 : 0, level: problem.tree.nodes[node].level)
            return !isClosedSlot[slot] && !isClosedNode[stop][node] && !(own.isShort && isOnlyFullDay[stop])
        }
    }

    func allows(_ stay: Int, lane: Int) -> Bool { problem.stays[stay].stops.allSatisfy { !isClosedLane[$0][lane] } }

    /// Whether a stay may have one half of a day.
    func allowsHalf(_ stay: Int) -> Bool { problem.stays[stay].isShort || !isOnlyFullDay[problem.stays[stay].stops[0]] }

    /// Whether two stays may have the two halves of a day, in this order.
    func allows(morning: Int, afternoon: Int) -> Bool {
        !apart.contains(StayPair(morning, afternoon))
            && !closedOrders.contains(StayOrder(morning: morning, afternoon: afternoon))
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
