/// One lane under the prices of a certificate: the best reduced cost of its rounds.
struct AuditLane {
    let problem: RoundsProblem
    let prices: AuditPrices
    let lane: Int
    let table: DayTable
    /// Stays that may be here.
    let open: [Int]
    /// What a stay's slots are worth at each node; −∞ where it may not be.
    let worth: [[Double]]
    /// The weeks of each node, as bits.
    let weeks: [Int]
    /// The stops of each stay, twins as their stop.
    let stops: [[Int]]

    init(_ problem: RoundsProblem, _ prices: AuditPrices, lane: Int) {
        let nodes = problem.tree.nodes
        self.problem = problem
        self.prices = prices
        self.lane = lane
        table = problem.tables[problem.lanes[lane].table]
        weeks = nodes.map { $0.weeks.reduce(0) { $0 | 1 << $1 } }
        stops = problem.stays.map { stay in stay.stops.map { problem.twinOf[$0] ?? $0 } }
        let worths: [[Double]] = problem.stays.enumerated().map { stay, own in
            nodes.enumerated().map { node, pattern in
                guard prices.limits.allows(stay, node: node) else { return -.infinity }
                return own.stops.reduce(0) {
                    $0 + prices.slotWorth[problem.slot($1, form: own.isShort ? 1 : 0, level: pattern.level)]
                }
            }
        }
        worth = worths
        open = problem.stays.indices.filter { stay in
            prices.limits.allows(stay, lane: lane) && worths[stay].contains { $0 > -.infinity }
        }
    }

    func worth(_ day: DayCost, _ halfDays: Int, week: Int) -> Double {
        prices.tariffs[lane][week].worth(day, halfDays: halfDays)
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
