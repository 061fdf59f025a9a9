/// What drafts of one problem share, laid out flat: one object, so that copies of a draft copy none of it.
final class DraftFrame: Sendable {
    let problem: RoundsProblem
    let teams: Int
    let weekdays: Int
    let weeks: Int
    let stays: Int
    let levels: Int
    /// By folded week.
    let minimumHalfDays: [Int]
    let foldedWork: Int?
    /// By team.
    let weekWork: [Int]
    let kindOf: [Int]
    /// By team × weekday; −1 where the team does not work.
    let laneOf: [Int]
    let tableOf: [Int]
    /// By node.
    let weeksOf: [[Int]]
    let levelOf: [Int]
    /// By table.
    let singles: [[DayCost]]
    let fullDays: [[DayCost]]
    let pairs: [[DayCost]]
    /// By stay × level: price of soft rules, and thousandths for each demand.
    let slotCost: [Int]
    let credit: [[(demand: Int, points: Int)]]
    /// By stay: whether its half-day counts for R01.
    let counts: [Bool]
    /// Nodes and lanes that the rules of the stops leave to a stay.
    let allowedNodes: [UInt32]
    let forbiddenLanes: [UInt128]

    init(_ problem: RoundsProblem) {
        self.problem = problem
        let teams = problem.service.teams.count
        let weekdays = problem.weekdays.count
        self.teams = teams
        self.weekdays = weekdays
        weeks = problem.tree.weekCount
        stays = problem.stays.count
        levels = problem.cadences.count
        minimumHalfDays = problem.minimumHalfDays
        foldedWork = problem.foldedWork
        var kindOf = Array(repeating: 0, count: teams)
        for (kind, own) in problem.kinds.enumerated() { for team in own.teams { kindOf[team] = kind } }
        self.kindOf = kindOf
        weekWork = (0..<teams).map { problem.weekWork(kindOf[$0]) ?? Int.max / 4 }
        let lanes = (0..<teams).flatMap { team in
            (0..<weekdays).map { weekday in
                problem.lanes.firstIndex { $0.kind == kindOf[team] && $0.weekdays.contains(weekday) } ?? -1
            }
        }
        laneOf = lanes
        tableOf = lanes.map { $0 < 0 ? 0 : problem.lanes[$0].table }
        weeksOf = problem.tree.nodes.map(\.weeks)
        levelOf = problem.tree.nodes.map(\.level)
        singles = problem.tables.map(\.singles)
        fullDays = problem.tables.map(\.fullDays)
        pairs = problem.tables.map(\.pairs)
        var slotCost: [Int] = []
        var credit: [[(demand: Int, points: Int)]] = []
        for stay in problem.stays.indices {
            for level in problem.cadences.indices {
                var cost = 0
                var best: [Int: Int] = [:]
                for slot in problem.slots(of: stay, level: level) {
                    cost += problem.slotCost[slot]
                    let stop = problem.stop(ofSlot: slot)
                    let own = slot - problem.slot(stop, level: 0)
                    for (demand, points) in problem.demandsOfStop[stop] where points[own] > 0 {
                        best[demand] = max(best[demand] ?? 0, points[own])
                    }
                }
                slotCost.append(cost)
                credit.append(best.sorted { $0.key < $1.key }.map { (demand: $0.key, points: $0.value) })
            }
        }
        self.slotCost = slotCost
        self.credit = credit
        counts = problem.stays.map { $0.halfDays > 0 }
        let state = BranchState(problem)
        allowedNodes = problem.stays.indices.map(state.allowedNodes)
        forbiddenLanes = problem.stays.indices.map(state.forbiddenLanes)
    }

    /// Whether the rules of its stops allow a stay in the weeks of a node, on a weekday of a team.
    @inline(__always)
    func allows(_ stay: Int, node: Int, team: Int, weekday: Int) -> Bool {
        let lane = laneOf[team * weekdays + weekday]
        return lane >= 0 && allowedNodes[stay] & (1 << UInt32(node)) != 0
            && forbiddenLanes[stay] & (1 << UInt128(lane)) == 0
    }
}
