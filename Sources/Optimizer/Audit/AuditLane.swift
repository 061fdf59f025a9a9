/// What a lane's slots, shared days and days come to under some prices.
struct LaneTariff: Sendable {
    private let problem: RoundsProblem
    private let slotWorth: [Double]
    private let pairWorth: [StayPair: Double]
    private let weeks: [DayTariff]

    init(_ problem: RoundsProblem, _ prices: AuditPrices, lane: Int) {
        self.problem = problem
        slotWorth = prices.slotWorth
        pairWorth = prices.pairWorth
        weeks = prices.tariffs[lane]
    }

    func worth(_ day: DayCost, _ halfDays: Int, week: Int) -> Double { weeks[week].worth(day, halfDays: halfDays) }
    func worth(_ pair: StayPair) -> Double { pairWorth[pair] ?? 0 }

    /// What a stay's slots are worth in the pattern of a node.
    func worth(_ stay: Int, node: Int) -> Double {
        let own = problem.stays[stay]
        return own.stops.reduce(0) {
            $0 + slotWorth[problem.slot($1, form: own.isShort ? 1 : 0, level: problem.tree.nodes[node].level)]
        }
    }
}

/// One lane under the prices of a certificate: the best reduced cost of its rounds.
struct AuditLane {
    let problem: RoundsProblem
    let limits: AuditLimits
    let tariff: LaneTariff
    let table: DayTable
    /// Prices by which rounds were left out, with the least that one must come to there.
    let listings: [(tariff: LaneTariff, least: Double)]
    /// Stays that may be here.
    let open: [Int]
    /// The weeks of each node, as bits.
    let weeks: [Int]
    /// The stops of each stay, twins as their stop.
    let stops: [[Int]]

    init(_ problem: RoundsProblem, _ prices: AuditPrices, lane: Int) {
        let nodes = problem.tree.nodes
        let limits = prices.limits
        self.problem = problem
        self.limits = limits
        tariff = LaneTariff(problem, prices, lane: lane)
        table = problem.tables[problem.lanes[lane].table]
        listings = limits.listings.map { $0.tariffs[lane] }
        weeks = nodes.map { $0.weeks.reduce(0) { $0 | 1 << $1 } }
        stops = problem.stays.map { stay in stay.stops.map { problem.twinOf[$0] ?? $0 } }
        open = problem.stays.indices.filter { stay in
            limits.allows(stay, lane: lane) && nodes.indices.contains { limits.allows(stay, node: $0) }
        }
    }

    /// Calls the body with each stay as an anchor: in the morning, and in the afternoon where that changes a day of it.
    /// Elsewhere a round is told with its anchor first.
    private func forEachAnchor(_ body: (AuditAnchor) -> Void) {
        for stay in open {
            body(AuditAnchor(self, anchor: stay, inMorning: true))
            let isOrdered = problem.stays.indices.contains {
                $0 != stay && table.pair(stay, $0) != table.pair($0, stay)
            }
            if isOrdered { body(AuditAnchor(self, anchor: stay, inMorning: false)) }
        }
    }

    /// The most that a place in a week brings: a round of n weeks takes n of them.
    func mostPerPlace() -> Double {
        var most = 0.0
        forEachAnchor { anchor in
            for node in weeks.indices {
                most = max(most, anchor.best(node: node) / Double(problem.tree.nodes[node].weeks.count))
            }
        }
        return most
    }

    /// By slot, the best reduced cost of a round that takes it, or more; −∞ where none does.
    func mostWithSlot() -> [Double] {
        var most = Array(repeating: -Double.infinity, count: problem.slotCount)
        func raise(_ stay: Int, _ node: Int, _ value: Double) {
            let own = problem.stays[stay]
            for stop in own.stops {
                let slot = problem.slot(stop, form: own.isShort ? 1 : 0, level: problem.tree.nodes[node].level)
                most[slot] = max(most[slot], value)
            }
        }
        forEachAnchor { anchor in
            for node in weeks.indices { raise(anchor.stay, node, anchor.best(node: node)) }
            anchor.forEachPartner(raise)
        }
        return most
    }
}
