import Foundation
import GeoModel

/// Simulated annealing over whole plans: hundreds of thousands of small moves a second, each evaluated in place.
///
/// Source of the scheme: Kirkpatrick, Gelatt, Vecchi 1983; limits as prices while under way: Gendreau, Hertz, Laporte
/// 1994. Work is counted in moves, so that a seed gives the same plan whatever the machine's speed.
struct Annealing {
    struct Schedule {
        var moves: Int
        /// Thousandths of a point that a move may lose with a probability of 1/e, at the start and at the end.
        var hottest: Double
        var coldest: Double
    }

    let tables: AnnealingTables
    let frame: DraftFrame
    var state: AnnealingState
    private var random: SeededGenerator
    /// Thousandths a minute of work is worth at least in a plan that fills its hours.
    private let minutePrice: Double
    /// The best lawful plan met.
    private(set) var best: (value: Int, entries: [AnnealingState.Entry])?
    /// Teams whose rounds are changed; the others keep theirs.
    private(set) var focus: [Int]
    private(set) var isFocused: [Bool]

    private let schedule: Schedule
    private var done = 0
    private static let movesPerStep = 1024

    init(_ tables: AnnealingTables, seed: UInt64, valueAtMost: Int, _ schedule: Schedule) {
        self.schedule = schedule
        self.tables = tables
        frame = tables.frame
        state = AnnealingState(tables)
        focus = Array(0..<frame.teams)
        isFocused = focus.map { _ in true }
        random = SeededGenerator(seed: seed)
        let minutes = frame.weekWork.reduce(0) { $0 + Double(min($1, 7 * 1440)) } * Double(frame.weeks)
        minutePrice = 1.5 * Double(valueAtMost) / max(1, minutes)
    }

    /// Begins with a plan, before any move; segments that are no candidates are left out.
    mutating func adopt(_ draft: RoundsDraft) {
        for entry in draft.entries {
            guard let candidate = tables.candidateOf[entry.segment] else { continue }
            state.place(
                .init(
                    candidate: candidate, node: entry.node, team: entry.team, weekday: entry.weekday, half: entry.half))
        }
        state.begin()
        keepBest()
    }

    /// Looks at some teams only: one drawn, and those that serve the stops nearest to its own.
    mutating func focus(on count: Int) {
        let start = draw(frame.teams)
        focus = [start]
        isFocused = (0..<frame.teams).map { $0 == start }
        while focus.count < min(count, frame.teams) {
            let team = neighbour() ?? focus[0]
            guard !isFocused[team] else {
                // Nobody near: the next one that is left.
                let left = isFocused.firstIndex(of: false) ?? 0
                focus.append(left)
                isFocused[left] = true
                continue
            }
            focus.append(team)
            isFocused[team] = true
        }
    }

    /// A team out of focus with a stop near one of the focused.
    private mutating func neighbour() -> Int? {
        guard let entry = someEntry() else { return nil }
        let near = tables.near[entry.candidate]
        return near.lazy.compactMap { [state, tables] candidate in
            tables.stops[Int(candidate)].lazy.compactMap { state.holder(of: $0) }.first.map { state.entries[$0].team }
        }.first { [isFocused] in !isFocused[$0] }
    }

    /// The best plan met, as a draft.
    var bestDraft: RoundsDraft? {
        best.map { best in
            var draft = RoundsDraft(frame)
            for entry in best.entries {
                draft.insert(
                    .init(
                        segment: tables.segments[entry.candidate], node: entry.node, team: entry.team,
                        weekday: entry.weekday, half: entry.half))
            }
            return draft
        }
    }

    private mutating func keepBest() {
        guard state.isLawful, state.value > best?.value ?? Int.min else { return }
        best = (state.value, state.live.map { state.entries[$0] })
    }

    /// Goes on with the schedule for so many moves at most. Returns how many were left undone of them.
    mutating func advance(_ moves: Int, shouldStop: () -> Bool) -> Int {
        let ratio = schedule.coldest / schedule.hottest
        var left = min(moves, schedule.moves - done)
        let unused = moves - left
        while left > 0 {
            if shouldStop() { return left + unused }
            let part = Double(done) / Double(schedule.moves)
            let temperature = schedule.hottest * pow(ratio, part)
            let price = minutePrice * (1 + 4 * part)
            state.retune()
            let now = min(left, Self.movesPerStep)
            for _ in 0..<now { move(temperature, price) }
            left -= now
            done += now
        }
        return unused
    }

    var isDone: Bool { done >= schedule.moves }

    @inline(__always)
    private mutating func move(_ temperature: Double, _ price: Double) {
        let before = state.energy(minutePrice: price)
        state.begin()
        guard change() else { return }
        let after = state.energy(minutePrice: price)
        if after >= before || after > before + temperature * log(chance()) {
            if after > before { keepBest() }
        } else {
            state.rollBack()
        }
    }

    @inline(__always)
    mutating func draw(_ count: Int) -> Int {
        Int(truncatingIfNeeded: ((random.next() >> 32) &* UInt64(count)) >> 32)
    }

    /// In (0, 1].
    @inline(__always)
    mutating func chance() -> Double { Double((random.next() >> 11) + 1) * 0x1p-53 }

    /// An entry of a focused team; `nil` where none is found soon.
    mutating func someEntry() -> AnnealingState.Entry? {
        guard !state.live.isEmpty else { return nil }
        for _ in 0..<12 {
            let entry = state.entries[state.live[draw(state.live.count)]]
            if isFocused[entry.team] { return entry }
        }
        return nil
    }
}
