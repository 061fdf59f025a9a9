import GeoModel

/// Destroys a part of a draft and repairs it greedily, many times: a plan from the first second.
///
/// Source of the scheme: Shaw 1998; acceptance by a falling threshold (Dueck 1993). Work is counted in
/// iterations, so that the same seed gives the same plan whatever the machine's speed.
struct LargeNeighbourhoodSearch {
    struct Found: Sendable {
        var columns: [RoundColumn]
        var hints: [RoundColumn: PlacementHint]
        var value: Int
    }

    /// Half-days that are free for the weeks of a node, on one weekday of one team.
    private struct Place {
        var team: Int
        var weekday: Int
        var half: RoundsDraft.Half
        var lane: UInt128
        var minutesLeft: Int
    }

    private let frame: DraftFrame
    private var problem: RoundsProblem { frame.problem }
    private var random: SeededGenerator
    private var current: RoundsDraft
    /// Stays that may be put in.
    private var candidates: [Int]
    private let hasTotals: Bool

    init(_ problem: RoundsProblem, seed: UInt64) {
        frame = DraftFrame(problem)
        random = SeededGenerator(seed: seed)
        current = RoundsDraft(frame)
        let service = problem.service
        hasTotals =
            service.floors != .init() || service.budgets != .init() || !problem.requiredSets.isEmpty
            || problem.twinOf.contains { $0 != nil } || !problem.model.overtime.isEmpty
        candidates = problem.stays.indices.filter { [frame] in frame.allowedNodes[$0] != 0 }
    }

    /// The best plan so far, where there is one.
    private(set) var best: Found?
    private var bestDraft: RoundsDraft?

    /// Looks at these stops only from now on.
    mutating func narrow(to stops: Set<Int>) {
        candidates = problem.stays.indices.filter { [frame] stay in
            frame.allowedNodes[stay] != 0 && frame.problem.stays[stay].stops.allSatisfy(stops.contains)
        }
    }

    /// Goes on from a plan found elsewhere.
    mutating func adopt(_ rounds: [PlacedRound]) {
        current = RoundsDraft(frame, rounds)
        keepBest()
    }

    /// Begins the next run with counted rounds that found no place all together: those that fit where they come.
    mutating func begin(with columns: [RoundColumn]) {
        var draft = RoundsDraft(frame)
        let sorted = columns.sorted {
            (frame.levelOf[$0.anchor.node], $0.anchor.stay) < (frame.levelOf[$1.anchor.node], $1.anchor.stay)
        }
        for column in sorted { draft.insert(column) }
        pending = draft
    }

    private var pending: RoundsDraft?

    /// Runs so many iterations from the best plan so far. True where a better one was found.
    ///
    /// - Parameter heat: share of the need reached that a step may lose at the start; it falls to 0 at the end.
    mutating func run(iterations: Int, heat: Double, shouldStop: () -> Bool) -> Bool {
        if shouldStop() { return false }
        let before = best?.value
        if let pending {
            current = pending
            self.pending = nil
            repair(randomised: false)
        } else if let bestDraft {
            current = bestDraft
        } else {
            repair(randomised: false)
        }
        keepBest()
        var rankNow = rank(current)
        for iteration in 0..<iterations {
            if shouldStop() { break }
            let previous = current
            destroy()
            repair(randomised: true)
            keepBest()
            let left = 1 - Double(iteration) / Double(iterations)
            let threshold = Int(heat * left * Double(max(1000, previous.need)))
            let own = rank(current)
            if own < rankNow - threshold { current = previous } else { rankNow = own }
        }
        return best?.value != before
    }

    private mutating func keepBest() {
        guard current.shortage == 0, best.map({ current.need - current.cost > $0.value }) ?? true, current.isLegal
        else { return }
        let placed = current.columns
        let columns = placed.map(\.column)
        guard !hasTotals || problem.shortfall(columns) == 0 else { return }
        let value = hasTotals ? problem.value(of: columns) : current.need - current.cost
        guard best.map({ value > $0.value }) ?? true else { return }
        best = Found(
            columns: columns,
            hints: Dictionary(placed.map { ($0.column, $0.place) }, uniquingKeysWith: { first, _ in first }),
            value: value)
        bestDraft = current
    }

    /// Value, where each half-day that is missing costs more than any plan can gain, and so do floors and promises.
    private func rank(_ draft: RoundsDraft) -> Int {
        let base = draft.need - draft.cost - draft.shortage * 2_000_000
        guard hasTotals else { return base }
        return base - 20 * problem.shortfall(draft.columns.map(\.column), draft.covered)
    }

    private mutating func destroy() {
        guard !current.entries.isEmpty else { return }
        let size = Int.random(in: 1...max(1, min(8, current.entries.count / 2 + 1)), using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            let doomed = Set(
                current.entries.indices.shuffled(using: &random).prefix(size).map { current.entries[$0] })
            current.remove(where: doomed.contains)
        case 1, 2:
            let entry = current.entries[Int.random(in: 0..<current.entries.count, using: &random)]
            let doomed = Set(
                frame.near[problem.stays[entry.stay].first].lazy.filter { [current] in current.used[$0] }.prefix(size))
            current.remove { [frame] in frame.problem.stays[$0.stay].stops.contains(where: doomed.contains) }
        default:
            let first = current.entries[Int.random(in: 0..<current.entries.count, using: &random)]
            let second = current.entries[Int.random(in: 0..<current.entries.count, using: &random)]
            let both = size > 3
            current.remove { entry in
                (entry.team, entry.weekday) == (first.team, first.weekday)
                    || both && (entry.team, entry.weekday) == (second.team, second.weekday)
            }
        }
    }

    private mutating func repair(randomised: Bool) {
        let perWork = randomised && Bool.random(using: &random)
        let blink = randomised ? 0.1 : 0
        while let entry = bestEntry(perWork: perWork, blink: blink) { current.insert(entry) }
    }

    /// Free places for each node of the pattern tree; of teams and weekdays that are alike and empty, one.
    private func places() -> [[Place]] {
        let short = current.shortage > 0
        return frame.weeksOf.map { weeks in
            var found: [Place] = []
            for kind in problem.kinds {
                var sawEmptyTeam = false
                for team in kind.teams {
                    let left = current.minutesLeft(team, weeks: weeks)
                    let free = (0..<frame.weekdays).map { current.isFree(team, $0) }
                    let isEmpty = free.allSatisfy { $0 }
                    if left <= 0 || isEmpty && sawEmptyTeam { continue }
                    sawEmptyTeam = sawEmptyTeam || isEmpty
                    var sawFree: UInt128 = 0
                    for weekday in 0..<frame.weekdays {
                        let lane = UInt128(1) << UInt128(frame.laneOf[team * frame.weekdays + weekday])
                        if free[weekday] {
                            if sawFree & lane != 0 && (frame.teams == 1 || !short) { continue }
                            sawFree |= lane
                        }
                        for half in RoundsDraft.Half.allCases where current.isFree(team, weekday, half, weeks: weeks) {
                            found.append(
                                Place(team: team, weekday: weekday, half: half, lane: lane, minutesLeft: left))
                        }
                    }
                }
            }
            return found
        }
    }

    /// Whether a stay may be put in now: none of its stops is there, and a twin comes after its stop.
    private func mayCome(_ stay: Int) -> Bool {
        for stop in problem.stays[stay].stops {
            if current.used[stop] { return false }
            if let first = problem.twinOf[stop], !current.used[first] { return false }
        }
        return true
    }

    private mutating func bestEntry(perWork: Bool, blink: Double) -> RoundsDraft.Entry? {
        var best: (score: Double, entry: RoundsDraft.Entry)?
        let short = current.shortage > 0
        let places = places()
        guard places.contains(where: { !$0.isEmpty }) else { return nil }
        let missing = Set(
            problem.requiredSets.filter { [current] set in !set.contains { current.used[$0] } }.joined())
        for stay in candidates where mayCome(stay) {
            if blink > 0, Double.random(in: 0..<1, using: &random) < blink { continue }
            let promised =
                !missing.isEmpty && problem.stays[stay].stops.contains(where: missing.contains) ? 10_000_000 : 0
            var gains = -1
            var gain = 0
            for node in frame.weeksOf.indices where frame.allowedNodes[stay] & (1 << UInt32(node)) != 0 {
                let level = frame.levelOf[node]
                if gains != level {
                    gains = level
                    gain = current.gain(of: stay, level: level) + promised
                }
                if !short && gain <= 0 { continue }
                if !short && !perWork, let best, Double(gain) <= best.score { continue }
                for place in places[node] where frame.forbiddenLanes[stay] & place.lane == 0 {
                    guard place.half != .both || stay < problem.stopCount, frame.leastWork[stay] <= place.minutesLeft
                    else { continue }
                    let entry = RoundsDraft.Entry(
                        stay: stay, node: node, team: place.team, weekday: place.weekday, half: place.half)
                    guard let delta = current.delta(entry) else { continue }
                    let profit = gain - delta.cost
                    if profit <= 0 && delta.relief == 0 { continue }
                    var score = perWork ? Double(profit) / Double(max(1, delta.work)) : Double(profit)
                    if delta.relief > 0 { score += Double(delta.relief) * 1e7 / Double(max(1, delta.work)) }
                    if score > best?.score ?? -.infinity { best = (score, entry) }
                }
            }
        }
        return best?.entry
    }
}
