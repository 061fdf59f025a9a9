/// A plan under construction: stays in the half-days of a folded cycle, with everything it uses kept up to date.
///
/// Built for a search that changes it many times a second: what never changes is laid out flat beside it
/// (`DraftFrame`), what does is a value that can be kept and put back.
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

    let frame: DraftFrame
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
    /// Gain each demand has now, and all of them together.
    private(set) var covered: [Int]
    private(set) var need = 0
    /// By stop.
    private(set) var used: [Bool]

    init(_ frame: DraftFrame) {
        self.frame = frame
        cells = Array(repeating: -1, count: frame.teams * frame.weekdays * 2 * frame.weeks)
        work = Array(repeating: 0, count: frame.teams * frame.weeks)
        open = Array(repeating: 0, count: frame.weeks * frame.weekdays * 2)
        halfDays = Array(repeating: 0, count: frame.weeks)
        covered = Array(repeating: 0, count: frame.problem.demands.count)
        used = Array(repeating: false, count: frame.problem.stopCount)
    }

    /// The draft of a plan.
    init(_ frame: DraftFrame, _ rounds: [PlacedRound]) {
        self.init(frame)
        for round in rounds {
            let column = round.column
            let own: Half =
                column.isFullDay ? .both : round.option.anchorInMorning ? .morning : .afternoon
            insert(
                Entry(
                    stay: column.anchor.stay, node: column.anchor.node, team: round.team, weekday: round.weekday,
                    half: own))
            for partner in column.partners {
                insert(
                    Entry(
                        stay: partner.stay, node: partner.node, team: round.team, weekday: round.weekday,
                        half: own == .morning ? .afternoon : .morning))
            }
        }
    }

    /// Puts the stays of a round where they all fit, on some team and weekday of its lane; leaves them out otherwise.
    mutating func insert(_ column: RoundColumn) {
        let halves: [(own: Half, other: Half)] =
            switch column.order {
            case .either: column.isFullDay ? [(.both, .both)] : [(.morning, .afternoon), (.afternoon, .morning)]
            case .anchorFirst: [(.morning, .afternoon)]
            case .anchorLast: [(.afternoon, .morning)]
            }
        for team in 0..<frame.teams {
            for weekday in 0..<frame.weekdays where frame.laneOf[team * frame.weekdays + weekday] == column.lane {
                for (own, other) in halves {
                    var trial = self
                    let fits = column.stays.enumerated().allSatisfy { position, taken in
                        let entry = Entry(
                            stay: taken.stay, node: taken.node, team: team, weekday: weekday,
                            half: position == 0 ? own : other)
                        guard
                            trial.isFree(team, weekday, entry.half, weeks: frame.weeksOf[taken.node]),
                            trial.delta(entry) != nil
                        else { return false }
                        trial.insert(entry)
                        return true
                    }
                    if fits {
                        self = trial
                        return
                    }
                }
            }
        }
    }

    private func cell(_ team: Int, _ weekday: Int, _ half: Int, _ week: Int) -> Int {
        ((team * frame.weekdays + weekday) * 2 + half) * frame.weeks + week
    }

    /// Half-days missing to the minimum, over all weeks.
    var shortage: Int { halfDays.reduce(0) { $0 + max(0, frame.minimumHalfDays - $1) } }

    func isFree(_ team: Int, _ weekday: Int) -> Bool {
        let first = cell(team, weekday, 0, 0)
        return (first..<first + 2 * frame.weeks).allSatisfy { cells[$0] < 0 }
    }

    /// Whether the half-days of some weeks are free on a weekday of a team.
    func isFree(_ team: Int, _ weekday: Int, _ half: Half, weeks: [Int]) -> Bool {
        for week in weeks {
            if half != .afternoon, cells[cell(team, weekday, 0, week)] >= 0 { return false }
            if half != .morning, cells[cell(team, weekday, 1, week)] >= 0 { return false }
        }
        return true
    }

    /// Minutes left to a team, in the week of some that has fewest.
    func minutesLeft(_ team: Int, weeks: [Int]) -> Int {
        weeks.reduce(Int.max) { min($0, frame.weekWork[team] - work[team * frame.weeks + $1]) }
    }

    /// What a stay taken at a level adds to the need, less the prices of soft rules.
    func gain(of stay: Int, level: Int) -> Int {
        var sum = -frame.slotCost[stay * frame.levels + level]
        for (demand, points) in frame.credit[stay * frame.levels + level] {
            let more = points - covered[demand]
            if more > 0 { sum += more }
        }
        return sum
    }

    private func day(_ table: Int, _ morning: Int, _ afternoon: Int) -> DayCost {
        if morning < 0 {
            return afternoon < 0 ? DayCost(work: 0, cost: 0, metres: 0) : frame.singles[table][afternoon]
        }
        if afternoon < 0 { return frame.singles[table][morning] }
        return morning == afternoon
            ? frame.fullDays[table][morning] : frame.pairs[table][morning * frame.stays + afternoon]
    }

    /// Extra cost and work of an entry whose half-days are free, and the half-days it brings towards the minimum; `nil`
    /// where it does not fit.
    func delta(_ entry: Entry) -> (cost: Int, work: Int, relief: Int)? {
        var cost = 0
        var total = 0
        var relief = 0
        let table = frame.tableOf[entry.team * frame.weekdays + entry.weekday]
        let limit = frame.weekWork[entry.team]
        let counts = frame.counts[entry.stay]
        for week in frame.weeksOf[entry.node] {
            let first = cell(entry.team, entry.weekday, 0, week)
            let morning = cells[first]
            let afternoon = cells[first + frame.weeks]
            let before = day(table, morning, afternoon)
            let after = day(
                table, entry.half != .afternoon ? entry.stay : morning,
                entry.half != .morning ? entry.stay : afternoon)
            guard after.isLegal else { return nil }
            let extra = Int(after.work) - Int(before.work)
            guard work[entry.team * frame.weeks + week] + extra <= limit else { return nil }
            cost += Int(after.cost) - Int(before.cost)
            total += extra
            if counts, halfDays[week] < frame.minimumHalfDays {
                var more = 0
                for half in 0..<2 where entry.half == .both || entry.half.rawValue == half {
                    if open[(week * frame.weekdays + entry.weekday) * 2 + half] == 0 { more += 1 }
                }
                relief += min(more, frame.minimumHalfDays - halfDays[week])
            }
        }
        if let folded = frame.foldedWork {
            var own = total
            for week in 0..<frame.weeks { own += work[entry.team * frame.weeks + week] }
            if own > folded { return nil }
        }
        return (cost, total, relief)
    }

    mutating func insert(_ entry: Entry) {
        change(entry, to: entry.stay)
        entries.append(entry)
        cover(entry)
    }

    private mutating func cover(_ entry: Entry) {
        for stop in frame.problem.stays[entry.stay].stops { used[stop] = true }
        for (demand, points) in frame.credit[entry.stay * frame.levels + frame.levelOf[entry.node]]
        where points > covered[demand] {
            need += points - covered[demand]
            covered[demand] = points
        }
    }

    mutating func remove(where leaves: (Entry) -> Bool) {
        for entry in entries where leaves(entry) { change(entry, to: -1) }
        entries.removeAll(where: leaves)
        need = 0
        for demand in covered.indices { covered[demand] = 0 }
        for stop in used.indices { used[stop] = false }
        for entry in entries { cover(entry) }
    }

    private mutating func change(_ entry: Entry, to stay: Int) {
        let sign = stay >= 0 ? 1 : -1
        let table = frame.tableOf[entry.team * frame.weekdays + entry.weekday]
        cost += sign * frame.slotCost[entry.stay * frame.levels + frame.levelOf[entry.node]]
        for week in frame.weeksOf[entry.node] {
            let first = cell(entry.team, entry.weekday, 0, week)
            let second = first + frame.weeks
            let before = day(table, cells[first], cells[second])
            if entry.half != .afternoon { cells[first] = stay }
            if entry.half != .morning { cells[second] = stay }
            let after = day(table, cells[first], cells[second])
            cost += Int(after.cost) - Int(before.cost)
            // What is left of a day may not be legal by itself; it is never left so.
            work[entry.team * frame.weeks + week] += max(0, Int(after.work)) - max(0, Int(before.work))
            guard frame.counts[entry.stay] else { continue }
            for half in 0..<2 where entry.half == .both || entry.half.rawValue == half {
                let index = (week * frame.weekdays + entry.weekday) * 2 + half
                let was = open[index] > 0
                open[index] += sign
                if was != (open[index] > 0) { halfDays[week] += sign }
            }
        }
    }

    /// Whether every day is legal by itself: taking one stay out of a day may leave one that is not.
    var isLegal: Bool {
        for team in 0..<frame.teams {
            for weekday in 0..<frame.weekdays {
                for week in 0..<frame.weeks {
                    let first = cell(team, weekday, 0, week)
                    let table = frame.tableOf[team * frame.weekdays + weekday]
                    if !day(table, cells[first], cells[first + frame.weeks]).isLegal { return false }
                }
            }
        }
        return true
    }

    /// Whether every team keeps its hours.
    var keepsHours: Bool {
        (0..<frame.teams).allSatisfy { team in
            let own = work[team * frame.weeks..<(team + 1) * frame.weeks]
            return own.allSatisfy { $0 <= frame.weekWork[team] }
                && frame.foldedWork.map { own.reduce(0, +) <= $0 } ?? true
        }
    }

    /// The draft as round columns with the place of each: on each weekday of a team the widest pattern is the anchor of
    /// what it contains.
    var columns: [(column: RoundColumn, place: PlacementHint)] {
        let problem = frame.problem
        var found: [(column: RoundColumn, place: PlacementHint)] = []
        for team in 0..<frame.teams {
            for weekday in 0..<frame.weekdays {
                var left = entries.filter { $0.team == team && $0.weekday == weekday }.sorted {
                    (frame.levelOf[$0.node], $0.stay) < (frame.levelOf[$1.node], $1.stay)
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
                    let lane = frame.laneOf[team * frame.weekdays + weekday]
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
