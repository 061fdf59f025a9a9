/// The restricted master of one service: round columns, stops taken, demands covered.
///
/// Rows, as `docs/modele.md` names them: `link[s,c]`, `once[s]`, the week rows of the rules, `cycle[r21]`,
/// `count[…]` and `together[i,j]` for branching, `cover[j,g]` and `round[w,m,q]` from cuts. Artificial columns keep
/// every restricted master feasible; a plan never uses them.
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
    let firstRound: Int
    /// The column that stands in for stops that branching requires; those of the lower-bounded rows come after it.
    private let artificial: Int
    let countRows: [CountRow]
    let countRowStart: Int
    private let shortRows: [Int]
    package internal(set) var coverCuts: [(cut: CoverCut, row: Int)] = []
    var knownCover: Set<CoverCut> = []
    package internal(set) var workCuts: [(cut: WorkCut, row: Int)] = []
    var knownWork: Set<WorkCut> = []
    var togetherRows: [StopPair: Int] = [:]
    private var penalty: Double
    let weekRowStart: Int
    let cycleRow: Int?
    private var hasNewRowsOnly = false
    package private(set) var solution = RoundSolution()

    /// Rows so far, cuts among them.
    package var rowCount: Int { linear.rowCount }

    var slotCount: Int { problem.stopCount * problem.cadences.count }

    /// The master of the root, with its rows and a first cut for each demand.
    package static func root(_ problem: RoundsProblem, _ branch: BranchState) throws -> RoundMaster {
        var master = RoundMaster(problem, branch, try LinearProblem())
        try master.addRows()
        try master.addColumns()
        return master
    }

    private init(_ problem: RoundsProblem, _ branch: BranchState, _ linear: consuming LinearProblem) {
        self.problem = problem
        self.branch = branch
        let points = problem.demands.reduce(0.0) { $0 + Double($1.best) / 1000 }
        penalty = 4 * (points + 100)
        let slots = problem.stopCount * problem.cadences.count
        weekRowStart = slots + problem.stopCount
        let afterWeeks = weekRowStart + problem.model.weekRows.count * problem.tree.weekCount
        cycleRow = problem.foldedWork == nil ? nil : afterWeeks
        countRows = CountRow.all(weeks: problem.tree.weekCount)
        countRowStart = afterWeeks + (problem.foldedWork == nil ? 0 : 1)
        artificial = slots + problem.demands.count
        var shortRows: [Int] = []
        for (index, row) in problem.model.weekRows.enumerated() where row.lower != nil {
            shortRows += (0..<problem.tree.weekCount).map { [weekRowStart] in
                weekRowStart + index * problem.tree.weekCount + $0
            }
        }
        shortRows += countRows.indices.map { [countRowStart] in countRowStart + $0 }
        self.shortRows = shortRows
        firstRound = artificial + 1 + shortRows.count
        self.linear = linear
    }

    private mutating func addRows() throws {
        let cadences = problem.cadences.count
        for slot in 0..<slotCount { try linear.addRow(.equal(0), named: "link[\(slot / cadences),\(slot % cadences)]") }
        for stop in 0..<problem.stopCount { try linear.addRow(.atMost(1), named: "once[\(stop)]") }
        for row in problem.model.weekRows {
            for week in 0..<problem.tree.weekCount {
                try linear.addRow(Self.bounds(row), named: row.name(week: week))
            }
        }
        if let limit = problem.foldedWork { try linear.addRow(.atMost(Double(limit) / 60), named: "cycle[r21]") }
        for row in countRows {
            try linear.addRow(.free, named: "count[\(row.resource),\(row.week.map { "w\($0 + 1)" } ?? "all")]")
        }
    }

    private mutating func addColumns() throws {
        for slot in 0..<slotCount {
            try linear.addColumn(
                .between(0, 1), objective: 0,
                SparseVector([(slot, -1), (slotCount + slot / problem.cadences.count, 1)]))
        }
        for demand in problem.demands {
            try linear.addColumn(.between(0, Double(demand.best) / 1000), objective: 1)
        }
        let standIn = SparseVector((0..<problem.stopCount).map { (slotCount + $0, 1.0) })
        try linear.addColumn(.between(0, 1), objective: -penalty, standIn)
        for row in shortRows { try linear.addColumn(.atLeast(0), objective: -penalty, SparseVector([(row, 1)])) }
    }

    private static func bounds(_ row: WeekRow) -> Bounds {
        bounds(row.lower, row.upper, scale: row.resource == .work ? 60 : 1)
    }

    private static func bounds(_ lower: Int?, _ upper: Int?, scale: Double) -> Bounds {
        switch (lower, upper) {
        case (let lower?, let upper?): .between(Double(lower) / scale, Double(upper) / scale)
        case (let lower?, nil): .atLeast(Double(lower) / scale)
        case (nil, let upper?): .atMost(Double(upper) / scale)
        case (nil, nil): .free
        }
    }

    // MARK: Columns

    package mutating func add(_ found: [RoundColumn]) throws -> Int {
        var added = 0
        for column in found where !known.contains(column) {
            guard let use = problem.use(of: column) else { continue }
            known.insert(column)
            columns.append(column)
            uses.append(use)
            isOpen.append(true)
            try linear.addColumn(.atLeast(0), objective: -Double(use.cost) / 1000, coefficients(of: column, use))
            added += 1
        }
        if added > 0 { hasNewRowsOnly = false }
        return added
    }

    private func coefficients(of column: RoundColumn, _ use: RoundUse) -> SparseVector {
        var vector = SparseVector()
        for taken in column.stops {
            vector.append(taken.stop * problem.cadences.count + problem.tree.nodes[taken.node].level, 1)
        }
        for (index, row) in problem.model.weekRows.enumerated() {
            for week in 0..<problem.tree.weekCount {
                let amount: Double =
                    switch row.resource {
                    case .halfDays: Double(use.halfDays[week])
                    case .work: Double(use.work[week]) / 60
                    case .days: Double(use.days[week])
                    }
                vector.append(weekRowStart + index * problem.tree.weekCount + week, amount)
            }
        }
        if let cycleRow { vector.append(cycleRow, Double(use.work.reduce(0, +)) / 60) }
        for (index, row) in countRows.enumerated() {
            let amounts = row.resource == .days ? use.days : use.halfDays
            vector.append(countRowStart + index, Double(row.week.map { amounts[$0] } ?? amounts.reduce(0, +)))
        }
        for (cut, row) in workCuts { vector.append(row, Double(cut.coefficient(work: use.work[cut.week]))) }
        if !togetherRows.isEmpty {
            for pair in Set(column.adjacentPairs) {
                if let row = togetherRows[pair] { vector.append(row, 1) }
            }
        }
        return vector
    }

    // MARK: Cuts

    private mutating func add(_ cut: CoverCut) throws {
        var vector = SparseVector([(slotCount + cut.demand, 1.0)])
        for term in cut.terms { vector.append(term.slot, -Double(term.points) / 1000) }
        let row = try linear.addRow(
            .atMost(Double(cut.threshold) / 1000), vector, named: "cover[\(cut.demand),\(cut.threshold)]")
        coverCuts.append((cut, row))
        knownCover.insert(cut)
    }

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
        if let limit = problem.upper(.work) {
            for week in 0..<problem.tree.weekCount {
                let days = solution.rounds.map { (uses[$0.column].work[week], $0.share) }.filter { $0.0 > 0 }
                guard let cut = FractionalDays(days: days).cut(week: week, limit: limit), !knownWork.contains(cut)
                else { continue }
                try add(cut, limit: limit)
                added += 1
            }
        }
        return added
    }

    private mutating func add(_ cut: WorkCut, limit: Int) throws {
        var vector = SparseVector()
        for index in columns.indices {
            vector.append(firstRound + index, Double(cut.coefficient(work: uses[index].work[cut.week])))
        }
        let row = try linear.addRow(
            .atMost(Double(cut.coefficient(work: limit))), vector,
            named: "round[w\(cut.week + 1),\(cut.multiplier),\(cut.divisor)]")
        workCuts.append((cut, row))
        knownWork.insert(cut)
    }

    // MARK: Branching

    /// Turns the master into that of another node of the tree.
    package mutating func apply(_ next: BranchState) throws {
        for stop in 0..<problem.stopCount where next.requiredStop[stop] != branch.requiredStop[stop] {
            try linear.setRow(slotCount + stop, next.requiredStop[stop] ? .equal(1) : .atMost(1))
        }
        for slot in 0..<slotCount where next.forbiddenCadence[slot] != branch.forbiddenCadence[slot] {
            try linear.setColumn(slot, next.forbiddenCadence[slot] ? .equal(0) : .between(0, 1))
        }
        for (index, row) in countRows.enumerated() {
            let bounds = (next.countLower[row], next.countUpper[row])
            guard bounds != (branch.countLower[row], branch.countUpper[row]) else { continue }
            try linear.setRow(countRowStart + index, Self.bounds(bounds.0, bounds.1, scale: 1))
        }
        for pair in next.requiredPairs.symmetricDifference(branch.requiredPairs) {
            let wanted = next.requiredPairs.contains(pair)
            if let row = togetherRows[pair] {
                try linear.setRow(row, wanted ? .atLeast(1) : .free)
            } else if wanted {
                var vector = SparseVector([(artificial, 1.0)])
                for index in columns.indices where columns[index].adjacentPairs.contains(pair) {
                    vector.append(firstRound + index, 1)
                }
                togetherRows[pair] = try linear.addRow(
                    .atLeast(1), vector, named: "together[\(pair.first),\(pair.second)]")
            }
        }
        branch = next
        for index in columns.indices {
            let open = branch.allows(columns[index])
            guard open != isOpen[index] else { continue }
            try linear.setColumn(firstRound + index, open ? .atLeast(0) : .equal(0))
            isOpen[index] = open
        }
        hasNewRowsOnly = true
    }

    // MARK: Solving

    package mutating func solve() throws -> RoundDuals {
        var outcome = try linear.solve(dual: hasNewRowsOnly)
        if !outcome.isOptimal { outcome = try linear.solve(dual: false) }
        guard outcome.isOptimal else { throw SearchError.masterNotSolved(outcome) }
        hasNewRowsOnly = true
        let values = try linear.columnValues()
        solution = RoundSolution(
            objective: try linear.objective(), cover: Array(values[0..<slotCount]),
            theta: Array(values[slotCount..<artificial]),
            rounds: columns.indices.compactMap { index in
                let share = values[firstRound + index]
                return share > Tolerance.integrality ? (index, share) : nil
            }, artificial: values[artificial..<firstRound].reduce(0, +))
        return duals(from: try linear.rowDuals())
    }

    /// Makes the artificial column dearer, where it hides that nothing better is left.
    mutating func raisePenalty() throws {
        penalty *= 20
        for column in artificial..<firstRound { try linear.setObjective(column, -penalty) }
        hasNewRowsOnly = false
    }
}

/// A solution of the restricted master.
package struct RoundSolution {
    package var objective = 0.0
    /// By stop × cadence.
    var cover: [Double] = []
    /// Points, by demand.
    var theta: [Double] = []
    var rounds: [(column: Int, share: Double)] = []
    var artificial = 0.0
}

/// What the search cannot go on from.
enum SearchError: Error {
    case masterNotSolved(Outcome)
}
