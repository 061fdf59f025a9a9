import GeoModel

// The price of R26. A day's cost counts the shortest span that its hours allow, and a plan the spans of the hours it gets:
// the starts that a stop keeps (R32), or rests between days, may rule out that every day is at its shortest. So columns may
// be worth more than the plan made of them, never less, and a bound from columns holds for plans.

extension RoundsProblem {
    /// Thousandths for the minutes of a day, once a cycle, that its crew spans above the reported span.
    func spanPrice(_ hours: DayClock.Hours, persons: Int) -> Int {
        max(0, (hours.arrival - hours.departure - parameters.spanReported).count) * persons * spanMinutePrice
    }

    /// Thousandths for the shortest span of a day that may start at any of some times; `nil` where none is legal. What costs
    /// nothing is enough.
    func leastSpanPrice(_ starts: [Minutes], persons: Int, _ hours: (Minutes) -> DayClock.Hours?) -> Int? {
        var least: Int?
        for start in starts {
            guard let day = hours(start) else { continue }
            let price = spanPrice(day, persons: persons)
            if price == 0 { return 0 }
            least = min(least ?? price, price)
        }
        return least
    }

    /// The same of a day whose halves start at any two of some times.
    func leastSpanPrice(
        _ mornings: [Minutes], _ afternoons: [Minutes], persons: Int, _ hours: (Minutes, Minutes) -> DayClock.Hours?
    ) -> Int? {
        var least: Int?
        for morning in mornings {
            guard let price = leastSpanPrice(afternoons, persons: persons, { hours(morning, $0) }) else { continue }
            if price == 0 { return 0 }
            least = min(least ?? price, price)
        }
        return least
    }

    /// Thousandths for a minute of one person, on a day of each cycle.
    var spanMinutePrice: Int {
        Int((1000 * parameters.priceOfSpanHour / 60 * Double(parameters.cyclesInFourWeeks)).rounded())
    }

    /// Thousandths that the spans of a round's hours cost, over the cycle.
    func spanCost(_ option: RoundOption, of column: RoundColumn) -> Int {
        let persons = kinds[lanes[column.lane].kind].crewSize
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

    /// Thousandths for kilometres, and for hours where wages are variable, of a day once a cycle. Each day is priced and
    /// rounded once, as the check does it; folded weeks then count as often as they repeat.
    func runningCost(metres: Int, work: Int, persons: Int) -> Int {
        DayPrice(parameters).points(metres: Metres(metres), work: Minutes(work), persons: persons).count
    }

    private func runningCost(of column: RoundColumn) -> Int {
        let persons = kinds[lanes[column.lane].kind].crewSize
        return tree.nodes[column.anchor.node].weeks.reduce(0) { sum, week in
            guard let day = day(of: column, week: week) else { return sum }
            return sum + repeats * runningCost(metres: Int(day.metres), work: Int(day.work), persons: persons)
        }
    }
}
