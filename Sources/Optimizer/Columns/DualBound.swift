// The Lagrangian of the master: duals as pricing reads them, and the bound they prove.

extension RoundMaster {
    /// Reads the duals in the sign their row allows, and adds up the constant part of the Lagrangian by itself.
    package func duals(from raw: [Double]) -> RoundDuals {
        let weeks = problem.tree.weekCount
        let cadences = problem.cadences.count
        var constant = 0.0
        var worth = Array(repeating: 0.0, count: slotCount)
        for slot in 0..<slotCount { worth[slot] = -raw[slot] }
        var reduced = worth.map { -$0 }
        for stop in 0..<problem.stopCount {
            let dual = branch.requiredStop[stop] ? raw[slotCount + stop] : max(0, raw[slotCount + stop])
            constant += dual
            for cadence in 0..<cadences { reduced[stop * cadences + cadence] -= dual }
        }
        var workTable = Array(repeating: Array(repeating: 0.0, count: problem.model.dailyWork.count + 1), count: weeks)
        var halfDayPrice = Array(repeating: 0.0, count: weeks)
        var dayPrice = Array(repeating: 0.0, count: weeks)
        var workPrice = Array(repeating: 0.0, count: weeks)
        for (index, row) in problem.model.weekRows.enumerated() {
            for week in 0..<weeks {
                var dual = raw[weekRowStart + index * weeks + week]
                if row.upper == nil { dual = min(0, dual) }
                if row.lower == nil { dual = max(0, dual) }
                let scale = row.resource == .work ? 60.0 : 1
                constant += dual * Double((dual >= 0 ? row.upper : row.lower) ?? 0) / scale
                switch row.resource {
                case .halfDays: halfDayPrice[week] += dual
                case .work: workPrice[week] += dual
                case .days: dayPrice[week] += dual
                }
            }
        }
        for (index, row) in countRows.enumerated() {
            let (lower, upper) = (branch.countLower[row], branch.countUpper[row])
            var dual = raw[countRowStart + index]
            if upper == nil { dual = min(0, dual) }
            if lower == nil { dual = max(0, dual) }
            guard dual != 0 else { continue }
            constant += dual * Double((dual >= 0 ? upper : lower) ?? 0)
            for week in row.week.map({ $0...$0 }) ?? 0...weeks - 1 {
                if row.resource == .days { dayPrice[week] += dual } else { halfDayPrice[week] += dual }
            }
        }
        if let cycleRow, let limit = problem.foldedWork {
            let dual = max(0, raw[cycleRow])
            constant += dual * Double(limit) / 60
            for week in 0..<weeks { workPrice[week] += dual }
        }
        for week in 0..<weeks {
            for work in workTable[week].indices { workTable[week][work] = workPrice[week] * Double(work) / 60 }
        }
        if let limit = problem.upper(.work) {
            for (cut, row) in workCuts {
                let dual = max(0, raw[row])
                guard dual > 0 else { continue }
                constant += dual * Double(cut.coefficient(work: limit))
                for work in workTable[cut.week].indices {
                    workTable[cut.week][work] += dual * Double(cut.coefficient(work: work))
                }
            }
        }
        var theta = Array(repeating: 1.0, count: problem.demands.count)
        for (cut, row) in coverCuts {
            let dual = max(0, raw[row])
            guard dual > 0 else { continue }
            constant += dual * Double(cut.threshold) / 1000
            theta[cut.demand] -= dual
            for term in cut.terms { reduced[term.slot] += dual * Double(term.points) / 1000 }
        }
        for (demand, cost) in theta.enumerated() where cost > 0 {
            constant += cost * Double(problem.demands[demand].best) / 1000
        }
        var pairWorth: [StopPair: Double] = [:]
        for pair in branch.requiredPairs {
            guard let row = togetherRows[pair] else { continue }
            let dual = min(0, raw[row])
            constant += dual
            pairWorth[pair] = -dual
        }
        for slot in 0..<slotCount where !branch.forbiddenCadence[slot] && reduced[slot] > 0 {
            constant += reduced[slot]
        }
        return RoundDuals(
            stopWorth: worth, workPrice: workTable, halfDayPrice: halfDayPrice, dayPrice: dayPrice,
            pairWorth: pairWorth, constant: constant, coverReducedCost: reduced)
    }

    /// Lagrangian bound: valid for any duals of the right sign. At most one round a weekday is out in each week, so
    /// that a round of |P| weeks takes |P| of `weekdays × weeks` places.
    package func bound(_ duals: RoundDuals, _ pricing: PricingResult<RoundColumn>) -> Bound? {
        guard let best = pricing.bestReducedCosts else { return nil }
        let places = Double(problem.weekdays.count * problem.tree.weekCount)
        let gain =
            problem.tree.nodes.indices.map { node in
                max(0, best[node]) / Double(problem.tree.nodes[node].weeks.count)
            }.max() ?? 0
        return Bound(points: duals.constant + places * gain)
    }
}
