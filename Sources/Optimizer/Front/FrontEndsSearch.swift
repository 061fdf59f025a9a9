import GeoModel

// The ends of the three objectives, from which limits are chosen.
extension FrontSearch {
    /// Halvings of what is open between the fairest plan and the floor that cannot be met.
    private static let halvings = 5
    /// Where lines of floors lie, between the equity of the plan of most need and the highest found.
    private static let floorShares = [0.45, 0.85]

    /// How fair a plan can be: floors between the fairest plan and one that cannot be met are tried, halving what is open.
    mutating func climb(_ weight: MilliPoints) throws {
        guard limits.lines > 1 else { return }
        // The fifth that gets least gets no more than the mean.
        var high = min(1, ends.needBound.points / max(weight.points, 1))
        for _ in 0..<Self.halvings where !isOver {
            let floor = Self.readableFloor((ends.mostEquity + high) / 2)
            guard floor > ends.mostEquity, floor < high else { break }
            let cell = EpsilonCell(mostEuros: ends.mostEuros, leastEquity: floor)
            let step = EpsilonStep(cell, known, gap: SearchLimits.anyGap)
            let found = try solve([step], seconds: left * 0.04)[0]
            note(found, step)
            switch found {
            case .plan: ends.mostEquity = max(ends.mostEquity, known.figures.map(\.equity).max() ?? 0)
            case .impossible:
                high = floor
                ends.impossibleEquity = floor
            case .undecided: high = floor
            }
            tell(.ends)
        }
    }

    /// The floors of the lines: none, then between the equity of the plan of most need and the highest found.
    var lineFloors: [Double?] {
        guard let most = known.best(in: EpsilonCell()) else { return [nil] }
        let low = known.figures[most].equity
        let room = ends.mostEquity - low
        guard room > 0.001 else { return [nil] }
        let shares = limits.lines == 2 ? [Self.floorShares[1]] : limits.lines == 1 ? [] : Self.floorShares
        return [nil] + shares.map { Self.readableFloor(low + $0 * room) }
    }

    /// The cheapest plan of each line, as far as a short search tells, and what every plan costs at least.
    mutating func findCheapest(_ floors: [Double?]) throws {
        let euros = ends.mostEuros / Self.dearest
        guard euros > 0 else { return }
        let weight = ends.needBound.points
        // So dear that need hardly counts.
        let prices = FrontPrices(perEuro: 10 * weight / euros, in: given)
        var open = floors[...]
        while !open.isEmpty, !isOver {
            let steps = open.prefix(Self.width).map { floor in
                EpsilonStep(EpsilonCell(leastEquity: floor), known, gap: 0.5, prices: prices)
            }
            open = open.dropFirst(steps.count)
            for (step, found) in zip(steps, try solve(steps, seconds: left * 0.05)) {
                let index = note(found, step)
                guard step.cell.leastEquity == nil, let index, case .plan(_, let proof) = found, let value = proof.value
                else { continue }
                ends.leastEuros = known.figures[index].euros
                ends.leastEurosBound = max(0, (-value.points - 0.001 - prices.rounding.points) / prices.perEuro)
            }
            tell(.ends)
        }
    }

    /// Ten thousandths, downwards.
    private static func readableFloor(_ share: Double) -> Double { (share * 10_000).rounded(.down) / 10_000 }
}
