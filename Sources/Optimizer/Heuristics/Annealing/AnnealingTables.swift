import PlanningModel

/// What annealing looks up, laid out flat over the segments it may take: its *candidates*.
final class AnnealingTables: Sendable {
    /// What a candidate at a level does for one demand, in thousandths, and where the demand's gains of that size begin.
    struct Credit: Sendable {
        var demand: Int32
        var points: Int32
        var firstAlike: Int32
    }

    let frame: DraftFrame
    /// The segment of each candidate.
    let segments: [Int]
    /// The candidate of each segment; `nil` where it is none.
    let candidateOf: [Int?]
    /// By candidate.
    let stops: [[Int]]
    /// Candidates near each candidate, nearest first.
    let near: [[Int32]]
    /// By table, then the morning's candidate and the afternoon's, each plus 1; 0 for a half without a segment.
    private let days: [DayCost]
    private let width: Int
    /// Bounds in `credits`, by candidate × level.
    let creditStart: [Int]
    let credits: [Credit]
    /// Bounds in `gains`, by demand; what a demand has from each choice, candidate × level, highest first.
    let gainStart: [Int]
    let gains: [(choice: Int32, points: Int32)]
    /// By node; the root is its own parent.
    let parentOf: [Int]
    /// Nodes of each level at or below a node, by node × level.
    let below: [[Int]]
    /// For each inner node, what its nodes become when its two halves change places; by node.
    let turns: [[Int]]

    private static let nearCount = 30

    init(_ frame: DraftFrame, segments: [Int]) {
        let problem = frame.problem
        self.frame = frame
        self.segments = segments
        let levels = frame.levels
        var candidateOf = [Int?](repeating: nil, count: frame.segments)
        for (index, segment) in segments.enumerated() { candidateOf[segment] = index }
        self.candidateOf = candidateOf
        stops = segments.map { problem.segments[$0].stops }
        near = Self.near(problem, segments)
        width = segments.count + 1
        days = Self.days(frame, segments)
        let nodes = problem.tree.nodes
        var parents = nodes.indices.map { $0 }
        for (index, node) in nodes.enumerated() { for child in node.children { parents[child] = index } }
        parentOf = parents
        below = nodes.indices.flatMap { node in
            (0..<levels).map { level in problem.tree.subtree(node).filter { nodes[$0].level == level } }
        }
        turns = nodes.filter { $0.children.count == 2 }.map { inner in
            var turned = nodes.indices.map { $0 }
            let halves = inner.children.map(problem.tree.subtree)
            for (first, second) in zip(halves[0], halves[1]) { (turned[first], turned[second]) = (second, first) }
            return turned
        }

        var byDemand: [[(choice: Int32, points: Int32)]] = Array(repeating: [], count: problem.demands.count)
        for (index, segment) in segments.enumerated() {
            for level in 0..<levels {
                for (demand, points) in frame.credit[segment * levels + level] {
                    byDemand[demand].append((Int32(index * levels + level), Int32(points)))
                }
            }
        }
        var gainStart = [0]
        var gains: [(choice: Int32, points: Int32)] = []
        var firstAlike = Array(repeating: [Int32: Int32](), count: problem.demands.count)
        for demand in byDemand.indices {
            for gain in byDemand[demand].sorted(by: { ($1.points, $0.choice) < ($0.points, $1.choice) }) {
                if firstAlike[demand][gain.points] == nil { firstAlike[demand][gain.points] = Int32(gains.count) }
                gains.append(gain)
            }
            gainStart.append(gains.count)
        }
        self.gainStart = gainStart
        self.gains = gains
        var creditStart = [0]
        var credits: [Credit] = []
        for segment in segments {
            for level in 0..<levels {
                for (demand, points) in frame.credit[segment * levels + level] {
                    credits.append(
                        Credit(
                            demand: Int32(demand), points: Int32(points),
                            firstAlike: firstAlike[demand][Int32(points)] ?? 0))
                }
                creditStart.append(credits.count)
            }
        }
        self.creditStart = creditStart
        self.credits = credits
    }

    /// The day of two halves, each a candidate plus 1 or 0.
    @inline(__always)
    func day(_ table: Int, _ morning: Int, _ afternoon: Int) -> DayCost {
        days[(table * width + morning) * width + afternoon]
    }

    private static func near(_ problem: RoundsProblem, _ segments: [Int]) -> [[Int32]] {
        segments.indices.map { index in
            let first = problem.segments[segments[index]].first
            return segments.indices.lazy.filter { $0 != index }
                .map { (problem.thereAndBack(first, problem.segments[segments[$0]].first), Int32($0)) }
                .sorted { $0 < $1 }.prefix(nearCount).map(\.1)
        }
    }

    private static func days(_ frame: DraftFrame, _ segments: [Int]) -> [DayCost] {
        let width = segments.count + 1
        var days = Array(repeating: DayCost.none, count: frame.singles.count * width * width)
        for table in frame.singles.indices {
            let first = table * width * width
            days[first] = DayCost(work: 0, cost: 0, metres: 0)
            for (index, segment) in segments.enumerated() {
                days[first + index + 1] = frame.singles[table][segment]
                days[first + (index + 1) * width] = frame.singles[table][segment]
                for (other, otherSegment) in segments.enumerated() {
                    days[first + (index + 1) * width + other + 1] =
                        index != other
                        ? frame.pairs[table][segment * frame.segments + otherSegment]
                        : segment < frame.problem.stopCount ? frame.fullDays[table][segment] : .none
                }
            }
        }
        return days
    }
}
