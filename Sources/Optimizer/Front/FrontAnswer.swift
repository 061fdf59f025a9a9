import GeoModel

// What the steps amount to: points, each with the strongest proof that speaks of it.
extension FrontSearch {
    /// The plans that steps choose, each once.
    private var chosen: [Int] { Array(Set(cells.compactMap { known.best(in: $0.cell) })) }

    /// Those that none of the others dominates, from the cheapest on.
    var kept: [Int] {
        let chosen = chosen
        return chosen.filter { plan in
            !chosen.contains { known.figures[$0].dominates(known.figures[plan]) }
        }.sorted { (known.figures[$0].euros, $0) < (known.figures[$1].euros, $1) }
    }

    /// Those whose proof is as close as asked.
    var proven: Int {
        kept.count { plan in
            known.needProof(known.figures[plan]).map {
                FrontPoint.gap(need: known.figures[plan].need, bound: $0.need) <= limits.gap
            } ?? false
        }
    }

    func front() -> ParetoFront {
        let kept = kept
        let others = chosen.filter { !kept.contains($0) }
            .sorted { (known.figures[$0].euros, $0) < (known.figures[$1].euros, $1) }
        let order = kept + others
        let points = order.map { index -> FrontPoint in
            let figures = known.figures[index]
            let proven = known.needProof(figures)
            var cell = proven?.proof.cell ?? EpsilonCell()
            // A price has proven it for any limit: the plan's own.
            if proven?.proof.prices.perEuro ?? 0 > known.prices.perEuro {
                cell.mostEuros = Self.readableEuros(figures.euros)
            }
            let bound = max(known.needProof(cell)?.need ?? ends.needBound, figures.need)
            // Of plans that differ by rounding alone the first stands for all.
            let dominating = kept.contains(index) ? nil : kept.firstIndex { known.figures[$0].dominates(figures) } ?? 0
            return FrontPoint(
                plan: known.plans[index], figures: figures, bound: bound, cell: cell,
                valueBound: max(min(known.valueBound(cell) ?? bound, bound), known.plans[index].value),
                audit: proven?.proof.audit, dominance: dominating.map { .dominated(by: $0) } ?? .kept)
        }
        let steps = cells.map { cell, isInherited -> FrontStep in
            let bound = known.needProof(cell)?.need ?? ends.needBound
            let best = known.best(in: cell).flatMap { order.firstIndex(of: $0) }
            let answer: FrontStep.Answer =
                known.isImpossible(cell)
                ? .impossible
                : best.map { .point($0, bound: max(bound, points[$0].figures.need)) } ?? .undecided(bound: bound)
            return FrontStep(cell: cell, answer: answer, isInherited: isInherited)
        }.sorted { a, b in
            (a.cell.leastEquity ?? -1, a.cell.mostEuros ?? .infinity)
                < (b.cell.leastEquity ?? -1, b.cell.mostEuros ?? .infinity)
        }
        return ParetoFront(
            scenario: known.scenario, points: points, steps: steps, ends: ends,
            isComplete: !stop.isRaised && proven >= limits.points, known: known)
    }
}
