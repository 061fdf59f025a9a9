/// What drafts of one problem share, laid out flat: one object, so that copies of a draft copy none of it.
final class DraftFrame: Sendable {
    let problem: RoundsProblem
    let teams: Int
    let weekdays: Int
    let weeks: Int
    let segments: Int
    let levels: Int
    /// By folded week.
    let minimumHalfDays: [Int]
    let foldedWork: Int?
    /// By team.
    let weekWork: [Int]
    let kindOf: [Int]
    /// By team × weekday; −1 where the team does not work.
    let blockOf: [Int]
    let tableOf: [Int]
    /// By node.
    let weeksOf: [[Int]]
    let levelOf: [Int]
    /// By table.
    let singles: [[DayCost]]
    let fullDays: [[DayCost]]
    let pairs: [[DayCost]]
    /// By segment × level: price of soft rules, and thousandths for each demand.
    let segmentCost: [Int]
    let credit: [[(demand: Int, points: Int)]]
    /// By segment: whether its half-day counts for R01.
    let counts: [Bool]
    /// Nodes that the rules of the stops leave to a segment in some block, and what they leave block by block.
    let allowedNodes: [UInt32]
    private let limits: BranchState.SegmentLimits

    init(_ problem: RoundsProblem) {
        self.problem = problem
        let teams = problem.service.teams.count
        let weekdays = problem.weekdays.count
        self.teams = teams
        self.weekdays = weekdays
        weeks = problem.tree.weekCount
        segments = problem.segments.count
        levels = problem.cadences.count
        minimumHalfDays = problem.minimumHalfDays
        foldedWork = problem.foldedWork
        var kindOf = Array(repeating: 0, count: teams)
        for (kind, own) in problem.kinds.enumerated() { for team in own.teams { kindOf[team] = kind } }
        self.kindOf = kindOf
        weekWork = (0..<teams).map { problem.weekWork(kindOf[$0]) ?? Int.max / 4 }
        let blocks = (0..<teams).flatMap { team in
            (0..<weekdays).map { weekday in
                problem.blocks.firstIndex { $0.kind == kindOf[team] && $0.weekdays.contains(weekday) } ?? -1
            }
        }
        blockOf = blocks
        tableOf = blocks.map { $0 < 0 ? 0 : problem.blocks[$0].table }
        weeksOf = problem.tree.nodes.map(\.weeks)
        levelOf = problem.tree.nodes.map(\.level)
        singles = problem.tables.map(\.singles)
        fullDays = problem.tables.map(\.fullDays)
        pairs = problem.tables.map(\.pairs)
        var segmentCost: [Int] = []
        var credit: [[(demand: Int, points: Int)]] = []
        for segment in problem.segments.indices {
            for level in problem.cadences.indices {
                var cost = 0
                var best: [Int: Int] = [:]
                for offer in problem.offers(of: segment, level: level) {
                    cost += problem.offerCost[offer]
                    let stop = problem.stop(ofOffer: offer)
                    let own = offer - problem.offer(stop, level: 0)
                    for (demand, points) in problem.demandsOfStop[stop] where points[own] > 0 {
                        best[demand] = max(best[demand] ?? 0, points[own])
                    }
                }
                segmentCost.append(cost)
                credit.append(best.sorted { $0.key < $1.key }.map { (demand: $0.key, points: $0.value) })
            }
        }
        self.segmentCost = segmentCost
        self.credit = credit
        counts = problem.segments.map { $0.halfDays > 0 }
        limits = BranchState.SegmentLimits(BranchState(problem))
        allowedNodes = limits.allowedNodes
    }

    /// Whether the rules of its stops allow a segment in the weeks of a node, on a weekday of a team.
    @inline(__always)
    func allows(_ segment: Int, node: Int, team: Int, weekday: Int) -> Bool {
        let block = blockOf[team * weekdays + weekday]
        return block >= 0 && limits.nodes(segment, block: block) & (1 << UInt32(node)) != 0
    }
}
