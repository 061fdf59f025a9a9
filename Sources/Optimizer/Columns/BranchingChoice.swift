/// What to decide next at a node, from the fractional solution of its relaxation.
struct BranchingChoice {
    /// Two answers that between them keep every plan; `nil` where everything is decided.
    private(set) var decision: [BranchDecision]?
    /// Stops, cadences, full days and shared days are all whole: only phases, weekdays and hours may be open.
    private(set) var isCounted = false

    init(
        _ problem: RoundsProblem, _ counted: [(column: RoundColumn, share: Double)], _ cover: [Double],
        _ state: BranchState
    ) {
        let cadences = problem.cadences.count
        if let counts = Self.openCount(problem, counted) {
            decision = counts
            return
        }
        func isOpen(_ share: Double) -> Bool {
            share > Tolerance.integrality && share < 1 - Tolerance.integrality
        }
        func openness(_ share: Double) -> Double { min(share, 1 - share) }
        var best: (score: Double, answers: [BranchDecision])?
        func consider(_ score: Double, _ answers: [BranchDecision]) {
            if score > best?.score ?? 0 { best = (score, answers) }
        }
        for stop in 0..<problem.stopCount {
            let used = (0..<cadences).reduce(0.0) { $0 + cover[stop * cadences + $1] }
            if isOpen(used) { consider(openness(used), [.stopUsed(stop, true), .stopUsed(stop, false)]) }
        }
        if best == nil {
            for stop in 0..<problem.stopCount {
                for cadence in 0..<cadences where isOpen(cover[stop * cadences + cadence]) {
                    consider(
                        openness(cover[stop * cadences + cadence]),
                        [.cadence(stop: stop, cadence: cadence, true), .cadence(stop: stop, cadence: cadence, false)])
                }
            }
        }
        var full: [Int: Double] = [:]
        var pairs: [StopPair: Double] = [:]
        for (column, share) in counted {
            if column.isFullDay { full[column.anchor.stop, default: 0] += share }
            for pair in Set(column.adjacentPairs) { pairs[pair, default: 0] += share }
        }
        let pairOrder = pairs.keys.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
        if best == nil {
            for stop in full.keys.sorted() where isOpen(full[stop]!) {
                consider(openness(full[stop]!), [.fullDay(stop, true), .fullDay(stop, false)])
            }
        }
        if best == nil {
            for pair in pairOrder where isOpen(pairs[pair]!) {
                consider(openness(pairs[pair]!), [.adjacent(pair, true), .adjacent(pair, false)])
            }
        }
        if best == nil {
            var orders: [StopOrder: Double] = [:]
            for (column, share) in counted {
                for order in Set(column.ordersThatCount(in: problem)) { orders[order, default: 0] += share }
            }
            for order in orders.keys.sorted(by: { ($0.morning, $0.afternoon) < ($1.morning, $1.afternoon) })
            where isOpen(orders[order]!) {
                consider(openness(orders[order]!), [.order(order, true), .order(order, false)])
            }
        }
        if let best {
            decision = best.answers
            return
        }
        isCounted = true
        var phases: [StopPattern: Double] = [:]
        for (column, share) in counted { for taken in column.stops { phases[taken, default: 0] += share } }
        let phaseOrder = phases.keys.sorted { ($0.stop, $0.node) < ($1.stop, $1.node) }
        if let open = phaseOrder.first(where: { isOpen(phases[$0]!) }) {
            decision = [
                .phase(stop: open.stop, node: open.node, true), .phase(stop: open.stop, node: open.node, false),
            ]
            return
        }
        // Everything is whole, so a placement failed: decide what is not yet decided, until nothing is left.
        let decided = Set(state.decisions)
        var open: [[BranchDecision]] = []
        for (column, _) in counted {
            for taken in column.stops {
                let cadence = problem.tree.nodes[taken.node].level
                open.append([
                    .cadence(stop: taken.stop, cadence: cadence, true),
                    .cadence(stop: taken.stop, cadence: cadence, false),
                ])
                open.append([.fullDay(taken.stop, column.isFullDay), .fullDay(taken.stop, !column.isFullDay)])
                open.append([
                    .phase(stop: taken.stop, node: taken.node, true), .phase(stop: taken.stop, node: taken.node, false),
                ])
            }
            open += column.adjacentPairs.map { [.adjacent($0, true), .adjacent($0, false)] }
            open += column.ordersThatCount(in: problem).map { [.order($0, true), .order($0, false)] }
        }
        // Stops that have a day each might share one, and leave a weekday free.
        let alone = counted.map(\.column).filter { !$0.isFullDay }.flatMap(\.stops).map(\.stop).sorted()
        let together = Set(counted.flatMap(\.column.adjacentPairs))
        for (index, first) in alone.enumerated() {
            for second in alone.dropFirst(index + 1) {
                let pair = StopPair(first, second)
                guard !together.contains(pair), problem.canShareDay(first, second) else { continue }
                open.append([.adjacent(pair, false), .adjacent(pair, true)])
            }
        }
        decision = open.first { !decided.contains($0[0]) }
    }

    /// How many days and half-days there are: decided first, since half a day more is what a relaxation likes best.
    private static func openCount(
        _ problem: RoundsProblem, _ counted: [(column: RoundColumn, share: Double)]
    ) -> [BranchDecision]? {
        let uses = counted.compactMap { taken in problem.use(of: taken.column).map { (use: $0, share: taken.share) } }
        for row in CountRow.all(weeks: problem.tree.weekCount) {
            let total = uses.reduce(0.0) { sum, taken in
                let amounts = row.resource == .days ? taken.use.days : taken.use.halfDays
                return sum + taken.share * Double(row.week.map { amounts[$0] } ?? amounts.reduce(0, +))
            }
            let below = total.rounded(.down)
            if total - below > Tolerance.countIntegrality && below + 1 - total > Tolerance.countIntegrality {
                return [.atLeast(row, Int(below) + 1), .atMost(row, Int(below))]
            }
        }
        return nil
    }
}
