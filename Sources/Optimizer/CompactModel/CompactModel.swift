import LinearSolver
import PlanningModel

/// The planning problem of some services as one mixed-integer program for any solver: all days at once, where the master
/// makes its columns one by one.
///
/// Exact but for rests (R23, R24) and for spans and evenings (R26, R28) that kept starts lengthen, which bind only across days:
/// a value above ours may come from a plan that these forbid. See the last section of `docs/modele.md`.
public struct CompactModel: Sendable {
    /// What was written.
    public struct Size: Hashable, Sendable {
        public var rows: Int
        public var columns: Int
        public var coefficients: Int
    }

    /// Why there is no program.
    public enum Failure: Error, Hashable, Sendable {
        case refused(ModelRefusal)
        /// About so many columns, for a limit.
        case tooLarge(columns: Int, limit: Int)
        case interrupted
    }

    /// Above this a file has more than a gigabyte and no solver we know gets anywhere.
    public static let columnLimit = 1_000_000

    package let problems: [RoundsProblem]

    /// - Parameter counted: teams that are alike and weekdays that are alike are aggregated, also where
    ///   a service has several teams: a relaxation of R01 and of each team's hours, and much smaller.
    public init(_ services: [Service], in scenario: Scenario, counted: Bool = false) throws(Failure) {
        var problems: [RoundsProblem] = []
        for service in services {
            // Rounds of one team that are counted can always be given weekdays, so that nothing is lost by it.
            let disaggregated = service.teams.count > 1 && !counted
            do throws(ModelRefusal) {
                problems.append(try RoundsProblem(service, in: scenario, disaggregated: disaggregated))
            } catch { throw .refused(error) }
        }
        self.problems = problems
        let columns = problems.reduce(0) { $0 + $1.compactColumns }
        guard columns <= Self.columnLimit else { throw .tooLarge(columns: columns, limit: Self.columnLimit) }
    }

    /// Writes the program to a file, in place, on a thread of its own, and waits.
    ///
    /// - Throws: `Failure.interrupted`; `LinearError`, `notWritten` among them.
    public func write(to path: String, as format: ModelFormat, stop: StopFlag = StopFlag()) throws -> Size {
        try SolverThread.run(
            [
                { @Sendable in
                    var program = try LinearProblem()
                    let size = try build(in: &program, stop: stop)
                    try program.write(to: path, as: format, comments: comments)
                    guard !stop.isRaised else { throw Failure.interrupted }
                    return size
                }
            ], width: 1)[0]
    }

    /// Adds rows and columns to an empty program, to maximise points.
    package func build(in program: inout LinearProblem, stop: StopFlag = StopFlag()) throws -> Size {
        var coefficients = 0
        for (index, problem) in problems.enumerated() {
            let layout = CompactLayout(
                problem, prefix: problems.count == 1 ? "" : "s\(index + 1)/", firstRow: program.rowCount)
            try program.addRows(layout.rows)
            try program.addColumns(layout.columns)
            coefficients += layout.columns.reduce(0) { $0 + $1.coefficients.count }
            let limits = BranchState.SegmentLimits(BranchState(problem))
            for block in problem.blocks.indices {
                for anchor in problem.segments.indices {
                    guard !stop.isRaised else { throw Failure.interrupted }
                    let days = CompactDays(layout, limits, block: block, anchor: anchor, firstRow: program.rowCount)
                    try program.addRows(days.rows)
                    try program.addColumns(days.columns)
                    coefficients += days.columns.reduce(0) { $0 + $1.coefficients.count }
                }
            }
        }
        return Size(rows: program.rowCount, columns: program.columnCount, coefficients: coefficients)
    }

    /// What a reader of the file needs: who stands behind the numbers.
    private var comments: [String] {
        var lines = [
            "Points, to be maximised. Stops are numbered from 0; s, l, k, w, n: service, lane, kind of team, week, pattern.",
            "R23 and R24 (rests) are not in it.",
        ]
        for (index, problem) in problems.enumerated() {
            lines.append("s\(index + 1) = service \(problem.service.id)")
            for (number, node) in problem.tree.nodes.enumerated() {
                lines.append("n\(number) = weeks \(node.weeks.map { String($0 + 1) }.joined(separator: " "))")
            }
            for (number, block) in problem.blocks.enumerated() {
                let vans = problem.kinds[block.kind].teams.map { problem.service.teams[$0].van }
                let days = block.weekdays.map { "\(problem.weekdays[$0])" }
                lines.append("l\(number + 1) = \(vans.joined(separator: " ")), \(days.joined(separator: " "))")
            }
            for (number, venue) in problem.venues.enumerated() {
                lines.append("stop \(number) = \(venue.id)\(problem.twinOf[number] == nil ? "" : ", second day")")
            }
            for (number, segment) in problem.segments.enumerated() where segment.isShort {
                lines.append("stay \(number) = stops \(segment.stops.map(String.init).joined(separator: " "))")
            }
            for (number, demand) in problem.demands.enumerated() {
                lines.append("demand \(number) = \(demand.commune)")
            }
        }
        return lines
    }
}

extension RoundsProblem {
    /// Whether weekdays and halves are named, as R01 asks of several teams.
    var namesHalfDays: Bool { isDisaggregated && service.teams.count > 1 }

    /// About how many columns the program has, never fewer by much.
    fileprivate var compactColumns: Int {
        let nodes = tree.nodes.count
        let parts = tree.nodes.indices.reduce(0) { $0 + tree.subtree($1).count - 1 }
        let days = blocks.reduce(0) { sum, block in
            let ordered = tables[block.table].pairs.count { $0.isLegal }
            return sum + ordered * nodes / 2 + ordered * parts * (namesHalfDays ? 2 : 1)
        }
        return days + offerCount + demands.reduce(0) { $0 + $1.gains.count + 1 }
    }
}
