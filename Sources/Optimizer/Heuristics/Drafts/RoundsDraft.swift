/// A plan under construction: segments in the half-days of a folded cycle, with the hours they take.
///
/// What never changes is laid out flat beside it (`DraftFrame`). `AnnealingState` is what a search changes in place.
struct RoundsDraft: Sendable {
    enum Half: Int, Sendable, CaseIterable {
        case morning, afternoon, both
    }

    struct Entry: Hashable, Sendable {
        var segment: Int
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
    /// Whether some team opens a half-day that counts, by week, weekday and half.
    private var isOpen: [Bool]
    /// Half-days of a week in which some team is open.
    private var halfDays: [Int]
    /// By stop.
    private(set) var used: [Bool]

    init(_ frame: DraftFrame) {
        self.frame = frame
        cells = Array(repeating: -1, count: frame.teams * frame.weekdays * 2 * frame.weeks)
        work = Array(repeating: 0, count: frame.teams * frame.weeks)
        isOpen = Array(repeating: false, count: frame.weeks * frame.weekdays * 2)
        halfDays = Array(repeating: 0, count: frame.weeks)
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
                    segment: column.anchor.segment, node: column.anchor.node, team: round.team, weekday: round.weekday,
                    half: own))
            for partner in column.partners {
                insert(
                    Entry(
                        segment: partner.segment, node: partner.node, team: round.team, weekday: round.weekday,
                        half: own == .morning ? .afternoon : .morning))
            }
        }
    }

    /// Puts the segments of a round where they all fit, on some team and weekday of its block; leaves them out otherwise, or
    /// where one of their stops has a place.
    mutating func insert(_ column: RoundColumn) {
        guard
            column.segments.allSatisfy({ taken in frame.problem.segments[taken.segment].stops.allSatisfy { !used[$0] } }
            )
        else { return }
        let halves: [(own: Half, other: Half)] =
            switch column.order {
            case .either: column.isFullDay ? [(.both, .both)] : [(.morning, .afternoon), (.afternoon, .morning)]
            case .anchorFirst: [(.morning, .afternoon)]
            case .anchorLast: [(.afternoon, .morning)]
            }
        for team in 0..<frame.teams {
            for weekday in 0..<frame.weekdays where frame.blockOf[team * frame.weekdays + weekday] == column.block {
                for (own, other) in halves {
                    var trial = self
                    let fits = column.segments.enumerated().allSatisfy { position, taken in
                        let entry = Entry(
                            segment: taken.segment, node: taken.node, team: team, weekday: weekday,
                            half: position == 0 ? own : other)
                        guard
                            trial.isFree(team, weekday, entry.half, weeks: frame.weeksOf[taken.node]),
                            trial.fits(entry)
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
    var shortage: Int { zip(frame.minimumHalfDays, halfDays).reduce(0) { $0 + max(0, $1.0 - $1.1) } }

    /// Whether the half-days of some weeks are free on a weekday of a team.
    func isFree(_ team: Int, _ weekday: Int, _ half: Half, weeks: [Int]) -> Bool {
        for week in weeks {
            if half != .afternoon, cells[cell(team, weekday, 0, week)] >= 0 { return false }
            if half != .morning, cells[cell(team, weekday, 1, week)] >= 0 { return false }
        }
        return true
    }

    private func day(_ table: Int, _ morning: Int, _ afternoon: Int) -> DayCost {
        if morning < 0 {
            return afternoon < 0 ? DayCost(work: 0, cost: 0, metres: 0) : frame.singles[table][afternoon]
        }
        if afternoon < 0 { return frame.singles[table][morning] }
        return morning == afternoon
            ? frame.fullDays[table][morning] : frame.pairs[table][morning * frame.segments + afternoon]
    }

    /// The day of a team in a week, with an entry beside what is there.
    private func day(_ table: Int, _ first: Int, with entry: Entry) -> DayCost {
        day(
            table, entry.half != .afternoon ? entry.segment : cells[first],
            entry.half != .morning ? entry.segment : cells[first + frame.weeks])
    }

    /// Whether an entry whose half-days are free makes days that are legal, within the hours of its team.
    func fits(_ entry: Entry) -> Bool {
        let table = frame.tableOf[entry.team * frame.weekdays + entry.weekday]
        let own = entry.team * frame.weeks..<(entry.team + 1) * frame.weeks
        var folded = work[own].reduce(0, +)
        for week in frame.weeksOf[entry.node] {
            let first = cell(entry.team, entry.weekday, 0, week)
            let after = day(table, first, with: entry)
            guard after.isLegal else { return false }
            let extra = Int(after.work) - Int(day(table, cells[first], cells[first + frame.weeks]).work)
            guard work[own.lowerBound + week] + extra <= frame.weekWork[entry.team] else { return false }
            folded += extra
        }
        return frame.foldedWork.map { folded <= $0 } ?? true
    }

    mutating func insert(_ entry: Entry) {
        entries.append(entry)
        for stop in frame.problem.segments[entry.segment].stops { used[stop] = true }
        let table = frame.tableOf[entry.team * frame.weekdays + entry.weekday]
        for week in frame.weeksOf[entry.node] {
            let first = cell(entry.team, entry.weekday, 0, week)
            let before = day(table, cells[first], cells[first + frame.weeks])
            let after = day(table, first, with: entry)
            if entry.half != .afternoon { cells[first] = entry.segment }
            if entry.half != .morning { cells[first + frame.weeks] = entry.segment }
            // A day may not be legal before all of it is there.
            work[entry.team * frame.weeks + week] += max(0, Int(after.work)) - max(0, Int(before.work))
            guard frame.counts[entry.segment] else { continue }
            for half in 0..<2 where entry.half == .both || entry.half.rawValue == half {
                let index = (week * frame.weekdays + entry.weekday) * 2 + half
                if !isOpen[index] { halfDays[week] += 1 }
                isOpen[index] = true
            }
        }
    }

    /// Whether every day is legal by itself: segments that were inserted unasked may make one that is not.
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
                    (frame.levelOf[$0.node], $0.segment) < (frame.levelOf[$1.node], $1.segment)
                }
                while !left.isEmpty {
                    let anchor = left.removeFirst()
                    let inside = Set(problem.tree.subtree(anchor.node))
                    let partners =
                        anchor.half == .both ? [] : left.filter { $0.half != anchor.half && inside.contains($0.node) }
                    left.removeAll(where: partners.contains)
                    let others = partners.map { SegmentPattern(segment: $0.segment, node: $0.node) }.sorted {
                        problem.tree.nodes[$0.node].weeks[0] < problem.tree.nodes[$1.node].weeks[0]
                    }
                    let block = frame.blockOf[team * frame.weekdays + weekday]
                    let column = RoundColumn(
                        block: block, anchor: SegmentPattern(segment: anchor.segment, node: anchor.node),
                        isFullDay: anchor.half == .both, partners: others,
                        order: problem.canonical(
                            anchor.half == .morning ? .anchorFirst : .anchorLast, block: block, anchor: anchor.segment,
                            partners: others))
                    found.append((column, PlacementHint(team: team, weekday: weekday)))
                }
            }
        }
        return found
    }
}
