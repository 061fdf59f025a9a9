import ColumnGeneration

/// A dive from a node: takes the rounds the relaxation is surest of, solves again with columns generated, and so on until
/// the rounds are whole or nothing better is left.
///
/// A heuristic: what it rules out says nothing of the node. Source: Sadykov, Vanderbeck, Pessoa, Tahiri, Uchoa, "Primal
/// heuristics for branch and price", INFORMS Journal on Computing 31, 2019.
extension NodeSolver {
    /// Rounds worth more than `incumbent`, with their places where they were found; `nil` where the dive ends without any.
    func dive(
        from state: BranchState, incumbent: Int?, shouldStop: () -> Bool
    ) throws -> (columns: [RoundColumn], plan: PlacedPlan?)? {
        var state = state
        let floor = incumbent ?? nothingPossible
        // Each round is taken once, so that a dive ends.
        var taken: Set<RoundColumn> = []
        while true {
            let counted = master.solution.rounds.map { (column: master.columns[$0.column], share: $0.share) }
            let isWhole = counted.allSatisfy { $0.share > 1 - Tolerance.integrality }
            if isWhole {
                guard let columns = PhaseAssignment(problem, counted, state).plan() else { return nil }
                return (columns, plan(columns, better: floor))
            }
            let open = counted.filter { !taken.contains($0.column) }
            guard !open.isEmpty else { return nil }
            // The surest of those that are not whole, and all that are nearly so.
            let surest = open.map(\.share).max() ?? 0
            for (column, share) in open where share >= min(surest, Self.nearlyWhole) {
                taken.insert(column)
                for decision in column.decisions(in: problem) { state.add(decision) }
            }
            try master.apply(state)
            let pricing = RoundPricing(problem: problem, branch: state)
            let solved = try ColumnGeneration.run(
                &master, pricing, cutoff: { Self.rounded($0) <= floor }, shouldStop: shouldStop)
            guard solved.end == .converged, master.solution.artificial <= Tolerance.artificial else { return nil }
        }
    }

    private static let nearlyWhole = 0.9

    private func plan(_ columns: [RoundColumn], better floor: Int) -> PlacedPlan? {
        guard problem.shortfall(columns) == 0, problem.value(of: columns) > floor,
            case .placed(let rounds) = Placement.place(columns, in: problem)
        else { return nil }
        return PlacedPlan(columns: columns, rounds: rounds, value: problem.value(of: rounds))
    }
}

extension RoundColumn {
    /// The decisions that between them leave no other way to take these segments.
    fileprivate func decisions(in problem: RoundsProblem) -> [BranchDecision] {
        var found: [BranchDecision] = []
        for taken in segments {
            for offer in problem.offers(of: taken.segment, level: problem.tree.nodes[taken.node].level) {
                found.append(.offer(offer, true))
            }
            if problem.segments[taken.segment].isShort {
                found.append(.segment(taken.segment, true))
            } else {
                found.append(.fullDay(taken.segment, isFullDay))
            }
            for stop in problem.segments[taken.segment].stops {
                if problem.blocks.count > 1 { found.append(.blocks(stop: stop, 1 << UInt128(block), true)) }
                found.append(.phase(stop: stop, node: taken.node, true))
            }
        }
        return found + adjacentPairs.map { .adjacent($0, true) } + ordersThatCount(in: problem).map { .order($0, true) }
    }
}
