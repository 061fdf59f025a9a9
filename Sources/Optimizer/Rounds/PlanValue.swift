import GeoModel
import PlanningModel

// What a set of rounds is worth, and whether it keeps what binds it as a whole: by itself, in whole numbers, from the
// problem and not from the master.

extension RoundsProblem {
    /// Offers that a set of columns takes.
    func takenOffers(_ columns: [RoundColumn]) -> [Int] {
        columns.flatMap(\.segments).flatMap { offers(of: $0.segment, level: tree.nodes[$0.node].level) }
    }

    /// Thousandths that each demand is credited with: its single best stop.
    func credits(_ columns: [RoundColumn]) -> [Int] {
        var best = Array(repeating: 0, count: demands.count)
        for offer in takenOffers(columns) {
            let stop = stop(ofOffer: offer)
            let own = offer - self.offer(stop, level: 0)
            for (demand, points) in demandsOfStop[stop] { best[demand] = max(best[demand], points[own]) }
        }
        return best
    }

    /// Need reached by a set of stops, each at its cadence.
    package func need(of columns: [RoundColumn]) -> Int { credits(columns).reduce(0, +) }

    /// Costs of days and prices of soft rules, thousandths.
    func cost(of columns: [RoundColumn]) -> Int {
        columns.reduce(0) { $0 + (use(of: $1)?.cost ?? 0) } + takenOffers(columns).reduce(0) { $0 + offerCost[$1] }
            + overtimeCost(columns)
    }

    /// Teams with priced overtime are never counted together, so that each column says whose hours it takes.
    private func overtimeCost(_ columns: [RoundColumn]) -> Int {
        guard !model.overtime.isEmpty else { return 0 }
        var work = Array(repeating: Array(repeating: 0, count: tree.weekCount), count: kinds.count)
        for column in columns {
            guard let use = use(of: column) else { continue }
            for week in use.work.indices { work[blocks[column.block].kind][week] += use.work[week] }
        }
        return model.overtime.reduce(0) { sum, limit in
            guard let kind = kinds.firstIndex(where: { $0.teams == [limit.team] }) else { return sum }
            let minutes = work[kind].reduce(0) { $0 + max(0, $1 - limit.limit) }
            return sum + minutes * overtimePrice * limit.persons * repeats
        }
    }

    /// Thousandths for a minute of overtime of one person, in each week of the cycle.
    var overtimePrice: Int {
        Int(
            (1000 * parameters.priceOfOvertimeHour / 60 * Double(parameters.cyclesInFourWeeks)).rounded())
    }

    /// Value of a set of columns, in thousandths of a point.
    package func value(of columns: [RoundColumn]) -> Int { need(of: columns) - cost(of: columns) }

    /// Value of placed rounds: a set of columns may be worth more than the hours it gets (R26).
    func value(of rounds: [PlacedRound]) -> Int { value(of: rounds.map(\.column)) - spanExcess(rounds) }

    /// How far a set of columns is from what binds it as a whole: floors, budgets, promised stops, twins. 0 where all
    /// is kept; else thousandths of a point, in the order of size of what is missing.
    func shortfall(_ columns: [RoundColumn]) -> Int { shortfall(columns, credits(columns)) }

    func shortfall(_ columns: [RoundColumn], _ credits: [Int]) -> Int {
        var missing = floorShortfall(credits)
        let stops = Set(columns.flatMap(\.segments).flatMap { segments[$0.segment].stops })
        missing += 10_000 * requiredSets.count { set in !set.contains(where: stops.contains) }
        for stop in stops {
            if let first = twinOf[stop] {
                let weekly = columns.contains { column in
                    column.segments.contains {
                        !segments[$0.segment].isShort && segments[$0.segment].stops[0] == first
                            && tree.nodes[$0.node].level == 0
                    }
                }
                if !weekly { missing += 10_000 }
            } else if rules[stop].mustBeTwice, !stops.contains(where: { twinOf[$0] == stop }) {
                missing += 10_000
            }
        }
        return missing + budgetExcess(columns)
    }

    private func budgetExcess(_ columns: [RoundColumn]) -> Int {
        guard service.budgets != Budgets() else { return 0 }
        var (metres, personMinutes) = (0, 0)
        for column in columns {
            guard let use = use(of: column) else { continue }
            metres += use.metres
            personMinutes += use.work.reduce(0, +) * kinds[blocks[column.block].kind].crewSize
        }
        return budgetExcess(metres: metres, personMinutes: personMinutes)
    }

    /// Thousandths for what the folded weeks drive and work beyond the budgets.
    func budgetExcess(metres: Int, personMinutes: Int) -> Int {
        let budgets = service.budgets
        let cycles = Double(repeats * parameters.cyclesInFourWeeks)
        let kilometres = Double(metres) / 1000 * cycles
        let hours = Double(personMinutes) / 60 * cycles
        let euros = RunningCost(parameters).euros(kilometres: kilometres, hours: hours)
        return [(kilometres, budgets.kilometres), (hours, budgets.personHours), (euros, budgets.euros)]
            .reduce(0) { sum, pair in
                guard let limit = pair.1, pair.0 > limit + Budgets.tolerance * max(1, limit) else { return sum }
                return sum + 1 + Int(min(1e6, 1000 * (pair.0 - limit)))
            }
    }

    private func floorShortfall(_ credits: [Int]) -> Int {
        let floors = service.floors
        guard floors != Floors() else { return 0 }
        var missing = 0.0
        if let floor = floors.everyEpci {
            for group in demandsOfEpci {
                let weight = group.reduce(0) { $0 + demands[$1].weight }
                let reached = group.reduce(0) { $0 + credits[$1] }
                let needed = (floor - Floors.tolerance) * Double(weight)
                if Double(reached) < needed { missing += max(1, needed - Double(reached)) }
            }
        }
        let total = Double(demands.reduce(0) { $0 + $1.weight })
        let spread = BenefitSpread(
            demands.indices.map { index in
                let demand = demands[index]
                return BenefitSpread.Share(
                    commune: demand.commune, weight: Double(demand.weight) / 1000, volume: demand.volume,
                    intensity: demand.intensity, benefit: Double(credits[index]) / Double(demand.weight))
            })
        for (floor, found) in [
            (floors.highestNeed, floors.highestNeed.flatMap { _ in spread.highestNeed(part: Floors.part) }),
            (floors.worstOff, floors.worstOff.flatMap { _ in spread.worstOff(part: Floors.part) }),
        ] {
            guard let floor, let found, found < floor - Floors.tolerance else { continue }
            missing += max(1, (floor - found) * total)
        }
        return Int(missing.rounded(.up))
    }

    /// Demands of the fifth of families with the highest need, highest first: what a point of credit of each adds to the
    /// mean benefit of that fifth.
    var highestNeedShares: [(demand: Int, share: Double)] {
        let sorted = demands.indices.sorted {
            (demands[$1].intensity, demands[$0].commune) < (demands[$0].intensity, demands[$1].commune)
        }
        let target = Floors.part * demands.reduce(0) { $0 + $1.volume }
        var left = target
        var shares: [(demand: Int, share: Double)] = []
        for index in sorted where left > 0 {
            let taken = min(left, demands[index].volume)
            left -= taken
            shares.append((index, taken / target / (Double(demands[index].weight) / 1000)))
        }
        return shares
    }

    /// Demands of each EPCI, in the order of their codes.
    var demandsOfEpci: [[Int]] {
        Dictionary(grouping: demands.indices, by: { demands[$0].epci }).sorted { $0.key < $1.key }.map(\.value)
    }
}
