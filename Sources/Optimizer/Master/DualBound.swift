import ColumnGeneration

// The Lagrangian of the master: duals as pricing reads them, and the bound they prove.

extension RoundMaster {
    /// Reads the duals in the sign their row allows, and adds up the constant part of the Lagrangian by itself.
    package func duals(from raw: [Double]) -> RoundDuals {
        let weeks = problem.tree.weekCount
        let kinds = problem.kinds.count
        let minutes = problem.model.dailyWork.count + 1
        var constant = 0.0
        var reduced = fixed.map(\.objective)
        var offerWorth = Array(repeating: 0.0, count: problem.offerCount)
        var perWeek = Array(repeating: Array(repeating: 0.0, count: weeks), count: kinds)
        var workPrice = Array(
            repeating: Array(repeating: Array(repeating: 0.0, count: minutes), count: weeks), count: kinds)
        var kindHalfPrice = perWeek
        var kindDayPrice = perWeek
        var halfDayPrice = Array(repeating: Array(repeating: 0.0, count: weeks), count: problem.blocks.count)
        var blockDayPrice = Array(repeating: Array(repeating: 0.0, count: weeks), count: problem.blocks.count)
        var eveningPrice = perWeek
        var longDayPrice = perWeek
        var metrePrice = 0.0
        var hourPrice = 0.0
        var pairWorth: [SegmentPair: Double] = [:]
        for (index, row) in rows.enumerated() {
            let dual = row.dual(raw[index])
            guard dual != 0 else { continue }
            constant += row.constant(dual)
            for term in row.terms { reduced[term.column] -= dual * term.value }
            switch row.role {
            case .plain: break
            case .link(let offer): offerWorth[offer] = -dual
            case .days(let block, let week): blockDayPrice[block][week] += dual
            case .halfDays(let week): for kind in 0..<kinds { kindHalfPrice[kind][week] += dual }
            case .weekdayHalves(let weekday, let week):
                for block in problem.blocks.indices where problem.blocks[block].weekdays == [weekday] {
                    halfDayPrice[block][week] += dual
                }
            case .work(let kind, let week): perWeek[kind][week] += dual
            case .cycle(let kind): for week in 0..<weeks { perWeek[kind][week] += dual }
            case .workCut(let cut):
                for work in 0..<minutes {
                    workPrice[cut.kind][cut.week][work] += dual * Double(cut.coefficient(work: work)) * cut.scale
                }
            case .evenings(let kind, let week): eveningPrice[kind][week] += dual
            case .longDays(let kind): for week in 0..<weeks { longDayPrice[kind][week] += dual }
            case .count(let count):
                for kind in count.kind.map({ $0...$0 }) ?? 0...kinds - 1 {
                    for week in count.week.map({ $0...$0 }) ?? 0...weeks - 1 {
                        if count.resource == .days {
                            kindDayPrice[kind][week] += dual
                        } else {
                            kindHalfPrice[kind][week] += dual
                        }
                    }
                }
            case .together(let pair): pairWorth[pair] = -dual
            case .kilometres(let factor): metrePrice += dual * factor / 1000
            case .personHours(let factor): hourPrice += dual * factor
            case .euros(let perKilometre, let perHour):
                metrePrice += dual * perKilometre / 1000
                hourPrice += dual * perHour
            }
        }
        for kind in 0..<kinds {
            let persons = Double(problem.kinds[kind].crewSize)
            for week in 0..<weeks {
                let hour = perWeek[kind][week] + hourPrice * persons
                for work in 0..<minutes { workPrice[kind][week][work] += hour * Double(work) / 60 }
            }
        }
        for (index, block) in problem.blocks.enumerated() {
            for week in 0..<weeks {
                blockDayPrice[index][week] += kindDayPrice[block.kind][week]
                halfDayPrice[index][week] += kindHalfPrice[block.kind][week]
            }
        }
        for column in fixed.indices where reduced[column] > 0 {
            if column < problem.offerCount, branch.forbiddenOffer[column] { continue }
            constant += reduced[column] * fixed[column].upper
        }
        var duals = RoundDuals(
            offerWorth: offerWorth, workPrice: workPrice, halfDayPrice: halfDayPrice, dayPrice: blockDayPrice,
            eveningPrice: eveningPrice, longDayPrice: longDayPrice, metrePrice: metrePrice, pairWorth: pairWorth,
            constant: constant,
            coverReducedCost: Array(reduced.prefix(problem.offerCount)))
        duals.rowDuals = raw
        return duals
    }

    package func mixed(_ duals: RoundDuals, _ other: RoundDuals, weight: Double) -> RoundDuals? {
        guard duals.rowDuals.count == other.rowDuals.count else { return nil }
        return self.duals(from: zip(duals.rowDuals, other.rowDuals).map { (1 - weight) * $0 + weight * $1 })
    }

    package func improves(_ column: RoundColumn, _ duals: RoundDuals) -> Bool {
        problem.use(of: column).map { problem.reducedCost(of: column, $0, duals) > Tolerance.reducedCost } ?? false
    }

    /// Lagrangian bound: valid for any duals of the right sign. A round of |P| weeks takes |P| of the places × weeks of
    /// its block.
    package func bound(_ duals: RoundDuals, _ pricing: PricingResult<RoundColumn>) -> Bound? {
        guard let best = pricing.bestReducedCosts else { return nil }
        let nodes = problem.tree.nodes
        var points = duals.constant
        for (index, block) in problem.blocks.enumerated() {
            let gain =
                nodes.indices.map { node in
                    max(0, best[index * nodes.count + node]) / Double(nodes[node].weeks.count)
                }.max() ?? 0
            points += gain * Double(block.places * problem.tree.weekCount)
        }
        return Bound(points: points)
    }
}

extension RoundsProblem {
    /// The reduced cost of a column, points.
    package func reducedCost(of column: RoundColumn, _ use: RoundUse, _ duals: RoundDuals) -> Double {
        var value = -Double(use.cost) / 1000 - Double(use.metres) * duals.metrePrice
        for taken in column.segments {
            for offer in offers(of: taken.segment, level: tree.nodes[taken.node].level) {
                value += duals.offerWorth[offer]
            }
        }
        for pair in column.adjacentPairs { value += duals.pairWorth[pair] ?? 0 }
        let kind = blocks[column.block].kind
        for week in 0..<tree.weekCount where use.days[week] > 0 {
            value -= duals.workPrice[kind][week][use.work[week]] + duals.dayPrice[column.block][week]
            value -= Double(use.halfDays[week]) * duals.halfDayPrice[column.block][week]
            value -= Double(use.evenings[week]) * duals.eveningPrice[kind][week]
            value -= Double(use.longDays[week]) * duals.longDayPrice[kind][week]
        }
        return value
    }
}
