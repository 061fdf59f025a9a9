import ColumnGeneration

/// Branch, cut and price for one instance.
struct TourBranchAndPrice: ~Copyable {
    private let instance: TeamOrienteeringInstance
    private let geometry: TourGeometry
    private let search: TourSearch
    private let pricing: TourPricing
    private var master: TourMaster
    private let shouldStop: () -> Bool
    private let trace: ((String) -> Void)?
    private var waiting: OpenNodes<TourBranch>
    private var root: TourBranch
    private var rootBound: Int
    /// The highest bound of nodes that left the tree without being decided.
    private var unresolved = 0
    private var nodes = 0
    private var made = 0
    private let incumbent: TourIncumbent

    static func root(
        _ instance: TeamOrienteeringInstance, seed: UInt64, shouldStop: @escaping () -> Bool,
        trace: ((String) -> Void)?
    ) throws -> TourBranchAndPrice {
        let geometry = TourGeometry(instance)
        return TourBranchAndPrice(
            geometry, try TourMaster.root(geometry), seed: seed, shouldStop: shouldStop, trace: trace)
    }

    private init(
        _ geometry: TourGeometry, _ master: consuming TourMaster, seed: UInt64, shouldStop: @escaping () -> Bool,
        trace: ((String) -> Void)?
    ) {
        instance = geometry.instance
        self.shouldStop = shouldStop
        self.trace = trace
        self.geometry = geometry
        let search = TourSearch(geometry, seed: seed)
        self.search = search
        let incumbent = TourIncumbent()
        self.incumbent = incumbent
        incumbent.take(search.best.tours, search.best.score)
        pricing = TourPricing(
            geometry, seen: { search.archive },
            needed: { [instance] in Double(incumbent.score + instance.unit) },
            worked: { labels in
                incumbent.owed += Double(labels) / Effort.labelsPerIteration
                let count = Int(min(incumbent.owed, Double(Effort.most - search.iterations)))
                guard count > 64 else { return }
                incumbent.owed = 0
                if search.run(iterations: count, shouldStop: shouldStop) {
                    incumbent.take(search.best.tours, search.best.score)
                }
            }, shouldStop: shouldStop, trace: trace)
        self.master = master
        root = TourBranch(geometry.arcs)
        rootBound = instance.worth.reduce(0, +)
        waiting = OpenNodes(root: root, bound: rootBound)
    }

    private enum Effort {
        static let start = 20_000
        static let most = 2_000_000
        static let labelsPerIteration = 300.0
    }

    /// The bound of all nodes that wait, never below the incumbent.
    private var bound: Int { max(incumbent.score, unresolved, waiting.bound ?? 0) }

    var result: TeamOrienteeringResult {
        TeamOrienteeringResult(
            tours: incumbent.tours.map { $0.map { instance.sites[$0] + 1 } }, score: incumbent.score, bound: bound,
            rootBound: max(rootBound, incumbent.score), nodes: nodes, columns: master.columns.count)
    }

    /// Searches until proven or stopped. Where GLPK gives up, the proof ends there and the search for plans goes on.
    mutating func run() {
        guard instance.count > 0 else {
            waiting.removeAll()
            rootBound = 0
            return
        }
        improve(iterations: Effort.start)
        trace?("start \(incumbent.score)")
        do {
            if instance.count <= NodeSet.capacity { try prove() }
        } catch {
            trace?("proof ended: \(error)")
        }
        while bound > incumbent.score, !shouldStop() { improve(iterations: Effort.start) }
    }

    private func improve(iterations: Int) {
        _ = search.run(iterations: iterations, shouldStop: shouldStop)
        incumbent.take(search.best.tours, search.best.score)
    }

    private mutating func prove() throws {
        _ = try master.add(incumbent.tours.map { TourColumn($0, instance) })
        while let node = waiting.first {
            if shouldStop() { return }
            if node.bound <= incumbent.score {
                waiting.remove(node.number)
                continue
            }
            guard let children = try explore(node) else { return }
            waiting.remove(node.number)
            for child in children { waiting.insert(child) }
        }
    }

    /// Solves a node with cuts. Nil where stopped; else what remains of it.
    private mutating func explore(_ node: OpenNode<TourBranch>) throws -> [OpenNode<TourBranch>]? {
        var branch = node.content
        for arc in branch.allowed.indices where !root.allowed[arc] { branch.allowed[arc] = false }
        var bound = node.bound
        var lastGap = Double.infinity
        var lastPoints = Double.infinity
        nodes += 1
        for round in 0...Self.cutRounds {
            pricing.branch = branch
            try master.apply(branch)
            let (instance, incumbent) = (instance, incumbent)
            let solved = try ColumnGeneration.run(
                &master, pricing, smoothing: 0.7, cutoff: { instance.rounded($0.points) <= incumbent.score },
                shouldStop: shouldStop)
            if let proven = solved.bound { bound = min(bound, instance.rounded(proven.points)) }
            waiting.lower(node.number, to: bound)
            if node.depth == 0, round == 0 { rootBound = bound }
            trace?(
                "node \(nodes) depth \(node.depth) round \(round): \(solved.end) bound \(solved.bound?.points ?? -1) value \(master.value) best \(incumbent.score) columns \(master.columns.count) cuts \(master.cuts.count) exact \(pricing.exactRuns) labels \(pricing.labels) search \(search.iterations)"
            )
            if solved.end == .cutOff || bound <= incumbent.score { return [] }
            guard solved.end == .converged, let duals = solved.duals else { return nil }
            // What these very duals prove: what lies inside the gap is measured from here.
            let proven = Bound(
                points: duals.constant + Double(instance.vehicles) * (duals.vehicle + Tolerance.convergence))
            let taken = master.taken
            if master.missing < Tolerance.integrality,
                taken.allSatisfy({ $0.share > 1 - Tolerance.integrality && $0.column.isElementary })
            {
                let tours = taken.map(\.column.tour)
                if tours.allSatisfy(instance.allows) {
                    incumbent.take(tours, instance.score(tours.joined()))
                    search.adopt(tours)
                    if incumbent.score >= bound { return [] }
                }
            }
            try packKnown(duals, proven)
            if incumbent.score >= bound { return [] }
            let gap = proven.points - Double(incumbent.score + instance.unit)
            let tries = gap < Self.retryShare * lastGap
            let inside = pricing.inside(
                duals, gap: gap + Tolerance.enough, labelLimit: Self.enumerationLabels,
                routeLimit: tries ? Self.enumerationRoutes : 0)
            if let useful = inside.useful {
                for arc in branch.allowed.indices where !useful[arc] { branch.allowed[arc] = false }
                if node.depth == 0 { root = branch }
            }
            trace?(
                "  gap \(gap): arcs \(branch.allowed.filter { $0 }.count) routes \(inside.routes?.count ?? -1)")
            if shouldStop() { return nil }
            if let routes = inside.routes, try pack(routes, duals, proven) { return [] }
            if tries { lastGap = gap }
            guard round < Self.cutRounds, master.missing < Tolerance.integrality,
                lastPoints - proven.points > Self.leastGain * gap
            else { break }
            lastPoints = proven.points
            try master.dropSlackCuts()
            let room = NodeSet.capacity - master.cuts.count
            let cuts = SubsetRowSeparation.run(
                taken, sites: instance.count, limit: min(Self.cutsAtOnce, room), perSite: 5, fullMemory: false)
            guard try master.addCuts(cuts) > 0 else { break }
            try master.purge(duals, keeping: 1500)
        }
        return split(node, branch, bound)
    }

    private static let cutRounds = 12
    private static let cutsAtOnce = 20
    /// Rounds of cuts end when one closes less than this share of the gap.
    private static let leastGain = 0.02
    /// After a failure, enumeration is tried again when the gap fell to this share of what it was.
    private static let retryShare = 0.75
    private static let enumerationLabels = 3_000_000
    private static let enumerationRoutes = 1_000_000

    private mutating func split(
        _ node: OpenNode<TourBranch>, _ branch: TourBranch, _ bound: Int
    ) -> [OpenNode<TourBranch>] {
        let candidates = TourBranching.candidates(
            master.taken, branch, sites: instance.count, worth: instance.worth)
        guard let decision = candidates.first else {
            trace?("  nothing to branch on")
            unresolved = max(unresolved, bound)
            return []
        }
        var without = branch
        var with = branch
        switch decision {
        case .site(let site):
            without.forbid(site)
            with.require(site)
        case .arc(let a, let b):
            without.allowed[geometry.arcs.between(a, b)] = false
            with.requireArc(a, b, geometry.arcs, count: instance.count)
        }
        made += 2
        return [with, without].enumerated().map { place, child in
            OpenNode(bound: bound, depth: node.depth + 1, number: made - 1 + place, content: child)
        }
    }

    /// Decides a node from all its tours. False where that takes too long.
    private mutating func pack(
        _ routes: [RouteEnumeration.Route], _ duals: TourDuals, _ proven: Bound
    ) throws -> Bool {
        let choices = routes.enumerated().map { index, route in
            TourPacking.Choice(
                set: route.set, loss: duals.vehicle - route.gain, score: instance.score(route.nodes), index: index)
        }
        return pack(choices, duals, proven, steps: 400_000_000) { routes[$0].nodes }
    }

    /// Looks for a better plan among the tours seen so far.
    private mutating func packKnown(_ duals: TourDuals, _ proven: Bound) throws {
        let budget = proven.points - Double(incumbent.score + instance.unit)
        guard budget >= 0 else { return }
        let floor = duals.vehicle - budget - Tolerance.enough
        let gains = zip(instance.worth, duals.sites).map { Double($0) - $1 }
        var tours: [[Int]] = []
        var choices: [TourPacking.Choice] = []
        func offer(_ column: TourColumn) {
            let gain = duals.gain(column)
            guard gain > floor else { return }
            choices.append(
                TourPacking.Choice(
                    set: column.sites, loss: duals.vehicle - gain, score: column.score, index: tours.count))
            tours.append(column.tour)
        }
        for entry in search.archive.tours {
            var gain = 0.0
            for site in entry.set { gain += gains[site] }
            if gain > floor { offer(TourColumn(entry.tour, instance)) }
        }
        for column in master.columns where column.isElementary && !search.archive.contains(column.sites) {
            offer(column)
        }
        _ = pack(choices, duals, proven, steps: Self.knownSteps) { tours[$0] }
    }

    private static let knownSteps = 3_000_000

    /// Takes the best plan among given tours. False where that takes too long.
    private func pack(
        _ choices: [TourPacking.Choice], _ duals: TourDuals, _ proven: Bound, steps: Int, tour: (Int) -> [Int]
    ) -> Bool {
        var packing = TourPacking(
            choices, prices: duals.sites, floor: incumbent.score, steps: steps, shouldStop: shouldStop)
        let budget = proven.points - Double(incumbent.score + instance.unit)
        let isDone = packing.run(vehicles: instance.vehicles, budget: budget, unit: instance.unit)
        if let best = packing.best {
            let tours = best.choices.map(tour)
            guard tours.allSatisfy(instance.allows) else { return false }
            incumbent.take(tours, best.score)
            search.adopt(tours)
        }
        trace?("  packed \(choices.count): \(isDone) best \(incumbent.score)")
        return isDone
    }
}

/// The best plan so far, shared by those who look for it.
final class TourIncumbent {
    private(set) var tours: [[Int]] = []
    private(set) var score = 0
    /// Iterations of the search for plans that pricing has earned.
    var owed = 0.0

    func take(_ tours: [[Int]], _ score: Int) {
        guard score > self.score else { return }
        self.tours = tours
        self.score = score
    }
}
