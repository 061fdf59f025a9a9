import Foundation
import GeoModel

/// Frees all rounds of a few teams that serve neighbouring stops and anneals them again, over and over: a plan from the
/// first moment, and better ones as long as there is time.
///
/// Source of the scheme: Shaw 1998 (large neighbourhoods), Taillard and Voss 2002 (parts that interact). Work is counted
/// in moves, so that the same seed gives the same plan whatever the machine's speed.
struct LargeNeighbourhoodSearch {
    let frame: DraftFrame
    private let problem: RoundsProblem
    private var random: SeededGenerator
    private var tables: AnnealingTables
    private var pending: RoundsDraft?
    private var bestDraft: RoundsDraft?
    private var underWay: Annealing?
    /// The best plan so far, with its hours.
    private(set) var best: PlacedPlan?

    private enum Setting {
        /// Thousandths of a point that a move may lose with a probability of 1/e.
        static let fromNothing = (hottest: 2000.0, coldest: 30.0)
        /// Powers of e: between half a point and three. Plans that fill their hours are left only through worse ones, and
        /// many short tries leave them sooner than few long ones (docs/performances.md).
        static let again = (hottest: 6.0...8.0, coldest: 100.0)
        static let repair = (hottest: 100.0, coldest: 30.0)
        static let teamsInFocus = 2...4
        static let movesPerTeam = [125_000, 250_000]
        /// Segments that annealing may take: its table of days grows with their square.
        static let mostSegments = 1200
    }

    init(_ problem: RoundsProblem, seed: UInt64) {
        self.problem = problem
        let frame = DraftFrame(problem)
        self.frame = frame
        random = SeededGenerator(seed: seed)
        tables = AnnealingTables(frame, segments: Self.candidates(frame) { _ in true })
    }

    /// Segments that some rule allows, the most useful ones where they are many.
    private static func candidates(_ frame: DraftFrame, _ isLikely: (Int) -> Bool) -> [Int] {
        let problem = frame.problem
        let open = problem.segments.indices.filter {
            frame.allowedNodes[$0] != 0 && problem.segments[$0].stops.allSatisfy(isLikely)
        }
        guard open.count > Setting.mostSegments else { return open }
        func use(_ segment: Int) -> Int {
            frame.credit[segment * frame.levels].reduce(segment < problem.stopCount ? problem.mostValue : 0) {
                $0 + $1.points
            }
        }
        let uses = Dictionary(uniqueKeysWithValues: open.map { ($0, use($0)) })
        return open.sorted { (uses[$1]!, $0) < (uses[$0]!, $1) }.prefix(Setting.mostSegments).sorted()
    }

    /// Looks at these stops, and those of the best plan, only from now on.
    mutating func narrow(to stops: Set<Int>) {
        let own = Set(bestDraft?.entries.flatMap { problem.segments[$0.segment].stops } ?? [])
        tables = AnnealingTables(frame, segments: Self.candidates(frame) { stops.contains($0) || own.contains($0) })
    }

    /// Goes on from a plan found elsewhere.
    mutating func adopt(_ plan: PlacedPlan) {
        guard plan.value > best?.value ?? Int.min else { return }
        best = plan
        bestDraft = RoundsDraft(frame, plan.rounds)
    }

    /// Begins the next run with a draft, which is the best plan at once where it keeps all rules.
    mutating func begin(with draft: RoundsDraft) {
        if draft.shortage == 0 { keep(draft) }
        pending = draft.entries.isEmpty ? nil : draft
    }

    /// Begins the next run with rounds that found no place all together, or that a relaxation likes: those that fit where
    /// they come, the first ones first.
    mutating func begin(with columns: [RoundColumn]) {
        var draft = RoundsDraft(frame)
        for column in columns { draft.insert(column) }
        pending = draft
    }

    /// Anneals all teams for so many moves, from a plan that waits or from nothing.
    mutating func begin(moves: Int, shouldStop: () -> Bool) {
        let heat = pending == nil ? Setting.fromNothing : Setting.repair
        var all = annealing(from: pending, moves, heat)
        pending = nil
        _ = all.advance(moves, shouldStop: shouldStop)
        keep(all.bestDraft)
    }

    /// Anneals a few teams after the other, so many moves in all; what is under way goes on the next time.
    mutating func run(moves: Int, shouldStop: () -> Bool) {
        guard pending == nil, bestDraft != nil else { return begin(moves: moves, shouldStop: shouldStop) }
        var left = moves
        while left > 0, !shouldStop() {
            var current = underWay ?? nextNeighbourhood()
            underWay = nil
            left = current.advance(left, shouldStop: shouldStop)
            if current.isDone { keep(current.bestDraft) } else { underWay = current }
        }
    }

    private mutating func nextNeighbourhood() -> Annealing {
        let teams = min(frame.teams, Int.random(in: Setting.teamsInFocus, using: &random))
        let moves = teams * (Setting.movesPerTeam.randomElement(using: &random) ?? 0)
        let hottest = exp(Double.random(in: Setting.again.hottest, using: &random))
        var next = annealing(from: bestDraft, moves, (hottest, Setting.again.coldest))
        if teams < frame.teams { next.focus(on: teams) }
        return next
    }

    private mutating func annealing(
        from draft: RoundsDraft?, _ moves: Int, _ heat: (hottest: Double, coldest: Double)
    ) -> Annealing {
        var next = Annealing(
            tables, seed: random.next(), valueAtMost: problem.mostValue,
            .init(moves: moves, hottest: heat.hottest, coldest: heat.coldest))
        if let draft { next.adopt(draft) }
        return next
    }

    private mutating func keep(_ draft: RoundsDraft?) {
        guard let draft else { return }
        let placed = draft.columns
        let columns = placed.map(\.column)
        guard problem.value(of: columns) > best?.value ?? Int.min, problem.shortfall(columns) == 0 else { return }
        let hints = Dictionary(placed.map { ($0.column, $0.place) }, uniquingKeysWith: { first, _ in first })
        guard case .placed(let rounds) = Placement.place(columns, in: problem, hints: hints) else { return }
        let value = problem.value(of: rounds)
        guard value > best?.value ?? Int.min else { return }
        best = PlacedPlan(columns: columns, rounds: rounds, value: value)
        bestDraft = draft
    }
}
