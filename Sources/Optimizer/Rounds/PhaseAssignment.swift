/// Gives counted rounds their weeks: rounds that are alike but for the phase are one, and each takes a phase such that
/// every week keeps its rows.
struct PhaseAssignment {
    private struct Shape: Hashable {
        var anchor: Int
        var level: Int
        var isFullDay: Bool
        /// Stop and level, by stop.
        var partners: [[Int]]
        var order: VisitOrder
    }

    private let problem: RoundsProblem
    private let variants: [[RoundColumn]]?
    private static let stepLimit = 50_000

    /// - Parameters:
    ///   - counted: a solution whose stops, cadences, full days and shared days are whole.
    ///   - branch: decisions that the phases keep, so that a failed placement speaks of this node and no other.
    init(_ problem: RoundsProblem, _ counted: [(column: RoundColumn, share: Double)], _ branch: BranchState) {
        self.problem = problem
        var shares: [Shape: Double] = [:]
        var first: [Shape: RoundColumn] = [:]
        var order: [Shape] = []
        for (column, share) in counted {
            let shape = Shape(
                anchor: column.anchor.stop, level: problem.tree.nodes[column.anchor.node].level,
                isFullDay: column.isFullDay,
                partners: column.partners.map { [$0.stop, problem.tree.nodes[$0.node].level] }.sorted { $0[0] < $1[0] },
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
        let upperWork = problem.upper(.work) ?? Int.max
        let upperDays = problem.upper(.days) ?? Int.max
        var work = Array(repeating: 0, count: weeks)
        var days = work
        var halves = work
        var chosen: [RoundColumn] = []
        var steps = 0
        func place(_ index: Int) -> Bool {
            if index == variants.count {
                return halves.allSatisfy { $0 >= problem.minimumHalfDays }
                    && problem.foldedWork.map { work.reduce(0, +) <= $0 } ?? true
            }
            for column in variants[index] {
                steps += 1
                guard steps < Self.stepLimit, let use = problem.use(of: column) else { return false }
                for week in 0..<weeks {
                    work[week] += use.work[week]
                    days[week] += use.days[week]
                    halves[week] += use.halfDays[week]
                }
                chosen.append(column)
                let fits = (0..<weeks).allSatisfy { work[$0] <= upperWork && days[$0] <= upperDays }
                if fits && place(index + 1) { return true }
                chosen.removeLast()
                for week in 0..<weeks {
                    work[week] -= use.work[week]
                    days[week] -= use.days[week]
                    halves[week] -= use.halfDays[week]
                }
            }
            return false
        }
        return place(0) ? chosen : nil
    }

    /// A column in all its phases.
    private static func variants(of column: RoundColumn, _ problem: RoundsProblem) -> [RoundColumn] {
        let tree = problem.tree
        func partners(_ left: ArraySlice<StopPattern>, inside root: Int, taken: Set<Int>) -> [[StopPattern]] {
            guard let next = left.first else { return [[]] }
            let level = tree.nodes[next.node].level
            return tree.subtree(root).filter { tree.nodes[$0].level == level }.flatMap { node -> [[StopPattern]] in
                let weeks = Set(tree.nodes[node].weeks)
                guard weeks.isDisjoint(with: taken) else { return [] }
                return partners(left.dropFirst(), inside: root, taken: taken.union(weeks)).map {
                    [StopPattern(stop: next.stop, node: node)] + $0
                }
            }
        }
        let level = tree.nodes[column.anchor.node].level
        return tree.nodes(atLevel: level).flatMap { node in
            partners(column.partners[...], inside: node, taken: []).map {
                RoundColumn(
                    anchor: StopPattern(stop: column.anchor.stop, node: node), isFullDay: column.isFullDay,
                    partners: $0.sorted { tree.nodes[$0.node].weeks[0] < tree.nodes[$1.node].weeks[0] },
                    order: column.order)
            }
        }
    }
}
