import ColumnGeneration

/// What to decide next at a node, from the fractional solution of its relaxation.
struct BranchingChoice {
    /// Two answers that between them keep every plan; `nil` where everything is decided.
    private(set) var decision: [BranchDecision]?
    /// What it may be instead: counts, stops and offers that are open, the most promising first, and so the decision.
    private(set) var questions: [BranchCosts.Question] = []
    /// All is whole but phases: only phases, teams, weekdays and hours may be open.
    private(set) var isCounted = false

    private let problem: RoundsProblem
    private let counted: [(column: RoundColumn, share: Double)]

    init(
        _ problem: RoundsProblem, _ counted: [(column: RoundColumn, share: Double)], _ cover: [Double],
        _ state: BranchState, _ costs: BranchCosts, most: Double, leavesAreFinal: Bool
    ) {
        self.problem = problem
        self.counted = counted
        var open = openCounts() + openStops(cover)
        if open.isEmpty { open = openOffers(cover) }
        let scored = open.enumerated().map { (score: costs.score($0.element, most: most), order: $0.offset) }
        questions = scored.sorted { ($1.score, $0.order) < ($0.score, $1.order) }.map { open[$0.order] }
        decision =
            questions.first?.answers ?? openBlock() ?? openFullDay() ?? openSegment() ?? openPair() ?? openOrder()
        guard decision == nil else { return }
        isCounted = true
        decision = openPhase() ?? undecided(state, leavesAreFinal)
    }

    private static func isOpen(_ share: Double) -> Bool {
        share > Tolerance.integrality && share < 1 - Tolerance.integrality
    }

    /// The share nearest to a half, the first among equals.
    private static func mostOpen<Key>(_ shares: [(key: Key, share: Double)]) -> Key? {
        var best: (openness: Double, key: Key)?
        for (key, share) in shares where isOpen(share) {
            let openness = min(share, 1 - share)
            if openness > best?.openness ?? 0 { best = (openness, key) }
        }
        return best?.key
    }

    /// How many days and half-days there are: half a day more is what a relaxation likes best.
    private func openCounts() -> [BranchCosts.Question] {
        let uses = counted.compactMap { taken in
            problem.use(of: taken.column).map {
                (use: $0, share: taken.share, kind: problem.blocks[taken.column.block].kind)
            }
        }
        return CountRow.all(weeks: problem.tree.weekCount, kinds: problem.kinds.count).compactMap { row in
            let total = uses.reduce(0.0) { $0 + $1.share * Double(row.amount($1.use, kind: $1.kind)) }
            let below = total.rounded(.down)
            guard total - below > Tolerance.countIntegrality, below + 1 - total > Tolerance.countIntegrality else {
                return nil
            }
            return BranchCosts.Question(
                subject: .count(row), share: total - below,
                answers: [.atLeast(row, Int(below) + 1), .atMost(row, Int(below))])
        }
    }

    private func openStops(_ cover: [Double]) -> [BranchCosts.Question] {
        let perStop = problem.formCount * problem.cadences.count
        return (0..<problem.stopCount).compactMap { stop in
            let share = cover[stop * perStop..<(stop + 1) * perStop].reduce(0, +)
            guard Self.isOpen(share) else { return nil }
            return BranchCosts.Question(
                subject: .stop(stop), share: share, answers: [.stopUsed(stop, true), .stopUsed(stop, false)])
        }
    }

    private func openOffers(_ cover: [Double]) -> [BranchCosts.Question] {
        cover.indices.compactMap { offer in
            guard Self.isOpen(cover[offer]) else { return nil }
            return BranchCosts.Question(
                subject: .offer(offer), share: cover[offer], answers: [.offer(offer, true), .offer(offer, false)])
        }
    }

    /// Sums of shares in the order of their first column.
    private func shares<Key: Hashable>(_ keys: (RoundColumn) -> [Key]) -> [(key: Key, share: Double)] {
        var sums: [Key: Double] = [:]
        var order: [Key] = []
        for (column, share) in counted {
            for key in Set(keys(column)) {
                if sums[key] == nil { order.append(key) }
                sums[key, default: 0] += share
            }
        }
        return order.map { ($0, sums[$0]!) }
    }

    private struct StopBlocks: Hashable {
        var stop: Int
        var blocks: UInt128
    }

    /// A stop between kinds of teams, then between classes of weekdays.
    private func openBlock() -> [BranchDecision]? {
        guard problem.blocks.count > 1 else { return nil }
        func mask(_ isIn: (Block) -> Bool) -> UInt128 {
            problem.blocks.indices.reduce(0) { $0 | (isIn(problem.blocks[$1]) ? 1 << UInt128($1) : 0) }
        }
        let byKind = problem.kinds.indices.map { kind in mask { $0.kind == kind } }
        let byClass = problem.classes.indices.map { index in mask { $0.weekdayClass == index } }
        for masks in [(\Block.kind, byKind), (\Block.weekdayClass, byClass)] where masks.1.count > 1 {
            let shares = shares { column in
                column.segments.flatMap { problem.segments[$0.segment].stops }.sorted().map {
                    StopBlocks(stop: $0, blocks: masks.1[problem.blocks[column.block][keyPath: masks.0]])
                }
            }
            let sorted = shares.sorted { ($0.key.stop, $0.key.blocks) < ($1.key.stop, $1.key.blocks) }
            if let open = Self.mostOpen(sorted) {
                return [
                    .blocks(stop: open.stop, open.blocks, true), .blocks(stop: open.stop, open.blocks, false),
                ]
            }
        }
        return nil
    }

    private func openFullDay() -> [BranchDecision]? {
        let shares = shares { $0.isFullDay ? [$0.anchor.segment] : [] }.sorted { $0.key < $1.key }
        return Self.mostOpen(shares).map { [.fullDay($0, true), .fullDay($0, false)] }
    }

    private func openSegment() -> [BranchDecision]? {
        guard problem.formCount > 1 else { return nil }
        let shares = shares { $0.segments.map(\.segment).filter { problem.segments[$0].isShort } }.sorted {
            $0.key < $1.key
        }
        return Self.mostOpen(shares).map { [.segment($0, true), .segment($0, false)] }
    }

    private func openPair() -> [BranchDecision]? {
        let shares = shares(\.adjacentPairs).sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }
        return Self.mostOpen(shares).map { [.adjacent($0, true), .adjacent($0, false)] }
    }

    private func openOrder() -> [BranchDecision]? {
        let shares = shares { $0.ordersThatCount(in: problem) }.sorted {
            ($0.key.morning, $0.key.afternoon) < ($1.key.morning, $1.key.afternoon)
        }
        return Self.mostOpen(shares).map { [.order($0, true), .order($0, false)] }
    }

    private func openPhase() -> [BranchDecision]? {
        let shares = shares { column in
            column.segments.flatMap { taken in
                problem.segments[taken.segment].stops.map { SegmentPattern(segment: $0, node: taken.node) }
            }
        }.sorted { ($0.key.segment, $0.key.node) < ($1.key.segment, $1.key.node) }
        return shares.first { Self.isOpen($0.share) }.map {
            [
                .phase(stop: $0.key.segment, node: $0.key.node, true),
                .phase(stop: $0.key.segment, node: $0.key.node, false),
            ]
        }
    }

    /// Everything is whole, so a placement failed: decide what is not yet decided, until nothing is left.
    ///
    /// - Parameter leavesAreFinal: rounds that cannot be placed make no plan with more rounds either. Where that does not
    ///   hold, stops that are not taken are decided last, so that a leaf is one plan.
    private func undecided(_ state: BranchState, _ leavesAreFinal: Bool) -> [BranchDecision]? {
        let decided = Set(state.decisions)
        var open: [[BranchDecision]] = []
        func ask(_ make: (Bool) -> BranchDecision, _ holds: Bool = true) { open.append([make(holds), make(!holds)]) }
        for (column, _) in counted {
            for taken in column.segments {
                let level = problem.tree.nodes[taken.node].level
                for offer in problem.offers(of: taken.segment, level: level) { ask { .offer(offer, $0) } }
                for stop in problem.segments[taken.segment].stops {
                    if taken.segment < problem.stopCount { ask({ .fullDay(stop, $0) }, column.isFullDay) }
                    ask { .phase(stop: stop, node: taken.node, $0) }
                    if problem.blocks.count > 1 {
                        ask { .blocks(stop: stop, 1 << UInt128(column.block), $0) }
                    }
                }
                if problem.segments[taken.segment].isShort { ask { .segment(taken.segment, $0) } }
            }
            for pair in column.adjacentPairs { ask { .adjacent(pair, $0) } }
            for order in column.ordersThatCount(in: problem) { ask { .order(order, $0) } }
        }
        // Segments that have a day each might share one, and leave a weekday free.
        let alone = counted.map(\.column).filter { !$0.isFullDay }
        let together = Set(counted.flatMap(\.column.adjacentPairs))
        for (index, first) in alone.enumerated() {
            for second in alone.dropFirst(index + 1) {
                for a in first.segments {
                    for b in second.segments {
                        let pair = SegmentPair(a.segment, b.segment)
                        guard !together.contains(pair), canShareDay(a.segment, b.segment) else { continue }
                        ask({ .adjacent(pair, $0) }, false)
                    }
                }
            }
        }
        if !leavesAreFinal {
            let taken = Set(counted.flatMap { $0.column.segments.flatMap { problem.segments[$0.segment].stops } })
            for stop in 0..<problem.stopCount where !taken.contains(stop) && !state.forbiddenStop[stop] {
                ask({ .stopUsed(stop, $0) }, false)
            }
        }
        return open.first { !decided.contains($0[0]) }
    }

    private func canShareDay(_ a: Int, _ b: Int) -> Bool {
        problem.tables.contains { $0.pair(a, b) != nil || $0.pair(b, a) != nil }
    }
}
