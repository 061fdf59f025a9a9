import ColumnGeneration
import GeoModel
import LinearSolver
import Optimizer
import PlanningModel
import TestSupport
import Testing

@Suite("Pricing of round columns")
struct RoundPricingTests {
    /// Best reduced cost by block and node of the anchor over every column a branch allows, never below 0; and by offer.
    private static func best(
        _ every: EveryColumn, _ duals: RoundDuals, _ branch: BranchState
    ) -> (byNode: [Double], byOffer: [Double]) {
        let problem = every.problem
        let nodes = problem.tree.nodes.count
        var byNode = Array(repeating: 0.0, count: problem.blocks.count * nodes)
        var byOffer = Array(repeating: -Double.infinity, count: problem.offerCount)
        for column in every.columns where branch.allows(column) {
            let value = every.reducedCost(column, duals)
            let ours = problem.use(of: column).map { problem.reducedCost(of: column, $0, duals) }
            #expect(ours.map { abs($0 - value) < 1e-7 } ?? false)
            let place = column.block * nodes + column.anchor.node
            byNode[place] = max(byNode[place], value)
            for taken in column.segments {
                for offer in problem.offers(of: taken.segment, level: problem.tree.nodes[taken.node].level) {
                    byOffer[offer] = max(byOffer[offer], value)
                }
            }
        }
        return (byNode, byOffer)
    }

    private static func compare(_ every: EveryColumn, _ duals: RoundDuals, _ branch: BranchState, _ seed: Int) {
        let pricing = RoundPricing(problem: every.problem, branch: branch)
        let priced = pricing.price(duals)
        let (byNode, byOffer) = best(every, duals, branch)
        #expect(priced.bestReducedCosts?.count == byNode.count)
        #expect(zip(priced.bestReducedCosts ?? [], byNode).allSatisfy { abs($0 - $1) < 1e-7 }, "seed \(seed)")
        #expect(priced.columns.allSatisfy { branch.allows($0) && every.reducedCost($0, duals) > 0 }, "seed \(seed)")
        #expect(priced.columns.allSatisfy { Set(every.stops($0)).count == every.stops($0).count }, "seed \(seed)")
        if let top = byNode.max(), top > 1e-5 {
            let first = priced.columns.first.map { every.reducedCost($0, duals) } ?? 0
            #expect(abs(first - top) < 1e-7, "seed \(seed): the best column comes first")
        } else {
            #expect(priced.columns.isEmpty, "seed \(seed)")
        }
        let withStop = pricing.bestWithOffer(duals)
        let offers = every.problem.offerCount
        let overBlocks = (0..<offers).map { offer in
            every.problem.blocks.indices.map { withStop[$0 * offers + offer] }.max() ?? -.infinity
        }
        #expect(zip(overBlocks, byOffer).allSatisfy { $0 >= $1 - 1e-7 }, "seed \(seed)")
        compareLists(every, duals, branch, seed)
    }

    /// The rounds above some reduced cost, listed, are all that there are.
    private static func compareLists(_ every: EveryColumn, _ duals: RoundDuals, _ branch: BranchState, _ seed: Int) {
        let priced = every.columns.filter(branch.allows).map { (column: $0, value: every.reducedCost($0, duals)) }
        let values = priced.map(\.value).sorted(by: >)
        guard
            let cut = stride(from: values.count / 3, to: values.count - 1, by: 1).first(where: {
                values[$0] - values[$0 + 1] > 1e-6
            })
        else { return }
        let floor = (values[cut] + values[cut + 1]) / 2
        let expected = Set(priced.filter { $0.value > floor }.map { canonical($0.column, in: every.problem) })
        let pricing = RoundPricing(problem: every.problem, branch: branch)
        let listed = pricing.rounds(from: floor, duals, most: .max - 1)
        #expect(listed?.count == expected.count && listed.map(Set.init) == expected, "seed \(seed)")
        let one = pricing.rounds(from: floor, duals, most: expected.count - 1)
        #expect(one == nil, "seed \(seed): more than may be listed")
    }

    /// Two segments at one pattern are one column: the first of them is the anchor. Partners come by their first week.
    private static func canonical(_ column: RoundColumn, in problem: RoundsProblem) -> RoundColumn {
        var column = column
        column.partners.sort { problem.tree.nodes[$0.node].weeks[0] < problem.tree.nodes[$1.node].weeks[0] }
        guard column.partners.count == 1, let partner = column.partners.first, partner.node == column.anchor.node,
            partner.segment < column.anchor.segment
        else { return column }
        let order: VisitOrder =
            switch column.order {
            case .either: .either
            case .anchorFirst: .anchorLast
            case .anchorLast: .anchorFirst
            }
        return RoundColumn(
            block: column.block, anchor: partner, isFullDay: false, partners: [column.anchor], order: order)
    }

    @Test("Pricing finds the best reduced cost of all columns, each partner once", arguments: 1...45)
    func equalsEnumeration(seed: Int) throws {
        guard let problem = try SmallProblem.make(seed) else { return }
        let every = EveryColumn(problem)
        var random = TestRandom(UInt64(seed))
        for _ in 0..<8 {
            Self.compare(every, SmallProblem.duals(problem, &random), BranchState(problem), seed)
        }
    }

    @Test("Pricing keeps every decision of the branch and loses no column that it allows", arguments: 1...45)
    func underBranching(seed: Int) throws {
        guard let problem = try SmallProblem.make(seed), problem.stopCount > 1 else { return }
        let every = EveryColumn(problem)
        var random = TestRandom(UInt64(seed))
        for _ in 0..<8 {
            var branch = BranchState(problem)
            for _ in 0..<random.whole(1...4) {
                let stop = random.whole(0...problem.stopCount - 1)
                let other = (stop + random.whole(1...problem.stopCount - 1)) % problem.stopCount
                let answer = random.chance(0.5)
                switch random.whole(0...7) {
                case 0: branch.add(.stopUsed(stop, answer))
                case 1:
                    branch.add(.offer(problem.offer(stop, level: random.whole(0...problem.cadences.count - 1)), answer))
                case 2: branch.add(.fullDay(stop, answer))
                case 3: branch.add(.adjacent(SegmentPair(stop, other), false))
                case 4 where problem.days(0).ordersDiffer(stop, other):
                    branch.add(.order(SegmentOrder(morning: stop, afternoon: other), answer))
                case 5:
                    branch.add(.blocks(stop: stop, 1 << UInt128(random.whole(0...problem.blocks.count - 1)), answer))
                case 6: branch.add(.segment(random.whole(0...problem.segments.count - 1), answer))
                default: branch.add(.phase(stop: stop, node: random.whole(0...problem.tree.nodes.count - 1), answer))
                }
            }
            Self.compare(every, SmallProblem.duals(problem, &random), branch, seed)
        }
    }
}

@Suite("Bounds and cuts of the master")
struct RoundMasterTests {
    @Test("No cut removes a plan, and no Lagrangian bound is below the best plan", arguments: 1...45)
    func valid(seed: Int) throws {
        guard let problem = try SmallProblem.make(seed) else { return }
        let every = EveryColumn(problem)
        var plans: [[RoundColumn]] = []
        every.forEachPlan { plans.append($0) }
        let best = plans.map(problem.value).max()
        let covers = plans.map(every.cover)
        let works = plans.map { plan in
            problem.kinds.indices.map { kind in
                let uses = plan.filter { problem.blocks[$0.block].kind == kind }.map { problem.use(of: $0)! }
                return (0..<problem.tree.weekCount).map { week in uses.map { $0.work[week] }.filter { $0 > 0 } }
            }
        }
        var random = TestRandom(UInt64(seed))
        // Cuts from random fractional points.
        var coverCuts: [CoverCut] = []
        var workCuts: [WorkCut] = []
        for _ in 0..<10 {
            let point = covers.isEmpty ? [] : covers[0].map { _ in random.real(0...0.8) }
            for demand in problem.demands.indices where !point.isEmpty {
                if let cut = problem.coverCut(demand: demand, cover: point, theta: 1e6) { coverCuts.append(cut) }
            }
            let days = every.columns.flatMap { problem.use(of: $0)!.work }.filter { $0 > 0 }
            if let limit = problem.weekWork(0), !days.isEmpty {
                let taken = (0..<3).map { _ in (work: random.pick(days), share: random.real(0.2...1)) }
                if let cut = FractionalDays(days: taken).cut(
                    kind: 0, week: 0, limit: limit, teams: problem.kinds[0].teams.count)
                {
                    workCuts.append(cut)
                }
            }
        }
        let seeds = random.next()
        let (relaxed, bounds, moreCover, moreWork) = try onSolverThread {
            var random = TestRandom(seeds)
            var master = try RoundMaster.root(problem, BranchState(problem))
            let pricing = RoundPricing(problem: problem, branch: BranchState(problem))
            let solved = try ColumnGeneration.run(
                &master, pricing, cutoff: { _ in false }, shouldStop: { false })
            #expect(solved.end == .converged)
            let bounds = (0..<30).map { _ -> Double in
                let size = random.pick([0.1, 3, 40])
                let duals = master.duals(from: (0..<master.rowCount).map { _ in random.real(-size...size) })
                return master.bound(duals, pricing.price(duals))?.points ?? -.infinity
            }
            return (solved.bound, bounds, master.coverCuts, master.workCuts)
        }
        guard let best else { return }
        #expect(try #require(relaxed).points >= Double(best) / 1000 - 1e-6)
        #expect(bounds.allSatisfy { $0 >= Double(best) / 1000 - 1e-6 })
        for cut in coverCuts + moreCover {
            let broken = covers.contains { cover in
                let reached = problem.demands[cut.demand].gains.first { cover[$0.offer] > 0 }?.points ?? 0
                return reached > cut.terms.reduce(cut.threshold) { $0 + $1.points * cover[$1.offer] }
            }
            #expect(!broken, "seed \(seed): cover cut \(cut)")
        }
        for cut in workCuts + moreWork {
            let teams = problem.kinds[cut.kind].teams.count
            let broken = works.contains { kinds in
                kinds[cut.kind][cut.week].reduce(0) { $0 + cut.coefficient(work: $1) }
                    > teams * cut.rightHandSide
            }
            #expect(!broken, "seed \(seed): work cut \(cut)")
        }
    }
}
