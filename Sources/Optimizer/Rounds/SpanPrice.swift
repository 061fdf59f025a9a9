import GeoModel

// The price of R26. A day's cost counts the shortest span that its hours allow, and a plan the spans of the hours it gets:
// the starts that a stop keeps (R32), or rests between days, may rule out that every day is at its shortest. So columns may
// be worth more than the plan made of them, never less, and a bound from columns holds for plans.

extension RoundsProblem {
    /// Thousandths that the spans of a round's hours cost, over the cycle.
    func spanCost(_ option: RoundOption, of column: RoundColumn) -> Int {
        let persons = kinds[blocks[column.block].kind].crewSize
        return repeats * option.hours.reduce(0) { $0 + ($1.map { spanPrice($0, persons: persons) } ?? 0) }
    }

    /// What the hours of placed rounds cost beyond what their columns count.
    func spanExcess(_ rounds: [PlacedRound]) -> Int {
        guard spanMinutePrice > 0 else { return 0 }
        return rounds.reduce(0) { sum, round in
            guard let use = use(of: round.column) else { return sum }
            let running = runningCost(of: round.column)
            return sum + running + spanCost(round.option, of: round.column) - use.cost
        }
    }

    private func runningCost(of column: RoundColumn) -> Int {
        let persons = kinds[blocks[column.block].kind].crewSize
        return tree.nodes[column.anchor.node].weeks.reduce(0) { sum, week in
            guard let day = day(of: column, week: week) else { return sum }
            return sum + repeats * runningCost(metres: Int(day.metres), work: Int(day.work), persons: persons)
        }
    }
}
