import Foundation
import Optimizer
import RoundPlan
import Synchronization

/// How far the search of a cell goes.
package struct SweepLimits: Sendable {
    package var gap: Double
    /// For each cell.
    package var seconds: Double
    package var nodes: Int?
    package var seed: UInt64
    package var cores: Int
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
    private let cells: [SweepCell]
    /// By cell.
    private let keys: [String]
    private let tasks: [Task]

    /// Reads every cell and looks it up in the folder.
    ///
    /// - Parameter folder: taken only once all cells are sound.
    /// - Throws: `InputFailure` with all that is wrong with cells.
    package init(_ grid: LoadedGrid, _ limits: SweepLimits, in folder: () throws -> SweepFolder, stop: StopFlag) throws
    {
        self.grid = grid
        self.limits = limits
        self.stop = stop
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
            case .damaged: Terminal.error(SweepWords.damaged(cells[index].name(in: grid.grid)))
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

    private var pending: Int { tasks.count { $0.known == nil } }
    private var width: Int { max(1, min(limits.cores, pending)) }

    /// What is to be done, in a sentence.
    package var announcement: String {
        SweepWords.plan(
            cells: cells.count, scenarios: tasks.count, pending: pending, seconds: limits.seconds, width: width)
    }

    /// What became of every cell.
    package struct Outcome {
        package var cells: [SweptCell]
        /// Scenarios solved now, and taken from the folder.
        package var solved: Int
        package var kept: Int
    }

    /// - Throws: `CommandFailure` where it was interrupted, or a cell cannot be kept.
    package func outcome() throws -> Outcome {
        let line = TerminalLine(isShown: Terminal.errorIsTerminal)
        defer { line.end() }
        let tally = Tally()
        let results = try SolverThread.run(
            tasks.map { task in
                { @Sendable () throws -> SweptCell.Result? in
                    do {
                        guard let (result, isNew) = try result(of: task) else { return nil }
                        let count = tally.add(isNew: isNew)
                        line.show(SweepWords.progress(count, of: tasks.count, task.cell.name(in: grid.grid)))
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
            throw CommandFailure(
                ending: .interrupted, messages: [SweepWords.interrupted(count, of: tasks.count, folder.path)])
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
            Terminal.error(SweepWords.damaged(name))
        }
        guard !stop.isRaised, let cell = try solve(task, loaded, name) else { return nil }
        try folder.keep(cell)
        guard let result = SweptCell.Result(cell, loaded, name: name) else {
            throw CommandFailure(
                ending: .unexpected, messages: [SweepWords.failed(name, CommandWords.notConfirmed)])
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
        } catch let failure as CommandFailure {
            switch failure.ending {
            case .infeasible: cell.state = .infeasible
            case .noPlan: cell.state = .noPlan
            case .wrongData: cell.state = .refused
            case .interrupted: return nil
            default:
                throw CommandFailure(
                    ending: failure.ending, messages: failure.messages.map { SweepWords.failed(name, $0) })
            }
            cell.messages = failure.messages.map(SweepWords.outcome)
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
