import DrawnTerritories
import GeoModel
import Optimizer
import PlanningModel
import TestSupport

/// Every round column of a small problem, and every plan made of them, by plain enumeration.
struct EveryColumn {
    let problem: RoundsProblem
    let columns: [RoundColumn]

    init(_ problem: RoundsProblem) {
        self.problem = problem
        let tree = problem.tree
        let segments = Array(problem.segments.indices)
        /// All ways to give the other half-day of a node's weeks to partners, each at most once.
        func fillings(_ node: Int, _ free: [Int]) -> [[SegmentPattern]] {
            var found = free.map { [SegmentPattern(segment: $0, node: node)] }
            let children = tree.nodes[node].children
            if children.isEmpty { return found + [[]] }
            for left in fillings(children[0], free) {
                let rest = free.filter { segment in !left.contains { Self.share(problem, $0.segment, segment) } }
                found += fillings(children[1], rest).map { left + $0 }
            }
            return found
        }
        var all: [RoundColumn] = []
        for block in problem.blocks.indices {
            for segment in segments {
                for node in tree.nodes.indices {
                    let anchor = SegmentPattern(segment: segment, node: node)
                    if segment < problem.stopCount {
                        all.append(RoundColumn(block: block, anchor: anchor, isFullDay: true, partners: []))
                    }
                    let others = segments.filter { !Self.share(problem, segment, $0) }
                    all += fillings(node, others).flatMap { partners in
                        let orders: [VisitOrder] =
                            partners.contains { problem.days(block).ordersDiffer(segment, $0.segment) }
                            ? [.anchorFirst, .anchorLast] : [.either]
                        return orders.map {
                            RoundColumn(block: block, anchor: anchor, isFullDay: false, partners: partners, order: $0)
                        }
                    }
                }
            }
        }
        columns = all.filter { problem.use(of: $0) != nil }
    }

    private static func share(_ problem: RoundsProblem, _ a: Int, _ b: Int) -> Bool {
        problem.segments[a].stops.contains(where: problem.segments[b].stops.contains)
    }

    /// `c − Aᵀπ`, row by row.
    func reducedCost(_ column: RoundColumn, _ duals: RoundDuals) -> Double {
        let use = problem.use(of: column)!
        let kind = problem.blocks[column.block].kind
        var value = -Double(use.cost) / 1000 - Double(use.metres) * duals.metrePrice
        for taken in column.segments {
            for offer in problem.offers(of: taken.segment, level: problem.tree.nodes[taken.node].level) {
                value += duals.offerWorth[offer]
            }
        }
        for partner in column.partners {
            value += duals.pairWorth[SegmentPair(column.anchor.segment, partner.segment)] ?? 0
        }
        for week in use.days.indices where use.days[week] > 0 {
            value -= duals.workPrice[kind][week][use.work[week]] + duals.dayPrice[column.block][week]
            value -= Double(use.halfDays[week]) * duals.halfDayPrice[column.block][week]
        }
        return value
    }

    /// Stops of a column.
    func stops(_ column: RoundColumn) -> [Int] { column.segments.flatMap { problem.segments[$0.segment].stops } }

    /// Calls `body` with every set of columns that keeps the rows of every week.
    func forEachPlan(_ body: ([RoundColumn]) -> Void) {
        let weeks = problem.tree.weekCount
        var byStop: [[RoundColumn]] = Array(repeating: [], count: problem.stopCount)
        for column in columns { byStop[stops(column).min()!].append(column) }
        func keepsRows(_ taken: [RoundColumn]) -> Bool {
            for week in 0..<weeks {
                var halves = 0
                for kind in problem.kinds.indices {
                    let own = taken.filter { problem.blocks[$0.block].kind == kind }.map { problem.use(of: $0)! }
                    let teams = problem.kinds[kind].teams.count
                    let work = own.reduce(0) { $0 + $1.work[week] }
                    if let limit = problem.weekWork(kind), work > teams * limit { return false }
                    if let limit = problem.foldedWork,
                        own.reduce(0, { $0 + $1.work.reduce(0, +) }) > teams * limit
                    {
                        return false
                    }
                    halves += own.reduce(0) { $0 + $1.halfDays[week] }
                }
                if halves < problem.minimumHalfDays[week] { return false }
                for block in problem.blocks.indices {
                    let days = taken.filter { $0.block == block }.reduce(0) { $0 + problem.use(of: $1)!.days[week] }
                    if days > problem.blocks[block].places { return false }
                }
            }
            return true
        }
        func choose(_ stop: Int, _ used: Set<Int>, _ taken: [RoundColumn]) {
            guard stop < problem.stopCount else {
                if keepsRows(taken) { body(taken) }
                return
            }
            choose(stop + 1, used, taken)
            guard !used.contains(stop) else { return }
            for column in byStop[stop] where stops(column).allSatisfy({ !used.contains($0) }) {
                choose(stop + 1, used.union(stops(column)), taken + [column])
            }
        }
        choose(0, [], [])
    }

    /// What a plan takes into cover, by offer.
    func cover(_ plan: [RoundColumn]) -> [Int] {
        var cover = Array(repeating: 0, count: problem.offerCount)
        for taken in plan.flatMap(\.segments) {
            for offer in problem.offers(of: taken.segment, level: problem.tree.nodes[taken.node].level) {
                cover[offer] = 1
            }
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
        var travelled = seed % 2 == 0 ? RandomTerritory.withMatrix(scenario, &random) : scenario
        if seed % 5 == 0, parameters.cycleWeeks < 4 {
            travelled.parameters.shortStops = .yes
            travelled.territory.venues = Array(travelled.territory.venues.prefix(3))
        }
        if seed % 7 == 0 {
            travelled.territory.venues = Array(travelled.territory.venues.prefix(3))
            travelled.services[0].teams.append(Team(van: "second", crew: "crew", depot: "depot"))
            travelled.services[0].pins = [Pin(venue: travelled.territory.venues.first?.id, van: "second")]
        }
        do throws(ModelRefusal) { return try RoundsProblem(scenario.services[0], in: travelled) } catch { return nil }
    }

    static func duals(_ problem: RoundsProblem, _ random: inout TestRandom) -> RoundDuals {
        let weeks = problem.tree.weekCount
        var pairs: [SegmentPair: Double] = [:]
        for a in problem.segments.indices {
            for b in 0..<a where random.chance(0.2) { pairs[SegmentPair(a, b)] = random.real(0...40) }
        }
        return RoundDuals(
            offerWorth: (0..<problem.offerCount).map { _ in random.real(-40...120) },
            workPrice: problem.kinds.map { _ in
                (0..<weeks).map { _ in
                    let slope = random.real(0...8)
                    let step = random.whole(40...500)
                    let jump = random.real(0...10)
                    return (0...1440).map { slope * Double($0) / 60 + jump * Double($0 / step) }
                }
            }, halfDayPrice: problem.blocks.map { _ in (0..<weeks).map { _ in random.real(-20...10) } },
            dayPrice: problem.blocks.map { _ in (0..<weeks).map { _ in random.real(-10...30) } },
            metrePrice: random.real(-0.0001...0.0003), pairWorth: pairs, constant: 0,
            coverReducedCost: Array(repeating: 0, count: problem.offerCount))
    }
}
