/// A plan under construction: stops in the half-days of a folded cycle, with everything it uses kept up to date.
struct RoundsDraft: Sendable {
    struct Entry: Hashable, Sendable {
        var stop: Int
        var node: Int
        var weekday: Int
        /// 0 morning, 1 afternoon, 2 both.
        var half: Int
    }

    let problem: RoundsProblem
    private(set) var entries: [Entry] = []
    /// By weekday, half and week; −1 where free.
    private var cells: [Int]
    private var work: [Int]
    private var halfDays: [Int]
    private(set) var cost = 0
    /// Gain each demand has now.
    private(set) var covered: [Int]
    private(set) var used: [Bool]

    private var weeks: Int { problem.tree.weekCount }

    init(_ problem: RoundsProblem) {
        self.problem = problem
        cells = Array(repeating: -1, count: problem.weekdays.count * 2 * problem.tree.weekCount)
        work = Array(repeating: 0, count: problem.tree.weekCount)
        halfDays = work
        covered = Array(repeating: 0, count: problem.demands.count)
        used = Array(repeating: false, count: problem.stopCount)
    }

    private func cell(_ weekday: Int, _ half: Int, _ week: Int) -> Int { (weekday * 2 + half) * weeks + week }

    var need: Int { covered.reduce(0, +) }
    var value: Int { need - cost }
    /// Half-days missing to the minimum, over all weeks.
    var shortage: Int { halfDays.reduce(0) { $0 + max(0, problem.minimumHalfDays - $1) } }

    func isFree(_ weekday: Int) -> Bool {
        (0..<2 * weeks).allSatisfy { cells[weekday * 2 * weeks + $0] < 0 }
    }

    func gain(of stop: Int, cadence: Int) -> Int {
        var sum = 0
        for (demand, points) in problem.demandsOfStop[stop] { sum += max(0, points[cadence] - covered[demand]) }
        return sum
    }

    private func day(_ morning: Int, _ afternoon: Int) -> DayCost? {
        if morning < 0 { return afternoon < 0 ? DayCost(work: 0, cost: 0) : problem.single(afternoon) }
        if afternoon < 0 { return problem.single(morning) }
        return morning == afternoon
            ? problem.fullDay(morning) : problem.pair(StopOrder(morning: morning, afternoon: afternoon))
    }

    /// Extra cost and work of an entry, and the half-days it brings towards the minimum; `nil` where it does not fit.
    func delta(_ entry: Entry) -> (cost: Int, work: Int, relief: Int)? {
        var cost = 0
        var total = 0
        var relief = 0
        let limit = problem.upper(.work) ?? Int.max
        for week in problem.tree.nodes[entry.node].weeks {
            let morning = cells[cell(entry.weekday, 0, week)]
            let afternoon = cells[cell(entry.weekday, 1, week)]
            if entry.half != 1 && morning >= 0 || entry.half != 0 && afternoon >= 0 { return nil }
            guard let before = day(morning, afternoon),
                let after = day(entry.half != 1 ? entry.stop : morning, entry.half != 0 ? entry.stop : afternoon)
            else { return nil }
            let extra = after.work - before.work
            guard work[week] + extra <= limit else { return nil }
            cost += after.cost - before.cost
            total += extra
            let more = problem.halfDays(sessions: entry.half == 2 ? 2 : 1)
            relief += min(more, max(0, problem.minimumHalfDays - halfDays[week]))
        }
        if let folded = problem.foldedWork, work.reduce(0, +) + total > folded { return nil }
        return (cost, total, relief)
    }

    mutating func insert(_ entry: Entry) {
        change(entry, to: entry.stop)
        entries.append(entry)
        used[entry.stop] = true
        let cadence = problem.tree.nodes[entry.node].level
        for (demand, points) in problem.demandsOfStop[entry.stop] {
            covered[demand] = max(covered[demand], points[cadence])
        }
    }

    mutating func remove(where leaves: (Entry) -> Bool) {
        for entry in entries where leaves(entry) {
            change(entry, to: -1)
            used[entry.stop] = false
        }
        entries.removeAll(where: leaves)
        for demand in covered.indices { covered[demand] = 0 }
        for entry in entries {
            let cadence = problem.tree.nodes[entry.node].level
            for (demand, points) in problem.demandsOfStop[entry.stop] {
                covered[demand] = max(covered[demand], points[cadence])
            }
        }
    }

    private mutating func change(_ entry: Entry, to stop: Int) {
        let sign = stop >= 0 ? 1 : -1
        for week in problem.tree.nodes[entry.node].weeks {
            let before = day(cells[cell(entry.weekday, 0, week)], cells[cell(entry.weekday, 1, week)])
            if entry.half != 1 { cells[cell(entry.weekday, 0, week)] = stop }
            if entry.half != 0 { cells[cell(entry.weekday, 1, week)] = stop }
            let after = day(cells[cell(entry.weekday, 0, week)], cells[cell(entry.weekday, 1, week)])
            cost += (after?.cost ?? 0) - (before?.cost ?? 0)
            work[week] += (after?.work ?? 0) - (before?.work ?? 0)
            halfDays[week] += sign * problem.halfDays(sessions: entry.half == 2 ? 2 : 1)
        }
    }

    /// The draft as round columns: on each weekday the widest pattern is the anchor of what it contains.
    var columns: [RoundColumn] {
        var found: [RoundColumn] = []
        for weekday in problem.weekdays.indices {
            var left = entries.filter { $0.weekday == weekday }.sorted {
                (problem.tree.nodes[$0.node].level, $0.stop) < (problem.tree.nodes[$1.node].level, $1.stop)
            }
            while !left.isEmpty {
                let anchor = left.removeFirst()
                let inside = Set(problem.tree.subtree(anchor.node))
                let partners =
                    anchor.half == 2 ? [] : left.filter { $0.half != anchor.half && inside.contains($0.node) }
                left.removeAll(where: partners.contains)
                let others = partners.map { StopPattern(stop: $0.stop, node: $0.node) }.sorted {
                    problem.tree.nodes[$0.node].weeks[0] < problem.tree.nodes[$1.node].weeks[0]
                }
                found.append(
                    RoundColumn(
                        anchor: StopPattern(stop: anchor.stop, node: anchor.node), isFullDay: anchor.half == 2,
                        partners: others,
                        order: problem.canonical(
                            anchor.half == 0 ? .anchorFirst : .anchorLast, anchor: anchor.stop, partners: others)))
            }
        }
        return found
    }
}
