import ColumnGeneration

/// The sites as the labelling walks them, forwards or backwards, at given duals.
package final class TourSpace: LabellingSpace {
    package let nodeCount: Int
    package let arcCount: Int
    package let limit: Double
    package let sources: [LabellingArc]
    package let cuts: LabelCuts
    private let gains: [Double]
    private let neighbourhoods: [NodeSet]
    private let remainders: [Double]
    private let ends: [Int?]
    private let reach: ReachTable
    // Written once by `init`, freed by `deinit`, read in between: the labelling reads them in its inner loop.
    private let arcs: UnsafeMutablePointer<LabellingArc>
    private let firsts: UnsafeMutablePointer<Int>

    /// - Parameters:
    ///   - gains: reduced profit by site.
    ///   - sites: which may be visited.
    ///   - allowed: by number of the arc, see `TourArcs`.
    package init(
        _ geometry: TourGeometry, gains: [Double], sites: NodeSet, allowed: [Bool], neighbourhoods: [NodeSet],
        cuts: LabelCuts, backwards: Bool
    ) {
        let instance = geometry.instance
        let count = instance.count
        let numbers = geometry.arcs
        nodeCount = count
        arcCount = numbers.count
        limit = instance.limit + LengthTolerance.bound
        self.gains = gains
        self.cuts = cuts
        self.neighbourhoods = neighbourhoods
        remainders = backwards ? instance.fromStart : instance.toEnd
        reach = backwards ? geometry.backwards : geometry.forwards
        let lengths = backwards ? instance.toEnd : instance.fromStart
        var sources: [LabellingArc] = []
        var ends: [Int?] = Array(repeating: nil, count: count)
        arcs = .allocate(capacity: max(1, count * count))
        firsts = .allocate(capacity: count + 1)
        var filled = 0
        for site in 0..<count {
            firsts[site] = filled
            guard sites.contains(site) else { continue }
            let (source, end) =
                backwards
                ? (numbers.last(site), numbers.first(site)) : (numbers.first(site), numbers.last(site))
            if allowed[source] { sources.append(LabellingArc(node: site, number: source, resource: lengths[site])) }
            if allowed[end] { ends[site] = end }
            for other in geometry.nearest[site] where sites.contains(other) {
                let number = backwards ? numbers.between(other, site) : numbers.between(site, other)
                guard allowed[number] else { continue }
                (arcs + filled).initialize(
                    to: LabellingArc(node: other, number: number, resource: instance.distance(site, other)))
                filled += 1
            }
        }
        firsts[count] = filled
        self.sources = sources
        self.ends = ends
    }

    deinit {
        arcs.deallocate()
        firsts.deallocate()
    }

    @inline(__always)
    package func arcs(from node: Int) -> UnsafeBufferPointer<LabellingArc> {
        UnsafeBufferPointer(start: arcs + firsts[node], count: firsts[node + 1] - firsts[node])
    }

    package func end(from node: Int) -> Int? { ends[node] }
    package func remainder(from node: Int) -> Double { remainders[node] }
    package func gain(of node: Int) -> Double { gains[node] }
    package func neighbourhood(of node: Int) -> NodeSet { neighbourhoods[node] }

    @inline(__always)
    package func outOfReach(from node: Int, left: Double) -> NodeSet { reach.outOfReach(from: node, left: left) }
}

/// Numbers of arcs, whichever way they are walked.
package struct TourArcs: Sendable {
    private let sites: Int

    init(sites: Int) { self.sites = sites }

    package var count: Int { sites * sites + 2 * sites }
    /// From the start to a site.
    @inline(__always)
    package func first(_ site: Int) -> Int { site }
    /// From a site to the end.
    @inline(__always)
    package func last(_ site: Int) -> Int { sites + site }
    @inline(__always)
    package func between(_ a: Int, _ b: Int) -> Int { 2 * sites + a * sites + b }

    /// Calls `body` with the number of each arc of a tour.
    func forEach(_ tour: [Int], _ body: (Int) -> Void) {
        guard let head = tour.first, let tail = tour.last else { return }
        body(first(head))
        for (a, b) in zip(tour, tour.dropFirst()) { body(between(a, b)) }
        body(last(tail))
    }
}

/// What does not change while an instance is solved.
package final class TourGeometry: Sendable {
    package let instance: TeamOrienteeringInstance
    package let arcs: TourArcs
    /// By site, the others that may come next, nearest first.
    let nearest: [[Int]]
    let forwards: ReachTable
    let backwards: ReachTable

    package init(_ instance: TeamOrienteeringInstance) {
        self.instance = instance
        arcs = TourArcs(sites: instance.count)
        nearest = (0..<instance.count).map { site in
            (0..<instance.count).filter { $0 != site }
                .sorted { (instance.distance(site, $0), $0) < (instance.distance(site, $1), $1) }
        }
        let limit = instance.limit + LengthTolerance.bound
        forwards = ReachTable(instance, remainders: instance.toEnd, limit: limit)
        backwards = ReachTable(instance, remainders: instance.fromStart, limit: limit)
    }
}

/// Which sites can still be reached from a site, by what is left of the length.
final class ReachTable: Sendable {
    private let count: Int
    /// By site, ascending: what must be left to visit another and end.
    private let needs: [Double]
    /// By site and place in `needs`: the sites from that place on.
    private let beyond: [NodeSet]

    init(_ instance: TeamOrienteeringInstance, remainders: [Double], limit: Double) {
        let count = instance.count
        self.count = count
        var needs: [Double] = []
        var beyond: [NodeSet] = []
        for site in 0..<count {
            let sorted = (0..<count).filter { $0 != site }
                .map { (need: instance.distance(site, $0) + remainders[$0], site: $0) }.sorted { $0 < $1 }
            needs += sorted.map(\.need)
            var sets = [NodeSet.empty]
            for (_, other) in sorted.reversed() {
                var more = sets[sets.count - 1]
                more.insert(other)
                sets.append(more)
            }
            beyond += sets.reversed()
        }
        self.needs = needs
        self.beyond = beyond
    }

    @inline(__always)
    func outOfReach(from site: Int, left: Double) -> NodeSet {
        needs.withUnsafeBufferPointer { needs in
            let first = site * (count - 1)
            var low = 0
            var high = count - 1
            while low < high {
                let middle = (low + high) / 2
                if needs[first + middle] <= left { low = middle + 1 } else { high = middle }
            }
            return beyond.withUnsafeBufferPointer { $0[site * count + low] }
        }
    }
}
