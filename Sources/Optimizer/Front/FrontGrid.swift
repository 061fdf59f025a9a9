import GeoModel

// Which cells are searched: a grid between the ends, then cells where it is coarse.
extension FrontSearch {
    /// Below this part of a line's euros no step is put between two others.
    private static let narrow = 0.01

    /// Each line from the most it may cost down to its cheapest plan, in even steps.
    mutating func searchGrid(_ floors: [Double?]) throws {
        let tops = floors.map { EpsilonCell(mostEuros: $0 == nil ? nil : ends.mostEuros, leastEquity: $0) }
        let counts = floors.indices.map { limits.steps(ofLine: $0) }
        try settle(tops, later: counts.reduce(0, +) - counts.count)
        var levels: [[EpsilonCell]] = []
        for down in 1..<max(2, counts.max() ?? 0) {
            levels.append(
                floors.indices.compactMap { line in
                    let (floor, top, steps) = (floors[line], tops[line], counts[line])
                    guard down < steps, let most = known.best(in: top).map({ known.figures[$0].euros }) else {
                        return nil
                    }
                    let whole = EpsilonCell(leastEquity: floor)
                    let least = known.figures.filter(whole.admits).map(\.euros).min() ?? 0
                    return EpsilonCell(
                        mostEuros: Self.readableEuros(least + (most - least) * Double(steps - down) / Double(steps)),
                        leastEquity: floor)
                })
        }
        for (index, level) in levels.enumerated() where !stop.isRaised {
            try settle(level, later: levels.dropFirst(index + 1).reduce(0) { $0 + $1.count })
        }
    }

    /// Puts further steps where neighbours of a line lie farthest apart, until there are as many points within the gap as
    /// wanted.
    mutating func refine() throws {
        while !isOver, proven < limits.points {
            let wave = openIntervals.prefix(min(Self.width, limits.points - proven)).map(\.cell)
            guard !wave.isEmpty else { return }
            try settle(Array(wave), later: Self.width * max(1, limits.points - proven - wave.count))
        }
    }

    /// Cells between two of a line, where the best plan may change: between the limit of one and the cost of the plan of the
    /// next. Farthest apart first; beside proofs that were too hard no others are tried.
    private var openIntervals: [(cell: EpsilonCell, size: Double)] {
        let euros = max(ends.mostEuros / Self.dearest, 1e-9)
        let weight = max(ends.needBound.points, 1e-9)
        var found: [(cell: EpsilonCell, size: Double)] = []
        for (_, line) in Dictionary(grouping: cells.map(\.cell), by: \.leastEquity) {
            let sorted = line.sorted { ($0.mostEuros ?? .infinity) < ($1.mostEuros ?? .infinity) }
            for (cheap, dear) in zip(sorted, sorted.dropFirst()) {
                guard let low = cheap.mostEuros, let a = known.best(in: cheap), let b = known.best(in: dear), a != b,
                    known.gap(dear).map({ $0 <= limits.gap }) ?? false
                else { continue }
                let high = known.figures[b].euros
                guard high - low > Self.narrow * euros else { continue }
                let cell = EpsilonCell(
                    mostEuros: Self.readableEuros((low + high) / 2), leastEquity: cheap.leastEquity)
                let rise = (known.figures[b].need - known.figures[a].need).points / weight
                found.append((cell, (high - low) / euros + rise))
            }
        }
        return found.sorted { a, b in
            (b.size, a.cell.leastEquity ?? 0, a.cell.mostEuros ?? 0)
                < (a.size, b.cell.leastEquity ?? 0, b.cell.mostEuros ?? 0)
        }
    }

    /// Steps whose proof was not as close as asked are solved once more in the time that is left, without the tie-break, which
    /// then hides nothing.
    mutating func tighten() throws {
        var loose = cells.map(\.cell).filter { cell in
            !known.isImpossible(cell) && known.gap(cell).map { $0 > limits.gap } ?? true
        }[...]
        while !loose.isEmpty, !isOver {
            let wave = Array(loose.prefix(Self.width))
            let turns = (loose.count + Self.width - 1) / Self.width
            loose = loose.dropFirst(wave.count)
            let free = FrontPrices(perEuro: 0, in: given)
            let found = try solve(
                wave.map { EpsilonStep($0, known, gap: limits.gap, prices: free) }, seconds: left / Double(turns))
            for (cell, found) in zip(wave, found) { note(found, cell) }
            tell(.steps)
        }
    }

    /// Cents, upwards: a limit that a plan was found with still holds it.
    private static func readableEuros(_ euros: Double) -> Double { (euros * 100).rounded(.up) / 100 }
}
