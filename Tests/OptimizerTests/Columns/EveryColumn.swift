import GeoModel
import Optimizer
import RoundPlan

/// Every round column of a small problem, and every plan made of them, by plain enumeration.
struct EveryColumn {
    let problem: RoundsProblem
    let columns: [RoundColumn]

    init(_ problem: RoundsProblem) {
        self.problem = problem
        let tree = problem.tree
        let stops = Array(0..<problem.stopCount)
        /// All ways to give the other half-day of a node's weeks to partners, each at most once.
        func fillings(_ node: Int, _ free: [Int]) -> [[StopPattern]] {
            var found = free.map { [StopPattern(stop: $0, node: node)] }
            let children = tree.nodes[node].children
            if children.isEmpty { return found + [[]] }
            for left in fillings(children[0], free) {
                let rest = free.filter { stop in !left.contains { $0.stop == stop } }
                found += fillings(children[1], rest).map { left + $0 }
            }
            return found
        }
        var all: [RoundColumn] = []
        for stop in stops {
            for node in tree.nodes.indices {
                let anchor = StopPattern(stop: stop, node: node)
                all.append(RoundColumn(anchor: anchor, isFullDay: true, partners: []))
                all += fillings(node, stops.filter { $0 != stop }).flatMap { partners in
                    let orders: [VisitOrder] =
                        partners.contains { problem.ordersDiffer(stop, $0.stop) }
                        ? [.anchorFirst, .anchorLast] : [.either]
                    return orders.map {
                        RoundColumn(anchor: anchor, isFullDay: false, partners: partners, order: $0)
                    }
                }
            }
        }
        columns = all.filter { problem.use(of: $0) != nil }
    }

    /// `c − Aᵀπ`, row by row.
    func reducedCost(_ column: RoundColumn, _ duals: RoundDuals) -> Double {
        let use = problem.use(of: column)!
        var value = -Double(use.cost) / 1000
        for taken in column.stops {
            value += duals.stopWorth[taken.stop * problem.cadences.count + problem.tree.nodes[taken.node].level]
        }
        for partner in column.partners {
            value += duals.pairWorth[StopPair(column.anchor.stop, partner.stop)] ?? 0
        }
        for week in use.days.indices where use.days[week] > 0 {
            value -= duals.workPrice[week][use.work[week]] + duals.dayPrice[week]
            value -= Double(use.halfDays[week]) * duals.halfDayPrice[week]
        }
        return value
    }

    /// Calls `body` with every set of columns that keeps the rows of every week.
    func forEachPlan(_ body: ([RoundColumn]) -> Void) {
        let weeks = problem.tree.weekCount
        var byStop: [[RoundColumn]] = Array(repeating: [], count: problem.stopCount)
        for column in columns { byStop[column.stops.map(\.stop).min()!].append(column) }
        func choose(_ stop: Int, _ used: Set<Int>, _ taken: [RoundColumn]) {
            guard stop < problem.stopCount else {
                let uses = taken.map { problem.use(of: $0)! }
                for week in 0..<weeks {
                    let work = uses.reduce(0) { $0 + $1.work[week] }
                    if uses.reduce(0, { $0 + $1.days[week] }) > problem.weekdays.count { return }
                    if work > problem.upper(.work) ?? Int.max { return }
                    if uses.reduce(0, { $0 + $1.halfDays[week] }) < problem.minimumHalfDays { return }
                }
                let total = uses.reduce(0) { $0 + $1.work.reduce(0, +) }
                if total <= problem.foldedWork ?? Int.max { body(taken) }
                return
            }
            choose(stop + 1, used, taken)
            guard !used.contains(stop) else { return }
            for column in byStop[stop] where column.stops.allSatisfy({ !used.contains($0.stop) }) {
                choose(stop + 1, used.union(column.stops.map(\.stop)), taken + [column])
            }
        }
        choose(0, [], [])
    }

    /// What a plan takes into cover, by stop × cadence.
    func cover(_ plan: [RoundColumn]) -> [Int] {
        var cover = Array(repeating: 0, count: problem.stopCount * problem.cadences.count)
        for taken in plan.flatMap(\.stops) {
            cover[taken.stop * problem.cadences.count + problem.tree.nodes[taken.node].level] = 1
        }
        return cover
    }
}

/// Small problems of two to four stops in one, two or four weeks.
enum SmallProblem {
    static func make(_ seed: Int) throws -> RoundsProblem? {
        var random = TestRandom(UInt64(seed) &+ 700)
        var parameters = Parameters()
        parameters.cycleWeeks = [1, 2, 4][seed % 3]
        parameters.minimumVisits = 1
        parameters.weekdays = [.monday, .wednesday]
        parameters.minimumHalfDays = random.whole(0...2)
        parameters.pricePerEuro = random.pick([0.01, 0.2, 1])
        parameters.referenceWeek = Minutes(random.whole(500...1200))
        let scenario = RandomTerritory.territory(
            "problem \(seed)", communes: parameters.cycleWeeks == 4 ? 3 : 4, spread: random.pick([5, 15, 40]),
            parameters: parameters, random: &random)
        let travelled = seed % 2 == 0 ? RandomTerritory.withMatrix(scenario, &random) : scenario
        do throws(ModelRefusal) { return try RoundsProblem(scenario.services[0], in: travelled) } catch { return nil }
    }

    static func duals(_ problem: RoundsProblem, _ random: inout TestRandom) -> RoundDuals {
        let weeks = problem.tree.weekCount
        let slots = problem.stopCount * problem.cadences.count
        var pairs: [StopPair: Double] = [:]
        for a in 0..<problem.stopCount {
            for b in 0..<a where random.chance(0.2) { pairs[StopPair(a, b)] = random.real(0...40) }
        }
        return RoundDuals(
            stopWorth: (0..<slots).map { _ in random.real(-40...120) },
            workPrice: (0..<weeks).map { _ in
                let slope = random.real(0...8)
                let step = random.whole(40...500)
                let jump = random.real(0...10)
                return (0...1440).map { slope * Double($0) / 60 + jump * Double($0 / step) }
            }, halfDayPrice: (0..<weeks).map { _ in random.real(-20...10) },
            dayPrice: (0..<weeks).map { _ in random.real(-10...30) }, pairWorth: pairs, constant: 0,
            coverReducedCost: Array(repeating: 0, count: slots))
    }
}
