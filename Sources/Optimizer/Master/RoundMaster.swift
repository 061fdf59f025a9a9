import ColumnGeneration
import LinearSolver

/// The restricted master of one service: round columns, offers taken, demands covered.
///
/// Rows are those of `MasterLayout`, then `together[i,j]` for branching, `cover[j,g]` and `round[k,w,m,q]` from cuts, as
/// they come. Artificial columns keep every restricted master feasible; a plan never uses them.
package struct RoundMaster: ColumnMaster, ~Copyable {
    package typealias Column = RoundColumn
    package typealias Duals = RoundDuals

    let problem: RoundsProblem
    var linear: LinearProblem
    private(set) var branch: BranchState
    package internal(set) var columns: [RoundColumn] = []
    var uses: [RoundUse] = []
    var known: Set<RoundColumn> = []
    var isOpen: [Bool] = []
    /// All rows of GLPK's problem, in its order.
    var rows: [MasterRow] = []
    let fixed: [FixedColumn]
    let layout: MasterLayout
    let firstRound: Int
    /// The column that stands in for stops that branching requires; those of the lower-bounded rows come after it.
    private let artificial: Int
    /// Rows in which round columns may have something besides their links, and those of pairs kept together.
    private var roundRows: [Int] = []
    private var togetherRows: [SegmentPair: Int] = [:]
    var knownCover: Set<CoverCut> = []
    var knownWork: Set<WorkCut> = []
    private var penalty: Double
    private var hasNewRowsOnly = false
    package private(set) var solution = RoundSolution()

    package var rowCount: Int { rows.count }
    package var coverCuts: [CoverCut] { rows.compactMap(\.cover) }
    package var workCuts: [WorkCut] {
        rows.compactMap { row in
            if case .workCut(let cut) = row.role { cut } else { nil }
        }
    }

    /// The master of a node, with its rows and no round.
    package static func root(_ problem: RoundsProblem, _ branch: BranchState) throws -> RoundMaster {
        let layout = MasterLayout(problem)
        var master = RoundMaster(problem, layout, BranchState(problem), try LinearProblem())
        try master.addLayout()
        try master.apply(branch)
        return master
    }

    private init(
        _ problem: RoundsProblem, _ layout: MasterLayout, _ branch: BranchState, _ linear: consuming LinearProblem
    ) {
        self.problem = problem
        self.layout = layout
        self.branch = branch
        self.linear = linear
        fixed = layout.columns
        penalty = 4 * (Double(problem.mostValue) / 1000 + 100)
        artificial = layout.columns.count
        firstRound = artificial + 1 + layout.ownShort.count
    }

    private mutating func addLayout() throws {
        for (row, name) in zip(layout.rows, layout.names) { try linear.addRow(row.bounds, named: name) }
        rows = layout.rows
        indexRows()
        var vectors = Array(repeating: SparseVector(), count: fixed.count)
        for (index, row) in rows.enumerated() {
            for term in row.terms { vectors[term.column].append(index, term.value) }
        }
        for (index, column) in fixed.enumerated() {
            let isForbidden = index < problem.offerCount && branch.forbiddenOffer[index]
            try linear.addColumn(
                isForbidden ? .equal(0) : .between(0, column.upper), objective: column.objective, vectors[index])
        }
        let standIn = SparseVector(layout.sharedShort.map { ($0, 1.0) })
        try linear.addColumn(.between(0, 1), objective: -penalty, standIn)
        for row in layout.ownShort {
            try linear.addColumn(.atLeast(0), objective: -penalty, SparseVector([(row, 1)]))
        }
        for stop in 0..<problem.stopCount where branch.requiredStop[stop] {
            try setRow(layout.onceStart + stop, lower: 1, upper: 1)
        }
    }

    /// Finds again which rows speak of rounds, once rows have come or gone.
    mutating func indexRows() {
        roundRows = []
        togetherRows = [:]
        for (index, row) in rows.enumerated() {
            switch row.role {
            case .plain, .link: break
            case .together(let pair): togetherRows[pair] = index
            default: roundRows.append(index)
            }
        }
    }

    private mutating func setRow(_ row: Int, lower: Double?, upper: Double?) throws {
        rows[row].lower = lower
        rows[row].upper = upper
        try linear.setRow(row, rows[row].bounds)
    }

    private mutating func addRow(_ row: MasterRow, _ vector: SparseVector, named name: String) throws {
        try linear.addRow(row.bounds, vector, named: name)
        rows.append(row)
        switch row.role {
        case .plain, .link: break
        case .together(let pair): togetherRows[pair] = rows.count - 1
        default: roundRows.append(rows.count - 1)
        }
    }

    // MARK: Columns

    package mutating func add(_ found: [RoundColumn]) throws -> Int {
        var added = 0
        let limits = BranchState.SegmentLimits(branch)
        for column in found where !known.contains(column) {
            guard let use = problem.use(of: column) else { continue }
            known.insert(column)
            columns.append(column)
            uses.append(use)
            let allowed = branch.allows(column, limits)
            isOpen.append(allowed)
            try linear.addColumn(
                allowed ? .atLeast(0) : .equal(0), objective: -Double(use.cost) / 1000, coefficients(of: column, use))
            added += 1
        }
        if added > 0 { hasNewRowsOnly = false }
        return added
    }

    private func coefficients(of column: RoundColumn, _ use: RoundUse) -> SparseVector {
        var vector = SparseVector()
        for taken in column.segments {
            for offer in problem.offers(of: taken.segment, level: problem.tree.nodes[taken.node].level) {
                vector.append(offer, 1)
            }
        }
        for row in roundRows { vector.append(row, problem.coefficient(rows[row].role, column, use)) }
        if !togetherRows.isEmpty {
            for pair in Set(column.adjacentPairs) {
                if let row = togetherRows[pair] { vector.append(row, 1) }
            }
        }
        return vector
    }

    // MARK: Cuts

    package mutating func separate() throws -> Int {
        var added = 0
        for demand in problem.demands.indices {
            guard
                let cut = problem.coverCut(demand: demand, cover: solution.cover, theta: solution.theta[demand]),
                !knownCover.contains(cut)
            else { continue }
            try add(cut)
            added += 1
        }
        for kind in problem.kinds.indices {
            guard let limit = problem.weekWork(kind) else { continue }
            for week in 0..<problem.tree.weekCount {
                let days = solution.rounds.filter { problem.blocks[columns[$0.column].block].kind == kind }
                    .map { (uses[$0.column].work[week], $0.share) }.filter { $0.0 > 0 }
                guard
                    let cut = FractionalDays(days: days).cut(
                        kind: kind, week: week, limit: limit, teams: problem.kinds[kind].teams.count),
                    !knownWork.contains(cut)
                else { continue }
                try add(cut)
                added += 1
            }
        }
        return added
    }

    private mutating func add(_ cut: CoverCut) throws {
        let theta = layout.demandStart + cut.demand
        let row = MasterRow(
            .plain, upper: Double(cut.threshold) / 1000,
            terms: [(theta, 1)] + cut.terms.map { ($0.offer, -Double($0.points) / 1000) }, cover: cut)
        try addRow(
            row, SparseVector(row.terms.map { ($0.column, $0.value) }), named: Self.name(cut))
        knownCover.insert(cut)
    }

    private mutating func add(_ cut: WorkCut) throws {
        let teams = problem.kinds[cut.kind].teams.count
        let row = MasterRow(.workCut(cut), upper: Double(teams * cut.rightHandSide) * cut.scale)
        var vector = SparseVector()
        for index in columns.indices {
            vector.append(firstRound + index, problem.coefficient(row.role, columns[index], uses[index]))
        }
        try addRow(row, vector, named: Self.name(cut))
        knownWork.insert(cut)
    }

    static func name(_ cut: CoverCut) -> String { "cover[\(cut.demand),\(cut.threshold)]" }
    static func name(_ cut: WorkCut) -> String {
        "round[k\(cut.kind + 1),w\(cut.week + 1),\(cut.multiplier),\(cut.divisor)]"
    }
    static func name(_ pair: SegmentPair) -> String { "together[\(pair.first),\(pair.second)]" }

    // MARK: Branching

    /// Turns the master into that of another node of the tree.
    package mutating func apply(_ next: BranchState) throws {
        for stop in 0..<problem.stopCount where next.requiredStop[stop] != branch.requiredStop[stop] {
            try setRow(layout.onceStart + stop, lower: next.requiredStop[stop] ? 1 : nil, upper: 1)
        }
        for offer in 0..<problem.offerCount where next.forbiddenOffer[offer] != branch.forbiddenOffer[offer] {
            try linear.setColumn(offer, next.forbiddenOffer[offer] ? .equal(0) : .between(0, 1))
        }
        for (count, row) in layout.countRows {
            let bounds = (next.countLower[count], next.countUpper[count])
            guard bounds != (branch.countLower[count], branch.countUpper[count]) else { continue }
            try setRow(row, lower: bounds.0.map(Double.init), upper: bounds.1.map(Double.init))
        }
        for pair in next.requiredPairs.symmetricDifference(branch.requiredPairs) {
            let wanted = next.requiredPairs.contains(pair)
            if let row = togetherRows[pair] {
                try setRow(row, lower: wanted ? 1 : nil, upper: nil)
            } else if wanted {
                var vector = SparseVector([(artificial, 1.0)])
                for index in columns.indices where columns[index].adjacentPairs.contains(pair) {
                    vector.append(firstRound + index, 1)
                }
                try addRow(MasterRow(.together(pair), lower: 1), vector, named: Self.name(pair))
            }
        }
        branch = next
        let limits = BranchState.SegmentLimits(next)
        for index in columns.indices {
            let open = branch.allows(columns[index], limits)
            guard open != isOpen[index] else { continue }
            try linear.setColumn(firstRound + index, open ? .atLeast(0) : .equal(0))
            isOpen[index] = open
        }
        hasNewRowsOnly = true
    }

    // MARK: Solving

    package mutating func solve(shouldStop: () -> Bool) throws -> RoundDuals? {
        // Artificial columns keep every master feasible: where GLPK finds none, its basis has gone astray.
        let outcome = try linear.solvePatiently(dual: hasNewRowsOnly, shouldStop: shouldStop)
        guard outcome.isOptimal else {
            if shouldStop() { return nil }
            throw SearchError.masterNotSolved(outcome)
        }
        hasNewRowsOnly = true
        let values = try linear.columnValues()
        solution = RoundSolution(
            objective: try linear.objective(), cover: Array(values[0..<problem.offerCount]),
            theta: Array(values[layout.demandStart..<layout.demandStart + problem.demands.count]),
            rounds: columns.indices.compactMap { index in
                let share = values[firstRound + index]
                return share > Tolerance.integrality ? (index, share) : nil
            }, artificial: values[artificial..<firstRound].reduce(0, +))
        return duals(from: try linear.rowDuals())
    }

    /// Makes the artificial columns dearer, where they hide that nothing better is left.
    mutating func raisePenalty() throws {
        penalty *= 20
        for column in artificial..<firstRound { try linear.setObjective(column, -penalty) }
        hasNewRowsOnly = false
    }
}

extension RoundMaster: BranchingMaster {
    package var value: Double { solution.objective }

    package func basis() throws -> Basis { try linear.basis() }

    package mutating func restore(_ basis: Basis) throws { try linear.restore(basis) }

    package mutating func triedValue(iterations: Int) throws -> Double {
        _ = try linear.solve(dual: true, iterationLimit: iterations)
        return try linear.objective()
    }
}
