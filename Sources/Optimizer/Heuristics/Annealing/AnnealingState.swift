/// A plan that annealing changes in place, move by move, and puts back where a move is refused.
///
/// Hours beyond a limit and what is missing to a minimum are allowed at a price, so that the search can pass through
/// plans that are not lawful; days that no rule allows are not.
struct AnnealingState {
    struct Entry {
        var candidate: Int
        var node: Int
        var team: Int
        var weekday: Int
        var half: RoundsDraft.Half
    }

    let tables: AnnealingTables
    private let frame: DraftFrame
    private let weeks: Int
    private let weekdays: Int
    private let levels: Int

    /// Room for entries; those in use are `live`.
    private(set) var entries: [Entry]
    private(set) var live: [Int] = []
    private var placeInLive: [Int]
    private var unused: [Int]
    /// Entry + 1 by team, weekday, half and week; 0 where free.
    private var owner: [Int32]
    /// Entry + 1 by stop.
    private var entryOfStop: [Int32]
    private var isTaken: [Bool]
    private var work: [Int]
    private var folded: [Int]
    /// Evenings by team and week (R28), and long days by team (R26), with the most of each.
    private var evenings: [Int]
    private var longDays: [Int]
    private let mostEvenings: [Int]
    private let mostLongDays: [Int]
    private var open: [Int]
    private var halfDays: [Int]
    private(set) var covered: [Int32]
    private(set) var need = 0
    private(set) var cost = 0
    /// Minutes beyond the limits, half-days missing, and days that no rule allows.
    private(set) var overflow = 0
    /// Minutes that an evening or a long day beyond the limit counts for.
    private static let perLateDay = 60
    private(set) var missing = 0
    private var illegal = 0
    private var totals: AnnealingTotals
    private let isTotalled: Bool
    /// By team: minutes a week above which each costs so many thousandths more.
    private let overtime: [[(limit: Int, price: Int)]]
    private let crewSize: [Int]

    private enum Change {
        case placed(Int)
        case removed(Entry)
    }

    private var changes: [Change] = []
    private var oldCover: [(demand: Int32, points: Int32)] = []

    init(_ tables: AnnealingTables) {
        self.tables = tables
        frame = tables.frame
        weeks = frame.weeks
        weekdays = frame.weekdays
        levels = frame.levels
        let cells = frame.teams * frame.weekdays * 2 * frame.weeks
        entries = Array(
            repeating: Entry(candidate: 0, node: 0, team: 0, weekday: 0, half: .morning), count: cells + 1)
        placeInLive = Array(repeating: 0, count: cells + 1)
        unused = Array((0...cells).reversed())
        owner = Array(repeating: 0, count: cells)
        entryOfStop = Array(repeating: 0, count: frame.problem.stopCount)
        isTaken = Array(repeating: false, count: tables.segments.count * frame.levels)
        work = Array(repeating: 0, count: frame.teams * frame.weeks)
        folded = Array(repeating: 0, count: frame.teams)
        evenings = Array(repeating: 0, count: frame.teams * frame.weeks)
        longDays = Array(repeating: 0, count: frame.teams)
        mostEvenings = (0..<frame.teams).map { tables.frame.problem.evenings($0) ?? Int.max / 4 }
        mostLongDays = (0..<frame.teams).map { tables.frame.problem.foldedLongDays($0) ?? Int.max / 4 }
        open = Array(repeating: 0, count: frame.weeks * frame.weekdays * 2)
        halfDays = Array(repeating: 0, count: frame.weeks)
        covered = Array(repeating: 0, count: frame.problem.demands.count)
        missing = frame.minimumHalfDays.reduce(0, +)
        totals = AnnealingTotals(frame)
        let problem = frame.problem
        isTotalled =
            problem.service.floors != .init() || problem.service.budgets != .init() || !problem.requiredSets.isEmpty
            || problem.twinOf.contains { $0 != nil }
        overtime = (0..<frame.teams).map { team in
            problem.model.overtime.filter { $0.team == team }
                .map { ($0.limit, problem.overtimePrice * $0.persons * problem.repeats) }
        }
        crewSize = (0..<frame.teams).map { problem.kinds[tables.frame.kindOf[$0]].crewSize }
    }

    var value: Int { need - cost }
    var isLawful: Bool { overflow == 0 && missing == 0 && illegal == 0 && totals.missing == 0 }

    /// Value less what is unlawful; −∞ where a day is not allowed at all.
    @inline(__always)
    func energy(minutePrice: Double) -> Double {
        illegal > 0
            ? -.infinity
            : Double(need - cost) - minutePrice * Double(overflow) - 5000 * Double(missing)
                - (isTotalled ? 5 * Double(totals.missing) : 0)
    }

    /// Fits what is approximated to where the plan is now.
    mutating func retune() { totals.retune(covered) }

    // MARK: Asking

    @inline(__always)
    func holder(of stop: Int) -> Int? { entryOfStop[stop] > 0 ? Int(entryOfStop[stop]) - 1 : nil }

    @inline(__always)
    private func cell(_ team: Int, _ weekday: Int, _ half: Int, _ week: Int) -> Int {
        ((team * weekdays + weekday) * 2 + half) * weeks + week
    }

    /// The first entry in the way of a half of some weeks.
    func obstacle(_ team: Int, _ weekday: Int, _ half: RoundsDraft.Half, node: Int) -> Int? {
        for week in frame.weeksOf[node] {
            if half != .afternoon {
                let found = owner[cell(team, weekday, 0, week)]
                if found > 0 { return Int(found) - 1 }
            }
            if half != .morning {
                let found = owner[cell(team, weekday, 1, week)]
                if found > 0 { return Int(found) - 1 }
            }
        }
        return nil
    }

    func entries(_ team: Int, _ weekday: Int) -> [Int] {
        live.filter { entries[$0].team == team && entries[$0].weekday == weekday }
    }

    // MARK: Changing

    mutating func begin() {
        changes.removeAll(keepingCapacity: true)
        oldCover.removeAll(keepingCapacity: true)
    }

    mutating func place(_ entry: Entry) {
        changes.append(.placed(put(entry)))
        let choice = entry.candidate * levels + frame.levelOf[entry.node]
        for index in tables.creditStart[choice]..<tables.creditStart[choice + 1] {
            let credit = tables.credits[index]
            if credit.points > covered[Int(credit.demand)] { cover(credit.demand, credit.points) }
        }
    }

    mutating func remove(_ index: Int) {
        let entry = entries[index]
        take(index)
        changes.append(.removed(entry))
        let choice = entry.candidate * levels + frame.levelOf[entry.node]
        for index in tables.creditStart[choice]..<tables.creditStart[choice + 1] {
            let credit = tables.credits[index]
            guard credit.points == covered[Int(credit.demand)] else { continue }
            let end = tables.gainStart[Int(credit.demand) + 1]
            var next = Int(credit.firstAlike)
            while next < end, !isTaken[Int(tables.gains[next].choice)] { next += 1 }
            let points = next < end ? tables.gains[next].points : 0
            if points < credit.points { cover(credit.demand, points) }
        }
    }

    /// Undoes all since `begin`.
    mutating func rollBack() {
        for change in changes.reversed() {
            switch change {
            case .placed(let index): take(index)
            case .removed(let entry): _ = put(entry)
            }
        }
        for (demand, points) in oldCover.reversed() { set(demand, points) }
    }

    private mutating func cover(_ demand: Int32, _ points: Int32) {
        oldCover.append((demand, covered[Int(demand)]))
        set(demand, points)
    }

    @inline(__always)
    private mutating func set(_ demand: Int32, _ points: Int32) {
        let more = Int(points - covered[Int(demand)])
        need += more
        covered[Int(demand)] = points
        if totals.bindsDemands { totals.add(more, to: Int(demand)) }
    }

    private mutating func put(_ entry: Entry) -> Int {
        let index = unused.removeLast()
        entries[index] = entry
        placeInLive[index] = live.count
        live.append(index)
        write(entry, Int32(index + 1))
        return index
    }

    private mutating func take(_ index: Int) {
        write(entries[index], 0)
        let place = placeInLive[index]
        let last = live.removeLast()
        if last != index {
            live[place] = last
            placeInLive[last] = place
        }
        unused.append(index)
    }

    private mutating func write(_ entry: Entry, _ mark: Int32) {
        let isPut = mark > 0
        let sign = isPut ? 1 : -1
        let choice = entry.candidate * levels + frame.levelOf[entry.node]
        let segment = tables.segments[entry.candidate]
        let counts = frame.counts[segment]
        isTaken[choice] = isPut
        for stop in tables.stops[entry.candidate] {
            entryOfStop[stop] = mark
            guard isTotalled else { continue }
            if isPut {
                let isWeekly = frame.levelOf[entry.node] == 0 && segment < frame.problem.stopCount
                totals.take(stop, weekday: isWeekly ? entry.weekday : nil)
            } else {
                totals.leave(stop)
            }
        }
        cost += sign * frame.segmentCost[segment * levels + frame.levelOf[entry.node]]
        let table = frame.tableOf[entry.team * weekdays + entry.weekday]
        let limit = frame.weekWork[entry.team]
        var change = 0
        for week in frame.weeksOf[entry.node] {
            let first = cell(entry.team, entry.weekday, 0, week)
            let second = first + weeks
            let before = tables.day(table, candidate(first), candidate(second))
            if entry.half != .afternoon { owner[first] = mark }
            if entry.half != .morning { owner[second] = mark }
            let after = tables.day(table, candidate(first), candidate(second))
            cost += Int(after.cost) - Int(before.cost)
            illegal += (after.isLegal ? 0 : 1) - (before.isLegal ? 0 : 1)
            let more = max(0, Int(after.work)) - max(0, Int(before.work))
            let index = entry.team * weeks + week
            overflow += max(0, work[index] + more - limit) - max(0, work[index] - limit)
            for (limit, price) in overtime[entry.team] {
                cost += price * (max(0, work[index] + more - limit) - max(0, work[index] - limit))
            }
            if isTotalled {
                totals.drive(
                    metres: Int(after.metres) - Int(before.metres), personMinutes: more * crewSize[entry.team])
            }
            work[index] += more
            change += more
            if before.isEvening != after.isEvening {
                overflow += Self.excess(after.isEvening, in: &evenings[index], most: mostEvenings[entry.team])
            }
            if before.isLong != after.isLong {
                overflow += Self.excess(after.isLong, in: &longDays[entry.team], most: mostLongDays[entry.team])
            }
            guard counts else { continue }
            for half in 0..<2 where entry.half == .both || entry.half.rawValue == half {
                let place = (week * weekdays + entry.weekday) * 2 + half
                open[place] += sign
                if open[place] == (isPut ? 1 : 0) {
                    let was = max(0, frame.minimumHalfDays[week] - halfDays[week])
                    halfDays[week] += sign
                    missing += max(0, frame.minimumHalfDays[week] - halfDays[week]) - was
                }
            }
        }
        if let most = frame.foldedWork {
            overflow += max(0, folded[entry.team] + change - most) - max(0, folded[entry.team] - most)
            folded[entry.team] += change
        }
    }

    /// Minutes more or less for a day more or less of those of which there may be only so many.
    private static func excess(_ isMore: Bool, in days: inout Int, most: Int) -> Int {
        let was = max(0, days - most)
        days += isMore ? 1 : -1
        return perLateDay * (max(0, days - most) - was)
    }

    /// Candidate + 1 in a cell, or 0.
    @inline(__always)
    private func candidate(_ cell: Int) -> Int {
        let entry = Int(owner[cell])
        return entry > 0 ? entries[entry - 1].candidate + 1 : 0
    }
}
