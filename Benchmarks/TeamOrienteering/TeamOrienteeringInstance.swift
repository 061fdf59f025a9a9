import ColumnGeneration

/// A Team Orienteering problem: `vehicles` tours from `start` to `end`, each at most `limit` long; every other node
/// brings its score once.
///
/// Chao, Golden, Wasil, European Journal of Operational Research 88, 1996.
package struct TeamOrienteeringInstance: Sendable {
    package struct Point: Hashable, Sendable {
        package var x: Double
        package var y: Double

        package init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    package let name: String
    package let vehicles: Int
    package let limit: Double
    /// The first is the start, the last the end.
    package let points: [Point]
    package let scores: [Int]

    /// Nodes with a score that some tour can visit, by their place in `points`; the optimizer numbers them from 0.
    package let sites: [Int]
    /// By site: score, length from the start, length to the end.
    package let worth: [Int]
    package let fromStart: [Double]
    package let toEnd: [Double]
    private let between: [Double]
    package let straight: Double
    /// Every plan's score is a multiple of this.
    package let unit: Int

    package init(name: String, vehicles: Int, limit: Double, points: [Point], scores: [Int]) {
        self.name = name
        self.vehicles = vehicles
        self.limit = limit
        self.points = points
        self.scores = scores
        func distance(_ a: Int, _ b: Int) -> Double { Self.distance(points[a], points[b]) }
        let last = points.count - 1
        let reachable = points.indices.dropFirst().dropLast().filter { node in
            scores[node] > 0 && distance(0, node) + distance(node, last) <= limit + LengthTolerance.bound
        }
        sites = Array(reachable)
        worth = reachable.map { scores[$0] }
        fromStart = reachable.map { distance(0, $0) }
        toEnd = reachable.map { distance($0, last) }
        between = reachable.flatMap { a in reachable.map { distance(a, $0) } }
        straight = points.count > 1 ? distance(0, last) : 0
        unit = max(1, reachable.reduce(0) { Self.commonDivisor($0, scores[$1]) })
    }

    package static func distance(_ a: Point, _ b: Point) -> Double {
        let (x, y) = (a.x - b.x, a.y - b.y)
        return (x * x + y * y).squareRoot()
    }

    private static func commonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : commonDivisor(b, a % b) }

    package var count: Int { sites.count }

    @inline(__always)
    package func distance(_ a: Int, _ b: Int) -> Double { between[a * sites.count + b] }

    /// The length of a tour of sites, both ends included.
    package func length(_ tour: some Collection<Int>) -> Double {
        guard let first = tour.first else { return straight }
        var length = fromStart[first]
        var before = first
        for site in tour.dropFirst() {
            length += distance(before, site)
            before = site
        }
        return length + toEnd[before]
    }

    package func score(_ tour: some Sequence<Int>) -> Int { tour.reduce(0) { $0 + worth[$1] } }

    /// Whether a plan may hold the tour, by the rule of the benchmark: at most the limit and a millionth.
    package func allows(_ tour: [Int]) -> Bool { length(tour) <= limit + LengthTolerance.plan }

    /// A score rounded down to what a plan can reach.
    package func rounded(_ bound: Double) -> Int {
        Int(((bound + Tolerance.scoreMargin) / Double(unit)).rounded(.down)) * unit
    }
}

/// How far beyond its limit a tour may be. The benchmark's check allows a millionth.
enum LengthTolerance {
    /// What a plan uses: less than the check allows, by more than the rounding of a sum.
    static let plan = 1e-6 - 1e-9
    /// What a bound must allow: more than the check, by more than the rounding of a sum.
    static let bound = 1e-6 + 1e-9
    /// What the search for plans uses.
    static let search = 1e-9
}
