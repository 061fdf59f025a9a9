import Foundation
import LinearSolver
import TestSupport
import Testing

/// One test or more for each way in which GLPK has ended other programs, or lied to them.
@Suite("Traps of GLPK")
struct TrapTests {
    /// Carries a problem to another thread, which its type forbids.
    private final class Smuggler: @unchecked Sendable {
        private(set) var problem: LinearProblem?
        init(_ problem: consuming LinearProblem) { self.problem = consume problem }

        func drop() { problem = nil }
        func solve() throws(LinearError) -> Outcome? { try problem?.solve(dual: false) }
    }

    private static func error(_ body: () throws(LinearError) -> Void) -> LinearError? {
        do throws(LinearError) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    // MARK: 1. An object belongs to the thread that made it

    @Test("A problem freed on another thread is left alone, and the process lives")
    func freedElsewhere() throws {
        let stillWorks = try onSolverThread { @Sendable () -> Bool in
            let smuggler = Smuggler(try RandomPrograms.covering(rows: 5, columns: 9, seed: 1))
            try onSolverThread { @Sendable () throws -> Void in
                smuggler.drop()
                #expect(try RandomPrograms.answer(rows: 5, columns: 9, seed: 2).outcome.isOptimal)
            }
            return try RandomPrograms.answer(rows: 5, columns: 9, seed: 3).outcome.isOptimal
        }
        #expect(stillWorks)
    }

    @Test("A problem that outlives its thread is refused everywhere, and freed without harm")
    func outlived() throws {
        let smuggler = try onSolverThread { Smuggler(try RandomPrograms.covering(rows: 5, columns: 9, seed: 1)) }
        for _ in 0..<20 {
            // One of these threads may have the number of the one that is gone.
            let error = try onSolverThread { Self.error { () throws(LinearError) in _ = try smuggler.solve() } }
            #expect(error == .wrongThread || error == .poisoned)
        }
        try onSolverThread { smuggler.drop() }
    }

    // MARK: 2 and 3. An environment a thread

    @Test("Solves at the same time give bit for bit what they give one after the other", arguments: [2, 8])
    func parallel(width: Int) throws {
        let work = (1...24 as ClosedRange<UInt64>).map { seed in
            { @Sendable in try RandomPrograms.answer(rows: 40, columns: 120, seed: seed) }
        }
        let alone = try SolverThread.run(work, width: 1)
        let together = try SolverThread.run(work, width: width)
        #expect(alone == together)
        #expect(alone.allSatisfy { $0.outcome.isOptimal })
    }

    @Test("The same solve on one thread again gives the same bits")
    func repeated() throws {
        try onSolverThread {
            let first = try RandomPrograms.answer(rows: 40, columns: 120, seed: 5)
            #expect(try RandomPrograms.answer(rows: 40, columns: 120, seed: 5) == first)
        }
    }

    @Test("A GLPK that is too old, or that all threads would share, is refused")
    func version() throws {
        try SolverVersion.check(version: "4.65", hasThreadLocalState: true)
        try SolverVersion.check(version: "5.0", hasThreadLocalState: true)
        try SolverVersion.check(version: "10.1.2", hasThreadLocalState: true)
        for old in ["4.64", "3.99", "4.9", "", "five", "5", "4.x"] {
            #expect(throws: LinearError.unsupportedVersion(found: old, oldest: SolverVersion.oldest)) {
                try SolverVersion.check(version: old, hasThreadLocalState: true)
            }
        }
        #expect(throws: LinearError.threadsUnsupported) {
            try SolverVersion.check(version: "5.0", hasThreadLocalState: false)
        }
    }

    // MARK: 4, 5 and 6. GLPK gives up

    /// Builds, then leaves GLPK no memory to go on with.
    private static func starved() throws(LinearError) -> LinearProblem {
        let problem = try RandomPrograms.covering(rows: 3000, columns: 9000, seed: 1)
        SolverMemory.limit(furtherMebibytes: 0)
        return problem
    }

    @Test("Where GLPK gives up, the reason is kept, the problem is lost, and the next one works on the same thread")
    func givesUp() throws {
        try onSolverThread {
            var problem = try Self.starved()
            let failure = Self.error { () throws(LinearError) in _ = try problem.solve(dual: false) }
            guard case .aborted(let routine, let message) = failure else {
                Issue.record("\(failure as Any)")
                return
            }
            #expect(routine == "glp_simplex")
            #expect(message.contains("memory"), "\(message)")
            #expect(Self.error { () throws(LinearError) in _ = try problem.solve(dual: false) } == .poisoned)
            #expect(Self.error { () throws(LinearError) in _ = try problem.columnValues() } == .poisoned)
            #expect(Self.error { () throws(LinearError) in try problem.addRow(.free) } == .poisoned)
            #expect(try RandomPrograms.answer(rows: 5, columns: 9, seed: 3).outcome.isOptimal)
        }
    }

    @Test("An error on one problem poisons every problem of its thread, and of no other")
    func poisonsNeighbours() throws {
        let other = try SolverThread.run(
            (0..<2).map { number in
                { @Sendable () throws -> LinearError? in
                    var neighbour = try RandomPrograms.covering(rows: 5, columns: 9, seed: 2)
                    if number == 0 {
                        var problem = try Self.starved()
                        _ = Self.error { () throws(LinearError) in _ = try problem.solve(dual: true) }
                    }
                    return Self.error { () throws(LinearError) in _ = try neighbour.solve(dual: false) }
                }
            }, width: 2)
        #expect(other == [.poisoned, nil])
    }

    @Test("Giving up while rows are added, or while integers are searched for, is caught too", arguments: 0..<2)
    func givesUpElsewhere(way: Int) throws {
        try onSolverThread {
            var problem = try Self.starved()
            let failure = Self.error { () throws(LinearError) in
                if way == 0 {
                    let terms = SparseVector((0..<9000).map { (index: $0, value: 1) })
                    for _ in 0..<100 { try problem.addRow(.atLeast(1), terms) }
                } else {
                    _ = try problem.solveInteger()
                }
            }
            if case .aborted = failure {} else { Issue.record("\(failure as Any)") }
            #expect(try RandomPrograms.answer(rows: 5, columns: 9, seed: 3).outcome.isOptimal)
        }
    }

    // MARK: 7. What GLPK takes without a word, or dies of

    @Test("A batch with one bad row or column leaves the problem as it was")
    func batches() throws {
        try onSolverThread {
            var problem = try RandomPrograms.covering(rows: 5, columns: 9, seed: 1)
            let good = SparseVector([(0, 1)])
            let rows: [LinearRow] = [
                LinearRow(.atMost(.nan)), LinearRow(.between(3, 2)), LinearRow(.free, SparseVector([(9, 1)])),
                LinearRow(.free, SparseVector([(1, 1), (1, 2)])), LinearRow(.free, named: "é"),
                LinearRow(.free, SparseVector([(1, .infinity)])),
            ]
            for row in rows {
                #expect(throws: LinearError.self) { try problem.addRows([LinearRow(.free, good), row]) }
            }
            let columns: [LinearColumn] = [
                LinearColumn(.atMost(-.infinity), objective: 1), LinearColumn(.free, objective: .nan),
                LinearColumn(.free, objective: 1, SparseVector([(5, 1)])),
                LinearColumn(.free, objective: 1, SparseVector([(0, 1), (0, 1)])),
                LinearColumn(.free, objective: 1, named: "two words"),
                LinearColumn(.atLeast(0.5), objective: 1, kind: .integer),
            ]
            for column in columns {
                #expect(throws: LinearError.self) {
                    try problem.addColumns([LinearColumn(.free, objective: 1, good), column])
                }
            }
            #expect(throws: LinearError.self) { try problem.setRows([(0, .free), (5, .free)]) }
            #expect(throws: LinearError.self) { try problem.setColumns([(0, .equal(0)), (1, .atLeast(.nan))]) }
            #expect(problem.rowCount == 5)
            #expect(problem.columnCount == 9)
            #expect(try problem.view().rowBounds(0) == .atLeast(1))
            #expect(try problem.view().columnBounds(0) == .atLeast(0))
            #expect(try problem.addRows([]) == 5..<5)
            #expect(try problem.addColumns([]) == 9..<9)
            try problem.setRows([])
            try problem.setColumns([])
            #expect(try problem.solve(dual: false).isOptimal)
        }
    }

    @Test("Equal bounds fix a value and give it a dual; bounds no solution fits are told as infeasible")
    func equalBounds() throws {
        try onSolverThread {
            var problem = try LinearProblem()
            try problem.addColumn(.between(2, 2), objective: 3)
            try problem.addColumn(.atLeast(0), objective: 1)
            try problem.addRow(.between(5, 5), SparseVector([(0, 1), (1, 1)]))
            #expect(try problem.solve(dual: false).isOptimal)
            #expect(try problem.columnValues() == [2, 3])
            #expect(try problem.rowDuals() == [1])
            #expect(try problem.columnDuals() == [2, 0])
            #expect(try problem.basis().columns == [.fixed, .basic])
            try problem.setRow(0, .between(1, 1))
            let outcome = try problem.solve(dual: true)
            #expect(outcome.isInfeasible || outcome.dual == .provenNone, "\(outcome)")
        }
    }

    @Test("A problem emptied of its coefficients is refused, in both kinds of solve")
    func emptied() throws {
        try onSolverThread {
            var problem = try RandomPrograms.covering(rows: 5, columns: 9, seed: 1)
            try problem.addRow(.free)
            try problem.deleteRows([0, 1, 2, 3, 4])
            #expect(throws: LinearError.emptyProblem) { try problem.solve(dual: false) }
            #expect(throws: LinearError.emptyProblem) { try problem.solveInteger() }
            try problem.deleteRows([0])
            try problem.deleteColumns(Array(0..<9))
            #expect(throws: LinearError.emptyProblem) { try problem.solveInteger() }
        }
    }

    // MARK: 8. Callbacks (see also IntegerSolveTests)

    @Test("A problem made inside a callback is refused, and the search goes on")
    func insideCallback() throws {
        try onSolverThread {
            var problem = try IntegerSolveTests.knapsack()
            var errors: Set<LinearError> = []
            let outcome = try problem.solveInteger { _ in
                if let error = Self.error({ () throws(LinearError) in _ = try LinearProblem() }) {
                    errors.insert(error)
                }
            }
            #expect(outcome.plan == .optimal)
            #expect(errors == [.insideCallback])
        }
    }

    // MARK: 9. Basis and bound

    @Test("Without presolve and without an optimal basis, the answer says so and holds no plan")
    func noBasis() throws {
        try onSolverThread {
            var problem = try IntegerSolveTests.knapsack()
            var limits = MixedLimits()
            limits.presolve = false
            let outcome = try problem.solveInteger(limits)
            #expect(outcome == MixedOutcome(stop: .noOptimalBasis, plan: .undefined, bound: nil))
            _ = try problem.solve(dual: false)
            try problem.addColumn(.between(0, 1), objective: 1, SparseVector([(0, 1)]))
            #expect(try problem.solveInteger(limits).stop == .noOptimalBasis)
        }
    }

    @Test("The bound is kept when time or nodes run out, and holds", arguments: [false, true])
    func boundIsKept(presolve: Bool) throws {
        try onSolverThread {
            var problem = try RandomPrograms.covering(rows: 15, columns: 40, seed: 4, kind: .binary)
            _ = try problem.solve(dual: false)
            let relaxed = try problem.objective()
            var limits = MixedLimits()
            limits.presolve = presolve
            limits.nodes = 3
            let early = try problem.solveInteger(limits)
            #expect(early.stop == .nodeLimit)
            let bound = try #require(early.bound)
            #expect(bound <= relaxed + 1e-6)
            limits.nodes = .max
            let full = try problem.solveInteger(limits)
            #expect(full.plan == .optimal)
            #expect(bound >= (try #require(full.bound)) - 1e-6)
            #expect(full.bound == (try problem.plannedObjective()))
        }
    }

    // MARK: 10. Codes, values, files

    @Test("A code of GLPK that we do not know is an error with the routine in it")
    func unknownCodes() {
        #expect(throws: LinearError.unknownCode(routine: "glp_simplex", code: 99)) { _ = try SolveStop(code: 99) }
        #expect(throws: LinearError.unknownCode(routine: "glp_get_prim_stat", code: 5)) {
            _ = try SolutionStatus(code: 5)
        }
        #expect(throws: LinearError.unknownCode(routine: "glp_intopt", code: -7)) { _ = try MixedStop(code: -7) }
        #expect(throws: LinearError.unknownCode(routine: "glp_mip_status", code: 3)) { _ = try PlanStatus(code: 3) }
    }

    @Test("Values of a plan are read only where there is one, also after a later change")
    func noPlanNoValues() throws {
        try onSolverThread {
            var problem = try IntegerSolveTests.small()
            #expect(try problem.plannedValues() == nil)
            #expect(try problem.solveInteger().hasPlan)
            try problem.setRow(0, .equal(1))
            #expect(try problem.plannedValues() == nil)
            let outcome = try problem.solveInteger()
            #expect(!outcome.hasPlan)
            #expect(try problem.plannedValues() == nil)
            #expect(try problem.plannedObjective() == nil)
        }
    }

    @Test("Files have decimal points where the thread's language has commas")
    func frenchNumbers() throws {
        try onSolverThread {
            var problem = try LinearProblem()
            try problem.addColumn(.atMost(2.5), objective: 0.125)
            try problem.addRow(.atMost(1234.5), SparseVector([(0, 0.1)]))
            let path = FileManager.default.temporaryDirectory.appendingPathComponent("fr-\(UUID().uuidString)").path
            defer { unlink(path) }
            // Not installed everywhere; then the numbers are at least looked at.
            let french = newlocale(1 << LC_NUMERIC, "fr_FR.UTF-8", nil)
            let former = french.map { uselocale($0) }
            defer {
                if let former { uselocale(former) }
                if let french { freelocale(french) }
            }
            for format in [ModelFormat.freeMPS, .lp] {
                try problem.write(to: path, as: format)
                let text = try String(contentsOfFile: path, encoding: .utf8)
                for number in ["2.5", "0.125", "1234.5", "0.1"] { #expect(text.contains(number), "\(text)") }
                #expect(!text.contains(","))
            }
        }
    }
}
