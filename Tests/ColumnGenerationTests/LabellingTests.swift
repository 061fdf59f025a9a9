import ColumnGeneration
import TestSupport
import Testing

/// A space of its own, so that the labelling is tested without tours.
private final class PlainSpace: LabellingSpace {
    let nodeCount: Int
    let limit: Double
    let sources: [LabellingArc]
    let cuts: LabelCuts
    private let gains: [Double]
    private let remainders: [Double]
    private let neighbourhoods: [NodeSet]
    private let rows: [[LabellingArc]]
    private let buffers: [UnsafeMutableBufferPointer<LabellingArc>]

    var arcCount: Int { nodeCount * nodeCount + 2 * nodeCount }

    init(_ case: PlainCase, backwards: Bool, memory: Int) {
        nodeCount = `case`.count
        limit = `case`.limit
        gains = `case`.gains
        let (first, last) = backwards ? (`case`.toEnd, `case`.fromStart) : (`case`.fromStart, `case`.toEnd)
        let count = nodeCount
        sources = (0..<count).map {
            LabellingArc(node: $0, number: backwards ? count + $0 : $0, resource: first[$0])
        }
        remainders = last
        rows = (0..<count).map { a in
            (0..<count).filter { $0 != a }.map { b in
                LabellingArc(
                    node: b, number: 2 * count + (backwards ? b * count + a : a * count + b),
                    resource: `case`.between[a][b])
            }
        }
        buffers = rows.map { row in
            let buffer = UnsafeMutableBufferPointer<LabellingArc>.allocate(capacity: row.count)
            _ = buffer.initialize(from: row)
            return buffer
        }
        neighbourhoods = (0..<count).map { a in
            NodeSet((0..<count).sorted { `case`.between[a][$0] < `case`.between[a][$1] }.prefix(max(1, memory)) + [a])
        }
        var cuts = LabelCuts(nodeCount: count)
        for (index, cut) in `case`.cuts.enumerated() {
            cuts.penalty[index] = cut.penalty
            for node in cut.members { cuts.counting[node].insert(index) }
            for node in cut.memory { cuts.remembering[node].insert(index) }
        }
        self.cuts = cuts
        ends = (0..<count).map { backwards ? $0 : count + $0 }
    }

    deinit { for buffer in buffers { buffer.deallocate() } }

    private let ends: [Int]
    func arcs(from node: Int) -> UnsafeBufferPointer<LabellingArc> { UnsafeBufferPointer(buffers[node]) }
    func end(from node: Int) -> Int? { ends[node] }
    func remainder(from node: Int) -> Double { remainders[node] }
    func gain(of node: Int) -> Double { gains[node] }
    func neighbourhood(of node: Int) -> NodeSet { neighbourhoods[node] }
    func outOfReach(from node: Int, left: Double) -> NodeSet { .empty }
}

private struct PlainCase {
    var count: Int
    var limit: Double
    var gains: [Double]
    var fromStart: [Double]
    var toEnd: [Double]
    var between: [[Double]]
    var cuts: [(members: NodeSet, memory: NodeSet, penalty: Double)] = []

    init(seed: Int) {
        var random = TestRandom(UInt64(seed))
        let count = random.whole(2...7)
        self.count = count
        let points = (0..<count + 2).map { _ in (random.real(0...10), random.real(0...10)) }
        func length(_ a: Int, _ b: Int) -> Double {
            let (x, y) = (points[a].0 - points[b].0, points[a].1 - points[b].1)
            return (x * x + y * y).squareRoot()
        }
        let (start, end) = (count, count + 1)
        fromStart = (0..<count).map { length(start, $0) }
        toEnd = (0..<count).map { length($0, end) }
        between = (0..<count).map { a in (0..<count).map { length(a, $0) } }
        limit = random.real(8...40)
        gains = (0..<count).map { _ in random.real(-2...10) }
        for _ in 0..<(count >= 3 ? random.whole(0...3) : 0) {
            let members = NodeSet(Array(0..<count).shuffled(using: &random).prefix(3))
            let memory = NodeSet((0..<count).filter { _ in random.chance(0.6) }).union(members)
            cuts.append((members, memory, random.real(0...6)))
        }
    }

    /// Gain and length of a route, counted anew.
    func measure(_ route: [Int]) -> (gain: Double, length: Double) {
        var gain = route.reduce(0) { $0 + gains[$1] }
        for cut in cuts {
            var isHalf = false
            for node in route {
                if !cut.memory.contains(node) { isHalf = false }
                guard cut.members.contains(node) else { continue }
                if isHalf { gain -= cut.penalty }
                isHalf.toggle()
            }
        }
        let inner = zip(route, route.dropFirst()).reduce(0) { $0 + between[$1.0][$1.1] }
        return (gain, fromStart[route[0]] + inner + toEnd[route[route.count - 1]])
    }

    var routes: [[Int]] {
        func grow(_ route: [Int]) -> [[Int]] {
            [route]
                + (0..<count).filter { !route.contains($0) }.flatMap { grow(route + [$0]) }
        }
        return (0..<count).flatMap { grow([$0]) }.filter { measure($0).length <= limit }
    }
}

@Suite("Labelling")
struct LabellingTests {
    private static func never() -> Bool { false }

    @Test("The best elementary route is that of plain enumeration, forwards, backwards and bounded", arguments: 1...200)
    func best(seed: Int) {
        let plain = PlainCase(seed: seed)
        let expected = plain.routes.map { plain.measure($0).gain }.max() ?? -.infinity
        var effort = LabellingEffort(threshold: -1000)
        effort.records = true
        let ahead = Labelling.run(
            PlainSpace(plain, backwards: false, memory: 99), effort, shouldStop: Self.never)
        let back = Labelling.run(PlainSpace(plain, backwards: true, memory: 99), effort, shouldStop: Self.never)
        #expect(ahead.isComplete && back.isComplete)
        #expect(abs(ahead.best - max(-1000, expected)) < 1e-9)
        #expect(abs(back.best - max(-1000, expected)) < 1e-9)
        // A coarse run bounds a fine one, and nothing above the threshold is lost.
        let coarse = Labelling.run(PlainSpace(plain, backwards: true, memory: 2), effort, shouldStop: Self.never)
        #expect(coarse.best >= ahead.best - 1e-9)
        for threshold in [expected - 5, expected - 1e-6, expected + 1e-6] where expected.isFinite {
            let bounded = Labelling.run(
                PlainSpace(plain, backwards: false, memory: 99), LabellingEffort(threshold: threshold),
                completion: coarse.completion, shouldStop: Self.never)
            #expect(abs(bounded.best - max(threshold, expected)) < 1e-9)
            for route in bounded.routes {
                #expect(abs(plain.measure(route.nodes).gain - route.gain) < 1e-9)
                #expect(plain.measure(route.nodes).length <= plain.limit + 1e-9)
            }
        }
    }

    @Test("Every arc of a route above the threshold is said to be useful", arguments: 1...100)
    func usefulArcs(seed: Int) {
        let plain = PlainCase(seed: seed)
        guard let best = plain.routes.map({ plain.measure($0).gain }).max() else { return }
        var effort = LabellingEffort(threshold: best - 3)
        effort.records = true
        let back = Labelling.run(PlainSpace(plain, backwards: true, memory: 3), effort, shouldStop: Self.never)
        let ahead = Labelling.run(
            PlainSpace(plain, backwards: false, memory: 99), effort, completion: back.completion,
            shouldStop: Self.never)
        for route in plain.routes where plain.measure(route).gain > effort.threshold {
            let count = plain.count
            var arcs = [route[0], count + route[route.count - 1]]
            arcs += zip(route, route.dropFirst()).map { 2 * count + $0 * count + $1 }
            for arc in arcs {
                #expect(back.usefulArcs[arc])
                #expect(ahead.usefulArcs[arc])
            }
        }
    }

    @Test("Enumeration inside the gap finds every set of nodes, or has a reason not to", arguments: 1...200)
    func enumeration(seed: Int) throws {
        let plain = PlainCase(seed: seed)
        guard let best = plain.routes.map({ plain.measure($0).gain }).max() else { return }
        var effort = LabellingEffort(threshold: best - 4)
        effort.records = true
        let back = Labelling.run(PlainSpace(plain, backwards: true, memory: 3), effort, shouldStop: Self.never)
        let completion = try #require(back.completion)
        let routes = RouteEnumeration.run(
            PlainSpace(plain, backwards: false, memory: 99), threshold: effort.threshold, completion: completion,
            limit: 1_000_000, routeLimit: 1_000_000, shouldStop: Self.never)
        let found = try #require(routes)
        let sets = Set(found.map { NodeSet($0.nodes) })
        #expect(sets.count == found.count)
        // A set may be missing only where an order of its nodes that is no longer gains too little.
        let bySet = Dictionary(grouping: plain.routes) { NodeSet($0) }
        for (set, orders) in bySet {
            let gains = orders.map { plain.measure($0).gain }
            if gains.allSatisfy({ $0 > effort.threshold + 1e-9 }) { #expect(sets.contains(set)) }
            if gains.allSatisfy({ $0 <= effort.threshold }) { #expect(!sets.contains(set)) }
        }
    }

    @Test("Relaxed dominance finds routes, and never says that it found them all")
    func relaxed() {
        let plain = PlainCase(seed: 5)
        var effort = LabellingEffort(threshold: 0)
        effort.dominance = .relaxed
        let result = Labelling.run(PlainSpace(plain, backwards: false, memory: 99), effort, shouldStop: Self.never)
        #expect(!result.isComplete)
        for route in result.routes { #expect(Set(route.nodes).count == route.nodes.count) }
    }

    @Test("A run that is stopped says so")
    func stopped() {
        let plain = PlainCase(seed: 6)
        var effort = LabellingEffort(threshold: 0)
        effort.width = 1
        #expect(
            !Labelling.run(PlainSpace(plain, backwards: false, memory: 99), effort, shouldStop: Self.never).isComplete)
    }
}
