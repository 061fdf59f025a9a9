/// The rows of a problem, made from what they mean and found by their names: code of its own, so that a mistake of
/// `MasterLayout` is not repeated here.
struct AuditModel: Sendable {
    let problem: RoundsProblem
    private(set) var rows: [String: AuditRow] = [:]
    /// First the offers, then the demands.
    private(set) var boxes: [AuditBox]
    /// By table of days, more than any day of it uses.
    let largestDay: [DayCost]

    init(_ problem: RoundsProblem) {
        self.problem = problem
        largestDay = problem.tables.map { table in
            [table.singles, table.fullDays, table.pairs].joined().reduce(DayCost(work: 0, cost: 0, metres: 0)) {
                DayCost(
                    work: max($0.work, $1.work), cost: max($0.cost, $1.cost), metres: max($0.metres, $1.metres))
            }
        }
        boxes = problem.offerCost.map { AuditBox(most: 1, worth: -Double($0)) }
        boxes += problem.demands.map { AuditBox(most: Double($0.gains.map(\.points).max() ?? 0), worth: 1) }
        addStops()
        addDays()
        addOpening()
        addWork()
        addLateAndLongDays()
        addOvertime()
        addFloors()
        addBudgets()
    }

    /// All need reached at no cost.
    static func trivialBound(_ problem: RoundsProblem) -> Int {
        problem.demands.reduce(0) { $0 + ($1.gains.map(\.points).max() ?? 0) }
    }

    mutating func add(_ name: String, _ row: AuditRow) { rows[name] = row }

    mutating func addBox(most: Double, worth: Double = 0) -> Int {
        boxes.append(AuditBox(most: most, worth: worth))
        return boxes.count - 1
    }

    func offers(ofStop stop: Int) -> [Int] {
        problem.cadences.indices.flatMap { level in
            (0..<problem.formCount).map { problem.offer(stop, form: $0, level: level) }
        }
    }

    func credit(_ demand: Int) -> Int { problem.offerCount + demand }

    private var everywhere: [Bool] { problem.blocks.map { _ in true } }
    private func blocks(ofKind kind: Int) -> [Bool] { problem.blocks.map { $0.kind == kind } }

    /// A stop is taken in one offer at most, an offer where rounds hold it; one of each promised set; twins with their stop.
    private mutating func addStops() {
        for stop in 0..<problem.stopCount {
            let own = offers(ofStop: stop)
            add("once[\(stop)]", AuditRow(upper: 1, boxes: own.map { ($0, 1) }))
            for offer in own {
                add(
                    "link[\(stop),\(offer - own[0])]",
                    AuditRow(part: .offer(offer), lower: 0, upper: 0, boxes: [(offer, -1)]))
            }
            guard let first = problem.twinOf[stop] else { continue }
            let weekly = problem.offer(first, level: 0)
            let again = problem.offer(stop, level: 0)
            add("twice[\(first)]", AuditRow(upper: 0, boxes: [(again, 1), (weekly, -1)]))
            if problem.rules[first].mustBeTwice {
                add(
                    "mustBeTwice[\(first)]",
                    AuditRow(lower: 0, boxes: [(again, 1)] + offers(ofStop: first).map { ($0, -1) }))
            }
        }
        for (number, set) in problem.requiredSets.enumerated() where set.count != 1 {
            add(
                "promised[\(number)]",
                AuditRow(lower: 1, boxes: set.flatMap { offers(ofStop: $0) }.map { ($0, 1) }))
        }
    }

    /// A team has one day on a date; counts of days and half-days have limits where decisions give them.
    private mutating func addDays() {
        let weeks = problem.tree.weekCount
        for (index, block) in problem.blocks.enumerated() {
            let teams = problem.kinds[block.kind].teams.count
            for week in 0..<weeks {
                add(
                    "oneDay[l\(index + 1),w\(week + 1)]",
                    AuditRow(
                        part: .days(.day, blocks: problem.blocks.indices.map { $0 == index }, week: week),
                        upper: Double(teams * block.weekdays.count)))
            }
        }
        let kinds: [(String, [Bool])] =
            [("", everywhere)] + problem.kinds.indices.map { ("k\($0 + 1),", blocks(ofKind: $0)) }
        let scopes: [(String, Int?)] = [("all", nil)] + (0..<weeks).map { ("w\($0 + 1)", $0) }
        for (kind, blocks) in kinds {
            for (scope, week) in scopes {
                add("count[days,\(kind)\(scope)]", AuditRow(part: .days(.day, blocks: blocks, week: week)))
                add("count[halfDays,\(kind)\(scope)]", AuditRow(part: .days(.halfDays, blocks: blocks, week: week)))
            }
        }
    }

    /// R01: half-days in each week. Where weekdays and teams are disaggregated, a weekday brings two at most.
    private mutating func addOpening() {
        let parameters = problem.parameters
        for week in 0..<problem.tree.weekCount {
            // A folded week stands for every week that repeats it.
            let own = (1...parameters.cycleWeeks).filter { ($0 - 1) % problem.tree.weekCount == week }
            let minimum = Double(own.map(parameters.minimumHalfDays).max() ?? 0)
            add(
                "opening[r01,w\(week + 1)]",
                AuditRow(part: .days(.halfDays, blocks: everywhere, week: week), lower: minimum))
            guard problem.isDisaggregated, problem.service.teams.count > 1 else { continue }
            var open: [(box: Int, value: Double)] = []
            for weekday in problem.weekdays.indices {
                let box = addBox(most: 2)
                open.append((box, 1))
                add(
                    "halves[d\(weekday + 1),w\(week + 1)]",
                    AuditRow(
                        part: .days(.halfDays, blocks: problem.blocks.map { $0.weekdays == [weekday] }, week: week),
                        lower: 0, boxes: [(box, -1)]))
            }
            add("distinct[r01,w\(week + 1)]", AuditRow(lower: minimum, boxes: open))
        }
    }

    /// R21 and R22: minutes of each team, added up over the teams of a kind.
    private mutating func addWork() {
        for (kind, own) in problem.kinds.enumerated() {
            let name = "k\(kind + 1)"
            for rule in Set(problem.model.weekRows.filter { $0.resource == .work }.map(\.rule)) {
                let limits = own.teams.compactMap { team in
                    problem.model.weekRows.first { $0.resource == .work && $0.rule == rule && $0.team == team }?.upper
                }
                guard limits.count == own.teams.count else { continue }
                for week in 0..<problem.tree.weekCount {
                    add(
                        "work[\(rule.rawValue.lowercased()),\(name),w\(week + 1)]",
                        AuditRow(
                            part: .days(.minutes, blocks: blocks(ofKind: kind), week: week),
                            upper: Double(limits.reduce(0, +)), unit: Self.perMinute))
                }
            }
            guard let limit = problem.foldedWork else { continue }
            add(
                "cycle[r21,\(name)]",
                AuditRow(
                    part: .days(.minutes, blocks: blocks(ofKind: kind), week: nil),
                    upper: Double(limit * own.teams.count), unit: Self.perMinute))
        }
    }

    /// R28 and R26: each team has so many evenings a week and so many long days a cycle; a folded week stands for every
    /// week that repeats it.
    private mutating func addLateAndLongDays() {
        let weeks = problem.tree.weekCount
        for (kind, own) in problem.kinds.enumerated() {
            let name = "k\(kind + 1)"
            if let limit = problem.model.evenings {
                for week in 0..<weeks {
                    add(
                        "evenings[r28,\(name),w\(week + 1)]",
                        AuditRow(
                            part: .days(.evening, blocks: blocks(ofKind: kind), week: week),
                            upper: Double(own.teams.reduce(0) { $0 + limit.inWeek[$1] })))
                }
            }
            if let limit = problem.model.longDays {
                let often = problem.parameters.cycleWeeks / weeks
                add(
                    "longDays[r26,\(name)]",
                    AuditRow(
                        part: .days(.longDay, blocks: blocks(ofKind: kind), week: nil),
                        upper: Double(own.teams.reduce(0) { $0 + limit.inCycle[$1] / often })))
            }
        }
    }

    /// The master counts hours, the audit minutes.
    static let perMinute = 1000.0 / 60

    /// Minutes above a person's limit, each priced for every week that the folded week stands for.
    private mutating func addOvertime() {
        for limit in problem.model.overtime {
            guard let kind = problem.kinds.firstIndex(where: { $0.teams[0] == limit.team }) else { continue }
            for week in 0..<problem.tree.weekCount {
                let price = problem.overtimePrice * limit.persons * problem.repeats
                let box = addBox(most: 7 * 24 * 60, worth: -Double(price))
                add(
                    "overtime[r22,k\(kind + 1),\(limit.limit),w\(week + 1)]",
                    AuditRow(
                        part: .days(.minutes, blocks: blocks(ofKind: kind), week: week), upper: Double(limit.limit),
                        boxes: [(box, -1)], unit: Self.perMinute))
            }
        }
    }
}
