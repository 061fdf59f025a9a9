import LinearSolver
import PlanningModel

/// Rows and columns of the exported program but for its days: the master's own rows, cover by the best single stop, the
/// half-days of R01 where several teams share them, and the order of what is alike.
struct CompactLayout {
    let problem: RoundsProblem
    let prefix: String
    let firstRow: Int
    private(set) var rows: [LinearRow] = []
    private(set) var columns: [LinearColumn] = []
    /// Rows that days have something in by what they use, numbered in the program.
    private(set) var useRows: [(row: Int, role: MasterRow.Role)] = []
    /// Row of each offer.
    private(set) var linkRows: [Int]
    private(set) var orderRows: [(row: Int, first: Alike, second: Alike)] = []
    /// By week × weekday × half.
    private var openRows: [Int] = []
    /// By stop that may come twice a week, then weekday.
    private var weekdayRows: [Int: [Int]] = [:]
    private var terms: [[(row: Int, value: Double)]] = []

    /// A part of a plan that may be exchanged with another of its sort.
    enum Alike: Hashable {
        case week(Int)
        case weekday(Int)
        case kind(Int)
    }

    init(_ problem: RoundsProblem, prefix: String, firstRow: Int) {
        self.problem = problem
        self.prefix = prefix
        self.firstRow = firstRow
        linkRows = Array(repeating: -1, count: problem.offerCount)
        let master = MasterLayout(problem)
        addColumns(of: master)
        addRows(of: master)
        addCover(master)
        addWeekdaysOfTwins()
        addOrder()
        for index in columns.indices {
            columns[index].coefficients = SparseVector(terms[index].map { (index: $0.row, value: $0.value) })
        }
        terms = []
    }

    func openRow(week: Int, weekday: Int, _ half: HalfDay) -> Int {
        openRows[(week * problem.weekdays.count + weekday) * 2 + (half == .morning ? 0 : 1)]
    }

    func weekdayRow(stop: Int, weekday: Int) -> Int? { weekdayRows[problem.twinOf[stop] ?? stop]?[weekday] }

    @discardableResult
    private mutating func row(_ bounds: Bounds, _ name: String, _ own: [(column: Int, value: Double)] = []) -> Int {
        let row = firstRow + rows.count
        rows.append(LinearRow(bounds, named: prefix + name))
        for term in own { terms[term.column].append((row, term.value)) }
        return row
    }

    @discardableResult
    private mutating func column(
        _ bounds: Bounds, _ objective: Double, _ name: String, _ kind: ColumnKind = .continuous
    ) -> Int {
        columns.append(LinearColumn(bounds, objective: objective, named: prefix + name, kind: kind))
        terms.append([])
        return columns.count - 1
    }

    private mutating func addColumns(of master: MasterLayout) {
        let perStop = problem.formCount * problem.cadences.count
        for (index, fixed) in master.columns.enumerated() {
            let name =
                index < master.offerCount
                ? "y[\(index / perStop),\(index % perStop)]"
                : index < master.demandStart + problem.demands.count
                    ? "theta[\(index - master.demandStart)]" : "aux[\(index)]"
            column(
                .between(0, fixed.upper), fixed.objective, name, index < master.offerCount ? .binary : .continuous)
        }
    }

    private mutating func addRows(of master: MasterLayout) {
        for (index, own) in master.rows.enumerated() {
            switch own.role {
            case .link(let offer): linkRows[offer] = row(own.bounds, master.names[index], own.terms)
            case .halfDays(let week) where problem.namesHalfDays:
                addOpening(row(own.bounds, master.names[index]), week)
            case .count(let count):
                let most = problem.blocks.reduce(0) { $0 + $1.places } * 2 * problem.tree.weekCount
                let total = column(.between(0, Double(most)), 0, "total[\(index)]", .integer)
                useRows.append((row(.equal(0), master.names[index], [(total, -1)]), .count(count)))
            case .plain:
                let stop = index - master.onceStart
                let isPromised = problem.requiredSets.contains { $0.count == 1 && $0[0] == stop }
                row(isPromised ? .equal(1) : own.bounds, master.names[index], own.terms)
            default: useRows.append((row(own.bounds, master.names[index], own.terms), own.role))
            }
        }
    }

    /// R01 with several teams: two that are out in one half make one half-day.
    private mutating func addOpening(_ opening: Int, _ week: Int) {
        if openRows.isEmpty {
            openRows = Array(repeating: -1, count: problem.tree.weekCount * problem.weekdays.count * 2)
        }
        for (index, weekday) in problem.weekdays.enumerated() {
            for (half, of) in ["morning", "afternoon"].enumerated() {
                let name = "open[w\(week + 1),\(weekday),\(of)]"
                let open = column(.between(0, 1), 0, name)
                terms[open].append((opening, 1))
                openRows[(week * problem.weekdays.count + index) * 2 + half] = row(.atMost(0), name, [(open, 1)])
            }
        }
    }

    /// Each commune takes its single best stop: one of the offers it gains from, if that is taken.
    private mutating func addCover(_ master: MasterLayout) {
        for (index, demand) in problem.demands.enumerated() {
            let reached = row(.equal(0), "cover[\(index)]", [(master.demandStart + index, 1)])
            let one = row(.atMost(1), "one[\(index)]")
            for gain in demand.gains {
                let name = "credit[\(index),\(gain.offer)]"
                let taken = column(.between(0, 1), 0, name)
                terms[taken] += [(reached, -Double(gain.points) / 1000), (one, 1)]
                row(.atMost(0), name, [(taken, 1), (gain.offer, -1)])
            }
        }
    }

    /// A second visit in the week is on another weekday, whichever team comes.
    private mutating func addWeekdaysOfTwins() {
        guard problem.namesHalfDays else { return }
        for first in problem.twinOf.compactMap({ $0 }) {
            weekdayRows[first] = problem.weekdays.map { row(.atMost(1), "weekday[\(first),\($0)]") }
        }
    }

    /// Weeks, weekdays and teams that nothing tells apart come in the order of their work. Each order leaves the sums of
    /// the others as they are, so that all can be asked at once.
    private mutating func addOrder() {
        // Two weeks are told apart where a stop may not be in one of them, or where they owe different openings.
        let isOpen =
            problem.barredNodes.isEmpty
            && problem.rules.allSatisfy { $0.isExcluded || !$0.allowsNode.contains(false) }
        if isOpen, Set(problem.minimumHalfDays).count == 1 {
            for node in problem.tree.nodes where node.weeks.count == 2 && node.children.count == 2 {
                order(.week(node.weeks[0]), .week(node.weeks[1]), "w\(node.weeks[0] + 1),w\(node.weeks[1] + 1)")
            }
        }
        guard problem.namesHalfDays else { return }
        // Weekdays are told apart by the dates that bar them too.
        for (index, own) in problem.starts.enumerated() where problem.barredNodes.isEmpty {
            let teams = problem.classes[index].teams
            guard
                let next = problem.starts.indices.first(where: {
                    $0 > index && problem.starts[$0] == own && problem.classes[$0].teams == teams
                })
            else { continue }
            let days = [index, next].map { problem.classes[$0].weekdays[0] }
            order(.weekday(days[0]), .weekday(days[1]), days.map { "\(problem.weekdays[$0])" }.joined(separator: ","))
        }
        for first in problem.kinds.indices {
            guard let next = problem.kinds.indices.first(where: { $0 > first && problem.kindsAreAlike(first, $0) })
            else { continue }
            order(.kind(first), .kind(next), "k\(first + 1),k\(next + 1)")
        }
    }

    private mutating func order(_ first: Alike, _ second: Alike, _ name: String) {
        orderRows.append((row(.atLeast(0), "order[\(name)]"), first, second))
    }
}

extension RoundsProblem {
    /// Whether two kinds could exchange all their rounds.
    fileprivate func kindsAreAlike(_ a: Int, _ b: Int) -> Bool {
        func limits(_ kind: Int) -> [String] {
            let team = kinds[kind].teams[0]
            return model.weekRows.filter { $0.team == team }.map { "\($0.rule.rawValue) \($0.upper ?? -1)" }
                + model.overtime.filter { $0.team == team }.map { "\($0.limit) \($0.persons)" }
                + [evenings(team), foldedLongDays(team)].map { $0.map(String.init) ?? "" }
        }
        return kinds[a].table == kinds[b].table && kinds[a].clock == kinds[b].clock
            && kinds[a].crewSize == kinds[b].crewSize && limits(a) == limits(b)
            && service.teams[kinds[a].teams[0]].weekdays == service.teams[kinds[b].teams[0]].weekdays
            && rules.allSatisfy { $0.allowsTeam[kinds[a].teams[0]] == $0.allowsTeam[kinds[b].teams[0]] }
    }
}
