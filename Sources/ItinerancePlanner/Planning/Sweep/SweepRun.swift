import FileAccess
import Foundation
import LinearSolver
import Optimizer
import PlanAnalysis
import ScenarioFiles
import Synchronization

/// How far the search of a cell goes.
package struct SweepLimits: Sendable {
    package var gap: Double
    /// For each cell.
    package var seconds: Double
    package var nodes: Int?
    package var seed: UInt64
    package var cores: Int

    package init(gap: Double, seconds: Double, nodes: Int?, seed: UInt64, cores: Int) {
        self.gap = gap
        self.seconds = seconds
        self.nodes = nodes
        self.seed = seed
        self.cores = cores
    }
}

/// All cells of a grid, those that the folder holds taken from there, the others solved side by side.
package struct SweepRun: Sendable {
    /// One scenario of the grid, which several cells may be.
    private struct Task: Sendable {
        var cell: SweepCell
        var key: String
        var fingerprint: String
        /// What the folder holds of it.
        var known: CellFile?
    }

    private let grid: LoadedGrid
    private let limits: SweepLimits
    package let folder: SweepFolder
    private let stop: StopFlag
    private let progress: ProgressReport
    private let describe: @Sendable (PlanningFailure) -> String
    private let cells: [SweepCell]
    /// By cell.
    private let keys: [String]
    private let tasks: [Task]

    /// Reads every cell and looks it up in the folder.
    ///
    /// - Parameters:
    ///   - path: of the grid.
    ///   - folder: taken only once all cells are sound.
    ///   - describe: the sentence that a cell without a plan keeps of its search.
    /// - Throws: `InputFailure` with all that is wrong with cells, or where there are too many.
    package init(
        _ grid: LoadedGrid, named path: String, _ limits: SweepLimits, in folder: () throws -> SweepFolder,
        stop: StopFlag,
        progress: @escaping ProgressReport, describe: @escaping @Sendable (PlanningFailure) -> String
    ) throws {
        guard let count = grid.grid.count, count < SweepGrid.mostCells else {
            throw InputFailure(
                .sweep(.tooMany(grid.grid.count.map { $0 + 1 }, most: SweepGrid.mostCells)), file: path,
                column: "axes")
        }
        self.grid = grid
        self.limits = limits
        self.stop = stop
        self.progress = progress
        self.describe = describe
        cells = grid.grid.cells
        let fingerprints = try Self.fingerprints(cells, grid, limits)
        self.folder = try folder()
        keys = fingerprints.map {
            CellFile.key(fingerprint: $0, gap: limits.gap, nodes: limits.nodes, seed: limits.seed)
        }
        var tasks: [Task] = []
        var seen: Set<String> = []
        for (index, key) in keys.enumerated() where seen.insert(key).inserted {
            var task = Task(cell: cells[index], key: key, fingerprint: fingerprints[index])
            switch self.folder.cell(key) {
            case .none: break
            case .damaged: progress(.damagedCell(cells[index].name(in: grid.grid)))
            case .whole(let cell): if cell.serves(seconds: limits.seconds) { task.known = cell }
            }
            tasks.append(task)
        }
        self.tasks = tasks
    }

    private static func fingerprints(
        _ cells: [SweepCell], _ grid: LoadedGrid, _ limits: SweepLimits
    ) throws -> [String] {
        let read = try SolverThread.run(
            cells.map { cell in
                { @Sendable () throws -> Result<String, InputFailure> in
                    do { return .success(try PlanFile.fingerprint(grid.read(cell).scenario)) } catch let failure
                        as InputFailure
                    {
                        return .failure(failure)
                    }
                }
            }, width: limits.cores)
        var findings = Findings()
        var told: Set<Finding> = []
        for case .failure(let failure) in read {
            for finding in failure.findings where finding.level == .error && told.insert(finding).inserted {
                findings.add(InputFailure(findings: [finding]))
            }
        }
        try findings.throwIfErrors()
        return try read.map { try $0.get() }
    }

    /// How much there is to do.
    package struct Workload: Sendable {
        package var cells: Int
        /// Scenarios that differ, and those of them still to be solved.
        package var scenarios: Int
        package var pending: Int
        /// For each of them, at most.
        package var seconds: Double
        /// Solved at a time.
        package var width: Int
    }

    package var workload: Workload {
        Workload(
            cells: cells.count, scenarios: tasks.count, pending: pending, seconds: limits.seconds, width: width)
    }

    private var pending: Int { tasks.count { $0.known == nil } }
    private var width: Int { max(1, min(limits.cores, pending)) }

    /// What became of every cell.
    package struct Outcome {
        package var cells: [SweptCell]
        /// Scenarios solved now, and taken from the folder.
        package var solved: Int
        package var kept: Int

        package init(cells: [SweptCell], solved: Int, kept: Int) {
            self.cells = cells
            self.solved = solved
            self.kept = kept
        }
    }

    /// - Throws: `SweepFailure`; what the folder throws where a cell cannot be kept.
    package func outcome() throws -> Outcome {
        let tally = Tally()
        let results = try SolverThread.run(
            tasks.map { task in
                { @Sendable () throws -> SweptCell.Result? in
                    do {
                        guard let (result, isNew) = try result(of: task) else { return nil }
                        let count = tally.add(isNew: isNew)
                        progress(.cells(count, of: tasks.count, last: task.cell.name(in: grid.grid)))
                        return result
                    } catch {
                        // The others end as soon as they can.
                        stop.raise()
                        throw error
                    }
                }
            }, width: limits.cores)
        let (count, solved) = tally.counts
        guard count == tasks.count else {
            throw SweepFailure.interrupted(done: count, of: tasks.count, folder: folder.path)
        }
        let byKey = Dictionary(
            zip(tasks, results).compactMap { task, result in result.map { (task.key, $0) } },
            uniquingKeysWith: { first, _ in first })
        return Outcome(
            cells: zip(cells, keys).compactMap { cell, key in
                byKey[key].map { SweptCell(cell, $0, key: key, in: grid.grid) }
            }, solved: solved, kept: tasks.count - solved)
    }

    /// `nil` where it was interrupted before its end.
    private func result(of task: Task) throws -> (SweptCell.Result, isNew: Bool)? {
        let name = task.cell.name(in: grid.grid)
        let loaded = try grid.read(task.cell)
        if let known = task.known {
            if let result = SweptCell.Result(known, loaded, name: name) { return (result, false) }
            progress(.damagedCell(name))
        }
        guard !stop.isRaised, let cell = try solve(task, loaded, name) else { return nil }
        try folder.keep(cell)
        guard let result = SweptCell.Result(cell, loaded, name: name) else {
            throw SweepFailure.cellNotConfirmed(cell: name)
        }
        return (result, true)
    }

    /// `nil` where it was interrupted before its end.
    private func solve(_ task: Task, _ loaded: LoadedScenario, _ name: String) throws -> CellFile? {
        var cell = CellFile(
            key: task.key, fingerprint: task.fingerprint, seconds: limits.seconds, state: .plan, seed: limits.seed)
        // Cores that no cell needs help the others.
        let own = SolveLimits(
            gap: limits.gap, seconds: limits.seconds, nodes: limits.nodes, seed: limits.seed,
            workers: max(1, limits.cores / width))
        do {
            let plan = try PlanRun(loaded, own).plan(stop: stop).plan
            guard plan.stop != .interrupted || !stop.isRaised else { return nil }
            cell.stop = plan.stop
            cell.services = plan.services
            cell.shifts = plan.shifts
            cell.outings = plan.outings
        } catch let failure as PlanningFailure {
            switch failure.verdict {
            case .infeasible: cell.state = .infeasible
            case .undecided: cell.state = .noPlan
            case .refused: cell.state = .refused
            case .interrupted: return nil
            case .defect: throw SweepFailure.cellFailed(cell: name, failure)
            }
            cell.messages = [describe(failure)]
        }
        return cell
    }
}

/// Counts cells from several threads.
private final class Tally: Sendable {
    private let state = Mutex((done: 0, solved: 0))

    func add(isNew: Bool) -> Int {
        state.withLock { state in
            state.done += 1
            if isNew { state.solved += 1 }
            return state.done
        }
    }

    var counts: (done: Int, solved: Int) { state.withLock { $0 } }
}
