import ColumnGeneration

/// Gives counted rounds their weeks: rounds that are alike but for the phase are one, and each takes a phase such that
/// every week keeps its rows.
struct PhaseAssignment {
    private struct Shape: Hashable {
        var block: Int
        var anchor: Int
        var level: Int
        var isFullDay: Bool
        /// Segment and level, by segment.
        var partners: [[Int]]
        var order: VisitOrder
    }

    private let problem: RoundsProblem
    private let variants: [[RoundColumn]]?
    private static let stepLimit = 50_000

    /// - Parameters:
    ///   - counted: a solution in which all but phases is whole.
    ///   - branch: decisions that the phases keep, so that a failed placement speaks of this node and no other.
    init(_ problem: RoundsProblem, _ counted: [(column: RoundColumn, share: Double)], _ branch: BranchState) {
        self.problem = problem
        var shares: [Shape: Double] = [:]
        var first: [Shape: RoundColumn] = [:]
        var order: [Shape] = []
        for (column, share) in counted {
            let shape = Shape(
                block: column.block, anchor: column.anchor.segment, level: problem.tree.nodes[column.anchor.node].level,
                isFullDay: column.isFullDay,
                partners: column.partners.map { [$0.segment, problem.tree.nodes[$0.node].level] }.sorted {
                    $0[0] < $1[0]
                },
                order: column.order)
            if shares[shape] == nil {
                order.append(shape)
                first[shape] = column
            }
            shares[shape, default: 0] += share
        }
        let isWhole = order.allSatisfy { abs(shares[$0]! - 1) < Tolerance.integrality * 10 }
        variants = isWhole ? order.map { Self.variants(of: first[$0]!, problem).filter(branch.allows) } : nil
    }

    /// Rounds with a phase each that keep the rows of every week; `nil` where none was found.
    func plan() -> [RoundColumn]? {
        guard let variants else { return nil }
        let weeks = problem.tree.weekCount
        let upperWork = problem.kinds.indices.map { kind in
            problem.weekWork(kind).map { $0 * problem.kinds[kind].teams.count } ?? Int.max
        }
        let cycleWork = problem.kinds.map { kind in problem.foldedWork.map { $0 * kind.teams.count } ?? Int.max }
        var work = Array(repeating: Array(repeating: 0, count: weeks), count: problem.kinds.count)
        var days = Array(repeating: Array(repeating: 0, count: weeks), count: problem.blocks.count)
        var halves = Array(repeating: 0, count: weeks)
        let mostEvenings = problem.kinds.map { kind in
            problem.evenings(kind.teams[0]).map { $0 * kind.teams.count } ?? Int.max
        }
        let mostLongDays = problem.kinds.map { kind in
            problem.foldedLongDays(kind.teams[0]).map { $0 * kind.teams.count } ?? Int.max
        }
        var evenings = Array(repeating: Array(repeating: 0, count: weeks), count: problem.kinds.count)
        var longDays = Array(repeating: 0, count: problem.kinds.count)
        var chosen: [RoundColumn] = []
        var steps = 0
        func count(_ column: RoundColumn, _ use: RoundUse, _ sign: Int) {
            let kind = problem.blocks[column.block].kind
            for week in 0..<weeks {
                work[kind][week] += sign * use.work[week]
                days[column.block][week] += sign * use.days[week]
                halves[week] += sign * use.halfDays[week]
                evenings[kind][week] += sign * use.evenings[week]
                longDays[kind] += sign * use.longDays[week]
            }
        }
        func place(_ index: Int) -> Bool {
            if index == variants.count {
                return zip(halves, problem.minimumHalfDays).allSatisfy { $0 >= $1 }
                    && problem.kinds.indices.allSatisfy { work[$0].reduce(0, +) <= cycleWork[$0] }
            }
            for column in variants[index] {
                steps += 1
                guard steps < Self.stepLimit, let use = problem.use(of: column) else { return false }
                count(column, use, 1)
                chosen.append(column)
                let kind = problem.blocks[column.block].kind
                let fits = (0..<weeks).allSatisfy {
                    work[kind][$0] <= upperWork[kind] && evenings[kind][$0] <= mostEvenings[kind]
                        && days[column.block][$0] <= problem.blocks[column.block].places
                }
                if fits && longDays[kind] <= mostLongDays[kind] && place(index + 1) { return true }
                chosen.removeLast()
                count(column, use, -1)
            }
            return false
        }
        return place(0) ? chosen : nil
    }

    /// A column in all its phases.
    private static func variants(of column: RoundColumn, _ problem: RoundsProblem) -> [RoundColumn] {
        let tree = problem.tree
        func partners(_ left: ArraySlice<SegmentPattern>, inside root: Int, taken: Set<Int>) -> [[SegmentPattern]] {
            guard let next = left.first else { return [[]] }
            let level = tree.nodes[next.node].level
            return tree.subtree(root).filter { tree.nodes[$0].level == level }.flatMap { node -> [[SegmentPattern]] in
                let weeks = Set(tree.nodes[node].weeks)
                guard weeks.isDisjoint(with: taken) else { return [] }
                return partners(left.dropFirst(), inside: root, taken: taken.union(weeks)).map {
                    [SegmentPattern(segment: next.segment, node: node)] + $0
                }
            }
        }
        let level = tree.nodes[column.anchor.node].level
        return tree.nodes(atLevel: level).flatMap { node in
            partners(column.partners[...], inside: node, taken: []).map {
                RoundColumn(
                    block: column.block, anchor: SegmentPattern(segment: column.anchor.segment, node: node),
                    isFullDay: column.isFullDay,
                    partners: $0.sorted { tree.nodes[$0.node].weeks[0] < tree.nodes[$1.node].weeks[0] },
                    order: column.order)
            }
        }
    }
}
