import ColumnGeneration

/// Finds tours of positive reduced cost: among those seen before, by labelling with relaxed dominance, then exactly.
///
/// The exact part labels backwards with small neighbourhoods, which bounds the labels of a forward run with larger ones.
/// Neighbourhoods grow where the best tour comes back to a site (decremental state space: Righini, Salani, Networks 51,
/// 2008; dynamic ng-routes: Roberti, Mingozzi, Transportation Science 48, 2014).
final class TourPricing: ColumnPricing {
    let geometry: TourGeometry
    var branch: TourBranch
    var effort = TourPricingEffort()
    /// Labels made so far: the measure of work.
    private(set) var labels = 0
    private(set) var exactRuns = 0
    /// Pricings since the last exact one: that one gives the bound, and the duals to smooth towards.
    private var quickRuns = 0
    private var labelsOfExact = 0
    private var labelsAtExact = 0
    /// By level of the exact part: what a label remembers at each site.
    private var neighbourhoods: [[NodeSet]]
    private let trace: ((String) -> Void)?
    private let shouldStop: () -> Bool
    /// Tours seen elsewhere that may serve as columns.
    private let seen: () -> TourArchive
    /// The least score of a plan that would be better than the best so far.
    private let needed: () -> Double
    /// Told how many labels each pricing made.
    private let worked: (Int) -> Void

    init(
        _ geometry: TourGeometry, seen: @escaping () -> TourArchive, needed: @escaping () -> Double,
        worked: @escaping (Int) -> Void,
        shouldStop: @escaping () -> Bool, trace: ((String) -> Void)? = nil
    ) {
        self.geometry = geometry
        self.seen = seen
        self.needed = needed
        self.worked = worked
        self.shouldStop = shouldStop
        branch = TourBranch(geometry.arcs)
        neighbourhoods = effort.sizes.map { Self.neighbourhoods(geometry, size: $0) }
        self.trace = trace
    }

    private static func neighbourhoods(_ geometry: TourGeometry, size: Int) -> [NodeSet] {
        geometry.nearest.enumerated().map { site, nearest in NodeSet([site] + nearest.prefix(size - 1)) }
    }

    private var instance: TeamOrienteeringInstance { geometry.instance }

    func price(_ duals: TourDuals) -> PricingResult<TourColumn> {
        let before = labels
        defer { worked(labels - before) }
        if quickRuns < effort.quickRuns || labels - labelsAtExact < labelsOfExact {
            quickRuns += 1
            let known = fromArchive(duals)
            if !known.isEmpty { return PricingResult(columns: known, bestReducedCosts: nil) }
            let quick = relaxed(duals)
            if !quick.isEmpty { return PricingResult(columns: quick, bestReducedCosts: nil) }
        }
        quickRuns = 0
        let start = labels
        defer {
            labelsOfExact = labels - start
            labelsAtExact = labels
        }
        return exact(duals)
    }

    private func fromArchive(_ duals: TourDuals) -> [TourColumn] {
        var found: [(gain: Double, index: Int)] = []
        let archive = seen()
        let gains = zip(instance.worth, duals.sites).map { Double($0) - $1 }
        for (index, entry) in archive.tours.enumerated() {
            var gain = 0.0
            for site in entry.set { gain += gains[site] }
            if gain > duals.vehicle + Tolerance.reducedCost { found.append((gain, index)) }
        }
        found.sort { $0.gain != $1.gain ? $0.gain > $1.gain : $0.index < $1.index }
        var columns: [TourColumn] = []
        for (_, index) in found.prefix(4 * effort.columnLimit) {
            let column = TourColumn(archive.tours[index].tour, instance)
            guard branch.allows(column, geometry.arcs),
                duals.cuts.isEmpty || duals.reducedCost(column) > Tolerance.reducedCost
            else { continue }
            columns.append(column)
            if columns.count == effort.columnLimit { break }
        }
        return columns
    }

    /// Sites worth looking at. With all arcs there and no cut that forgets, leaving out a site that costs more than it
    /// brings only makes a tour better.
    private func sites(_ gains: [Double], _ cuts: [(cut: SubsetRowCut, price: Double)]) -> NodeSet {
        let open = NodeSet.all(instance.count).subtracting(branch.forbidden)
        guard branch.hasAllArcs, cuts.isEmpty else { return open }
        return NodeSet(open.members.filter { gains[$0] > 0 })
    }

    /// - Parameter allSites: also those that no best tour visits, but a tour inside the gap may.
    func space(
        _ duals: TourDuals, _ neighbourhoods: [NodeSet], backwards: Bool, allSites: Bool = false
    ) -> TourSpace {
        let gains = zip(instance.worth, duals.sites).map { Double($0) - $1 }
        let priced = duals.cuts.filter { $0.price > 0 }
        var cuts = LabelCuts(nodeCount: instance.count)
        for (index, (cut, price)) in priced.enumerated() {
            cuts.penalty[index] = price
            for site in cut.sites { cuts.counting[site].insert(index) }
            for site in cut.memory { cuts.remembering[site].insert(index) }
        }
        return TourSpace(
            geometry, gains: gains,
            sites: allSites ? NodeSet.all(instance.count).subtracting(branch.forbidden) : sites(gains, priced),
            allowed: branch.allowed,
            neighbourhoods: neighbourhoods, cuts: cuts, backwards: backwards)
    }

    private func columns(_ routes: [LabelledRoute], backwards: Bool = false) -> [TourColumn] {
        routes.map { TourColumn(backwards ? $0.nodes.reversed() : $0.nodes, instance) }
    }

    private func label(
        _ space: TourSpace, _ effort: LabellingEffort, completion: CompletionBound? = nil
    ) -> LabellingResult {
        let result = Labelling.run(space, effort, completion: completion, shouldStop: shouldStop)
        trace?(
            "    \(effort.dominance) above \(effort.threshold): best \(result.best) labels \(result.labels) "
                + "complete \(result.isComplete) routes \(result.routes.count)")
        labels += result.labels
        return result
    }

    private func relaxed(_ duals: TourDuals) -> [TourColumn] {
        let all = Array(repeating: NodeSet.all(instance.count), count: instance.count)
        var effort = LabellingEffort(threshold: duals.vehicle + Tolerance.reducedCost)
        effort.dominance = .relaxed
        effort.width = self.effort.quickWidth
        effort.routeLimit = self.effort.columnLimit
        let space = space(duals, all, backwards: false)
        return columns(label(space, effort, completion: WalkBound.completion(space)).routes)
    }

    /// Labels in turn backwards and forwards, with larger neighbourhoods each time, until what is found is a tour.
    private func exact(_ duals: TourDuals) -> PricingResult<TourColumn> {
        exactRuns += 1
        // Tours that would leave the bound below what is needed are of no interest.
        let enough = (needed() - Tolerance.enough - duals.constant) / Double(instance.vehicles)
        var effort = LabellingEffort(threshold: max(duals.vehicle + Tolerance.reducedCost, enough))
        effort.labelLimit = self.effort.labelLimit
        effort.records = true
        var completion: CompletionBound?
        var upper: Double?
        var level = 0
        while true {
            let backwards = level % 2 == 0
            let space = space(duals, neighbourhoods[min(level, neighbourhoods.count - 1)], backwards: backwards)
            if level == 0 { completion = WalkBound.completion(space) }
            let result = label(space, effort, completion: completion)
            let found = columns(result.routes, backwards: backwards)
            let elementary = found.filter(\.isElementary)
            guard result.isComplete else {
                return PricingResult(columns: elementary, bestReducedCosts: upper.map { [$0 - duals.vehicle] })
            }
            upper = min(upper ?? .infinity, result.best)
            completion = result.completion
            if found.isEmpty { return PricingResult(columns: [], bestReducedCosts: [result.best - duals.vehicle]) }
            // Good enough where the best tour comes near the bound.
            let best = elementary.first.map { duals.gain($0) } ?? -.infinity
            let isNear = best - effort.threshold > self.effort.nearness * (result.best - effort.threshold)
            let isLast = level >= neighbourhoods.count - 1
            if isNear || isLast && !elementary.isEmpty {
                return PricingResult(columns: elementary, bestReducedCosts: [result.best - duals.vehicle])
            }
            if isLast, !grow(found) {
                return PricingResult(columns: found, bestReducedCosts: [result.best - duals.vehicle])
            }
            level += 1
        }
    }

    /// Lets the neighbourhoods remember what the tours came back to. False where they are as large as may be.
    private func grow(_ columns: [TourColumn]) -> Bool {
        var isGrown = false
        let last = neighbourhoods.count - 1
        for column in columns.prefix(effort.cyclesAtOnce) {
            var before: [Int: Int] = [:]
            for (place, site) in column.tour.enumerated() {
                if let first = before[site] {
                    let between = column.tour[(first + 1)..<place]
                    if between.allSatisfy({
                        neighbourhoods[last][$0].contains(site) || neighbourhoods[last][$0].count < effort.largestSize
                    }) {
                        for other in between where !neighbourhoods[last][other].contains(site) {
                            neighbourhoods[last][other].insert(site)
                            isGrown = true
                        }
                    }
                }
                before[site] = place
            }
        }
        return isGrown
    }

    /// Arcs that no tour of a better plan takes, and all tours that one may hold where they are few enough.
    ///
    /// - Parameter gap: how far below zero the reduced cost of a tour of a better plan may be.
    func inside(
        _ duals: TourDuals, gap: Double, labelLimit: Int, routeLimit: Int
    ) -> (useful: [Bool]?, routes: [RouteEnumeration.Route]?) {
        let before = labels
        defer { worked(labels - before) }
        var effort = LabellingEffort(threshold: duals.vehicle - gap - Tolerance.reducedCost)
        effort.labelLimit = labelLimit
        effort.routeLimit = 0
        effort.records = true
        var completion: CompletionBound?
        var useful: [Bool]?
        var best = Double.infinity
        for level in 0..<max(3, neighbourhoods.count) {
            let backwards = (max(3, neighbourhoods.count) - level) % 2 == 1
            let space = space(
                duals, neighbourhoods[min(level, neighbourhoods.count - 1)], backwards: backwards, allSites: true)
            if level == 0 { completion = WalkBound.completion(space) }
            let result = label(space, effort, completion: completion)
            guard result.isComplete else { return (useful, nil) }
            best = result.best
            useful = result.usefulArcs
            completion = result.completion
        }
        guard let completion, best > effort.threshold else { return (useful, []) }
        guard routeLimit > 0 else { return (useful, nil) }
        let forwards = space(duals, neighbourhoods[neighbourhoods.count - 1], backwards: false, allSites: true)
        let routes = RouteEnumeration.run(
            forwards, threshold: effort.threshold, completion: completion, limit: labelLimit,
            routeLimit: routeLimit, shouldStop: shouldStop)
        return (useful, routes)
    }
}

/// How hard pricing tries.
struct TourPricingEffort {
    /// Sites that a label remembers at a site, run by run; the last grows up to `largestSize`.
    var sizes = [3, 5, 7, 9, 12]
    var largestSize = 40
    /// Pricing ends with a run whose best tour gains this share of what the bound allows.
    var nearness = 0.5
    var columnLimit = 40
    /// Heuristic pricings in a row before an exact one, and labels that each keeps at a site.
    var quickRuns = 12
    var quickWidth = 60
    var labelLimit = 8_000_000
    /// Tours whose cycles are forbidden before the next run.
    var cyclesAtOnce = 10
}
