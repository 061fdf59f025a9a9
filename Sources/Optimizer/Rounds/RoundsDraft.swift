/// A plan under construction: stays in the half-days of a folded cycle, with everything it uses kept up to date.
struct RoundsDraft: Sendable {
    enum Half: Int, Sendable, CaseIterable {
        case morning, afternoon, both
    }

    struct Entry: Hashable, Sendable {
        var stay: Int
        var node: Int
        var team: Int
        var weekday: Int
        var half: Half
    }

    let problem: RoundsProblem
    private(set) var entries: [Entry] = []
    /// By team, weekday, half and week; −1 where free.
    private var cells: [Int]
    /// By team and week.
    private var work: [Int]
    /// Teams that open a half-day that counts, by week, weekday and half.
    private var open: [Int]
    /// Half-days of a week in which some team is open.
    private var halfDays: [Int]
    private(set) var cost = 0
    /// Gain each demand has now.
    private(set) var covered: [Int]
    /// By stop.
    private(set) var used: [Bool]
    let kindOfTeam: [Int]
    /// By team × weekday.
    let laneOf: [Int]

    private var weeks: Int { problem.tree.weekCount }
    private var weekdayCount: Int { problem.weekdays.count }

    init(_ problem: RoundsProblem) {
        self.problem = problem
        let teams = problem.service.teams.count
        let weeks = problem.tree.weekCount
        let weekdays = problem.weekdays.count
        cells = Array(repeating: -1, count: teams * weekdays * 2 * weeks)
        work = Array(repeating: 0, count: teams * weeks)
        open = Array(repeating: 0, count: weeks * weekdays * 2)
        halfDays = Array(repeating: 0, count: weeks)
        covered = Array(repeating: 0, count: problem.demands.count)
        used = Array(repeating: false, count: problem.stopCount)
        var kindOfTeam = Array(repeating: 0, count: teams)
        for (kind, own) in problem.kinds.enumerated() { for team in own.teams { kindOfTeam[team] = kind } }
        self.kindOfTeam = kindOfTeam
        laneOf = (0..<teams).flatMap { team in
            (0..<weekdays).map { weekday in
                problem.lanes.firstIndex { $0.kind == kindOfTeam[team] && $0.weekdays.contains(weekday) } ?? 0
            }
        }
    }

    private func cell(_ team: Int, _ weekday: Int, _ half: Int, _ week: Int) -> Int {
        ((team * weekdayCount + weekday) * 2 + half) * weeks + week
    }

    func lane(_ entry: Entry) -> Int { laneOf[entry.team * weekdayCount + entry.weekday] }

    var need: Int { covered.reduce(0, +) }
    /// Half-days missing to the minimum, over all weeks.
    var shortage: Int { halfDays.reduce(0) { $0 + max(0, problem.minimumHalfDays - $1) } }

    func isFree(_ team: Int, _ weekday: Int) -> Bool {
        let first = cell(team, weekday, 0, 0)
        return (first..<first + 2 * weeks).allSatisfy { cells[$0] < 0 }
    }

    func isFree(_ team: Int) -> Bool { (0..<weekdayCount).allSatisfy { isFree(team, $0) } }

    /// What a stay taken at a level adds to the need, and to the prices of soft rules.
    func gain(of stay: Int, level: Int) -> Int {
        var sum = 0
        for slot in problem.slots(of: stay, level: level) {
            let stop = problem.stop(ofSlot: slot)
            let own = slot - problem.slot(stop, level: 0)
            for (demand, points) in problem.demandsOfStop[stop] { sum += max(0, points[own] - covered[demand]) }
            sum -= problem.slotCost[slot]
        }
        return sum
    }

    private func day(_ table: DayTable, _ morning: Int, _ afternoon: Int) -> DayCost? {
        if morning < 0 {
            return afternoon < 0 ? DayCost(work: 0, cost: 0, metres: 0) : table.single(afternoon)
        }
        if afternoon < 0 { return table.single(morning) }
        return morning == afternoon ? table.fullDay(morning) : table.pair(morning, afternoon)
    }

    /// Extra cost and work of an entry, and the half-days it brings towards the minimum; `nil` where it does not fit.
    func delta(_ entry: Entry) -> (cost: Int, work: Int, relief: Int)? {
        var cost = 0
        var total = 0
        var relief = 0
        let kind = kindOfTeam[entry.team]
        let limit = problem.weekWork(kind) ?? Int.max
        let table = problem.table(lane(entry))
        let counts = problem.stays[entry.stay].halfDays > 0
        for week in problem.tree.nodes[entry.node].weeks {
            let morning = cells[cell(entry.team, entry.weekday, 0, week)]
            let afternoon = cells[cell(entry.team, entry.weekday, 1, week)]
            if entry.half != .afternoon && morning >= 0 || entry.half != .morning && afternoon >= 0 { return nil }
            guard let before = day(table, morning, afternoon),
                let after = day(
                    table, entry.half != .afternoon ? entry.stay : morning,
                    entry.half != .morning ? entry.stay : afternoon)
            else { return nil }
            let extra = Int(after.work) - Int(before.work)
            guard work[entry.team * weeks + week] + extra <= limit else { return nil }
            cost += Int(after.cost) - Int(before.cost)
            total += extra
            if counts, halfDays[week] < problem.minimumHalfDays {
                var more = 0
                for half in 0..<2 where entry.half == .both || entry.half.rawValue == half {
                    if open[(week * weekdayCount + entry.weekday) * 2 + half] == 0 { more += 1 }
                }
                relief += min(more, problem.minimumHalfDays - halfDays[week])
            }
        }
        if let folded = problem.foldedWork {
            let own = work[entry.team * weeks..<(entry.team + 1) * weeks].reduce(0, +)
            if own + total > folded { return nil }
        }
        return (cost, total, relief)
    }

    mutating func insert(_ entry: Entry) {
        change(entry, to: entry.stay)
        entries.append(entry)
        cover(entry)
    }

    private mutating func cover(_ entry: Entry) {
        let level = problem.tree.nodes[entry.node].level
        for slot in problem.slots(of: entry.stay, level: level) {
            let stop = problem.stop(ofSlot: slot)
            used[stop] = true
            let own = slot - problem.slot(stop, level: 0)
            for (demand, points) in problem.demandsOfStop[stop] {
                covered[demand] = max(covered[demand], points[own])
            }
        }
    }

    mutating func remove(where leaves: (Entry) -> Bool) {
        for entry in entries where leaves(entry) { change(entry, to: -1) }
        entries.removeAll(where: leaves)
        for demand in covered.indices { covered[demand] = 0 }
        for stop in used.indices { used[stop] = false }
        for entry in entries { cover(entry) }
    }

    private mutating func change(_ entry: Entry, to stay: Int) {
        let sign = stay >= 0 ? 1 : -1
        let table = problem.table(lane(entry))
        let level = problem.tree.nodes[entry.node].level
        for slot in problem.slots(of: entry.stay, level: level) { cost += sign * problem.slotCost[slot] }
        for week in problem.tree.nodes[entry.node].weeks {
            let first = cell(entry.team, entry.weekday, 0, week)
            let second = cell(entry.team, entry.weekday, 1, week)
            let before = day(table, cells[first], cells[second])
            if entry.half != .afternoon { cells[first] = stay }
            if entry.half != .morning { cells[second] = stay }
            let after = day(table, cells[first], cells[second])
            cost += Int(after?.cost ?? 0) - Int(before?.cost ?? 0)
            work[entry.team * weeks + week] += Int(after?.work ?? 0) - Int(before?.work ?? 0)
            guard problem.stays[entry.stay].halfDays > 0 else { continue }
            for half in 0..<2 where entry.half == .both || entry.half.rawValue == half {
                let index = (week * weekdayCount + entry.weekday) * 2 + half
                let was = open[index] > 0
                open[index] += sign
                if was != (open[index] > 0) { halfDays[week] += sign }
            }
        }
    }

    /// The draft as round columns with the place of each: on each weekday of a team the widest pattern is the anchor of
    /// what it contains.
    var columns: [(column: RoundColumn, place: PlacementHint)] {
        var found: [(column: RoundColumn, place: PlacementHint)] = []
        for team in problem.service.teams.indices {
            for weekday in problem.weekdays.indices {
                var left = entries.filter { $0.team == team && $0.weekday == weekday }.sorted {
                    (problem.tree.nodes[$0.node].level, $0.stay) < (problem.tree.nodes[$1.node].level, $1.stay)
                }
                while !left.isEmpty {
                    let anchor = left.removeFirst()
                    let inside = Set(problem.tree.subtree(anchor.node))
                    let partners =
                        anchor.half == .both ? [] : left.filter { $0.half != anchor.half && inside.contains($0.node) }
                    left.removeAll(where: partners.contains)
                    let others = partners.map { StayPattern(stay: $0.stay, node: $0.node) }.sorted {
                        problem.tree.nodes[$0.node].weeks[0] < problem.tree.nodes[$1.node].weeks[0]
                    }
                    let lane = lane(anchor)
                    let column = RoundColumn(
                        lane: lane, anchor: StayPattern(stay: anchor.stay, node: anchor.node),
                        isFullDay: anchor.half == .both, partners: others,
                        order: problem.canonical(
                            anchor.half == .morning ? .anchorFirst : .anchorLast, lane: lane, anchor: anchor.stay,
                            partners: others))
                    found.append((column, PlacementHint(team: team, weekday: weekday)))
                }
            }
        }
        return found
    }
}
