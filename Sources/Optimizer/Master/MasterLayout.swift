import PlanningModel

/// The rows and fixed columns that the master of a problem starts with, under the names of `docs/modele.md`.
struct MasterLayout {
    private(set) var rows: [MasterRow] = []
    private(set) var names: [String] = []
    private(set) var columns: [FixedColumn] = []
    /// Rows that the shared artificial column may fill, and rows with an artificial column of their own.
    private(set) var sharedShort: [Int] = []
    private(set) var ownShort: [Int] = []
    let onceStart: Int
    private(set) var countRows: [(row: CountRow, index: Int)] = []
    let offerCount: Int
    let demandStart: Int

    init(_ problem: RoundsProblem) {
        offerCount = problem.offerCount
        demandStart = problem.offerCount
        onceStart = problem.offerCount
        for offer in 0..<offerCount {
            columns.append(FixedColumn(upper: 1, objective: -Double(problem.offerCost[offer]) / 1000))
        }
        for demand in problem.demands {
            columns.append(FixedColumn(upper: Double(demand.best) / 1000, objective: 1))
        }
        addStops(problem)
        addWeeks(problem)
        addPromises(problem)
        addFloors(problem)
        addBudgets(problem)
    }

    private mutating func add(_ row: MasterRow, _ name: String) {
        rows.append(row)
        names.append(name)
    }

    private mutating func addStops(_ problem: RoundsProblem) {
        let perStop = problem.formCount * problem.cadences.count
        for offer in 0..<offerCount {
            add(
                MasterRow(.link(offer), lower: 0, upper: 0, terms: [(offer, -1)]),
                "link[\(offer / perStop),\(offer % perStop)]")
        }
        for stop in 0..<problem.stopCount {
            sharedShort.append(rows.count)
            add(
                MasterRow(
                    .plain, upper: 1, terms: (stop * perStop..<(stop + 1) * perStop).map { ($0, 1) }),
                "once[\(stop)]")
        }
    }

    private mutating func addWeeks(_ problem: RoundsProblem) {
        let weeks = problem.tree.weekCount
        for (index, block) in problem.blocks.enumerated() {
            for week in 0..<weeks {
                add(
                    MasterRow(.days(block: index, week: week), upper: Double(block.places)),
                    "oneDay[l\(index + 1),w\(week + 1)]")
            }
        }
        for row in problem.model.weekRows where row.resource == .halfDays {
            for week in 0..<weeks {
                if problem.isDisaggregated, problem.service.teams.count > 1 {
                    addDistinctHalves(problem, week)
                }
                ownShort.append(rows.count)
                add(
                    MasterRow(.halfDays(week: week), lower: Double(problem.minimumHalfDays[week])),
                    "\(row.family)[\(row.rule.rawValue.lowercased()),w\(week + 1)]")
            }
        }
        for (kind, own) in problem.kinds.enumerated() {
            let count = Double(own.teams.count)
            for row in problem.model.weekRows where row.resource == .work && row.team == own.teams[0] {
                for week in 0..<weeks {
                    add(
                        MasterRow(
                            .work(kind: kind, week: week), upper: row.upper.map { count * Double($0) / 60 }),
                        "\(row.family)[\(row.rule.rawValue.lowercased()),k\(kind + 1),w\(week + 1)]")
                }
            }
            if let limit = problem.foldedWork {
                add(MasterRow(.cycle(kind: kind), upper: count * Double(limit) / 60), "cycle[r21,k\(kind + 1)]")
            }
            addLateAndLongDays(problem, kind)
            for limit in problem.model.overtime where limit.team == own.teams[0] {
                for week in 0..<weeks {
                    let price = Double(problem.overtimePrice * limit.persons * problem.repeats) * 60 / 1000
                    columns.append(FixedColumn(upper: 168, objective: -price))
                    add(
                        MasterRow(
                            .work(kind: kind, week: week), upper: Double(limit.limit) / 60,
                            terms: [(columns.count - 1, -1)]),
                        "overtime[r22,k\(kind + 1),\(limit.limit),w\(week + 1)]")
                }
            }
        }
        for row in CountRow.all(weeks: weeks, kinds: problem.kinds.count) {
            countRows.append((row, rows.count))
            ownShort.append(rows.count)
            let scope = (row.kind.map { "k\($0 + 1)," } ?? "") + (row.week.map { "w\($0 + 1)" } ?? "all")
            add(MasterRow(.count(row)), "count[\(row.resource),\(scope)]")
        }
    }

    /// R28 and R26, where some day is late or long at all hours that it may have.
    private mutating func addLateAndLongDays(_ problem: RoundsProblem, _ kind: Int) {
        let teams = problem.kinds[kind].teams
        if let most = problem.evenings(teams[0]), problem.hasEvenings(kind) {
            for week in 0..<problem.tree.weekCount {
                add(
                    MasterRow(.evenings(kind: kind, week: week), upper: Double(teams.count * most)),
                    "evenings[r28,k\(kind + 1),w\(week + 1)]")
            }
        }
        if let most = problem.foldedLongDays(teams[0]), problem.hasLongDays(kind) {
            add(MasterRow(.longDays(kind: kind), upper: Double(teams.count * most)), "longDays[r26,k\(kind + 1)]")
        }
    }

    /// R01 counts a half-day once, whoever is open: a weekday brings 2 at most. Which halves they are is left to the
    /// placement.
    private mutating func addDistinctHalves(_ problem: RoundsProblem, _ week: Int) {
        var open: [(column: Int, value: Double)] = []
        for weekday in problem.weekdays.indices {
            columns.append(FixedColumn(upper: 2, objective: 0))
            open.append((columns.count - 1, 1))
            add(
                MasterRow(.weekdayHalves(weekday: weekday, week: week), lower: 0, terms: [(columns.count - 1, -1)]),
                "halves[d\(weekday + 1),w\(week + 1)]")
        }
        ownShort.append(rows.count)
        add(MasterRow(.plain, lower: Double(problem.minimumHalfDays[week]), terms: open), "distinct[r01,w\(week + 1)]")
    }

    /// Stops promised, and second visits in the week.
    private mutating func addPromises(_ problem: RoundsProblem) {
        let perStop = problem.formCount * problem.cadences.count
        for (index, set) in problem.requiredSets.enumerated() where set.count != 1 {
            sharedShort.append(rows.count)
            add(
                MasterRow(
                    .plain, lower: 1,
                    terms: set.flatMap { stop in (stop * perStop..<(stop + 1) * perStop).map { ($0, 1) } }),
                "promised[\(index)]")
        }
        for stop in 0..<problem.stopCount {
            guard let first = problem.twinOf[stop] else { continue }
            let twin = problem.offer(stop, level: 0)
            let weekly = problem.offer(first, level: 0)
            add(MasterRow(.plain, upper: 0, terms: [(twin, 1), (weekly, -1)]), "twice[\(first)]")
            guard problem.rules[first].mustBeTwice else { continue }
            let all = (first * perStop..<(first + 1) * perStop).map { (column: $0, value: -1.0) }
            add(MasterRow(.plain, lower: 0, terms: [(twin, 1)] + all), "mustBeTwice[\(first)]")
        }
    }

    private mutating func addFloors(_ problem: RoundsProblem) {
        let floors = problem.service.floors
        let demands = problem.demands
        if let floor = floors.everyEpci {
            for group in problem.demandsOfEpci {
                let weight = group.reduce(0) { $0 + demands[$1].weight }
                ownShort.append(rows.count)
                add(
                    MasterRow(
                        .plain, lower: Self.eased(floor) * Double(weight) / 1000,
                        terms: group.map { (demandStart + $0, 1) }),
                    "floor[epci,\(group[0])]")
            }
        }
        if let floor = floors.highestNeed {
            let terms = problem.highestNeedShares.map { (column: demandStart + $0.demand, value: $0.share) }
            ownShort.append(rows.count)
            add(MasterRow(.plain, lower: Self.eased(floor), terms: terms), "floor[need]")
        }
        if let floor = floors.worstOff {
            // CVaR (Rockafellar and Uryasev, 2000): max η − Σ u_j / (α W) with u_j ≥ W_j η − θ_j.
            let total = Double(demands.reduce(0) { $0 + $1.weight }) / 1000
            let eta = columns.count
            columns.append(FixedColumn(upper: 1, objective: 0))
            var terms: [(column: Int, value: Double)] = [(eta, 1)]
            for (index, demand) in demands.enumerated() {
                let weight = Double(demand.weight) / 1000
                columns.append(FixedColumn(upper: weight, objective: 0))
                terms.append((columns.count - 1, -1 / (Floors.part * total)))
                add(
                    MasterRow(
                        .plain, upper: 0,
                        terms: [(eta, weight), (demandStart + index, -1), (columns.count - 1, -1)]),
                    "shortfall[\(index)]")
            }
            ownShort.append(rows.count)
            add(MasterRow(.plain, lower: Self.eased(floor), terms: terms), "floor[worst]")
        }
    }

    /// A floor less its tolerance, so that the relaxation never asks for more than the check does.
    private static func eased(_ floor: Double) -> Double { floor - 2 * Floors.tolerance }

    private mutating func addBudgets(_ problem: RoundsProblem) {
        let budgets = problem.service.budgets
        let parameters = problem.parameters
        let cycles = Double(problem.repeats * parameters.cyclesInFourWeeks)
        func eased(_ limit: Double) -> Double { limit + 2 * Budgets.tolerance * max(1, limit) }
        if let limit = budgets.kilometres {
            add(MasterRow(.kilometres(perCycle: cycles), upper: eased(limit)), "budget[km]")
        }
        if let limit = budgets.personHours {
            add(MasterRow(.personHours(perCycle: cycles), upper: eased(limit)), "budget[hours]")
        }
        if let limit = budgets.euros {
            let running = RunningCost(parameters)
            add(
                MasterRow(
                    .euros(
                        perKilometre: running.perKilometre * cycles, perHour: (running.perHour ?? 0) * cycles),
                    upper: eased(limit)),
                "budget[euros]")
        }
    }
}
