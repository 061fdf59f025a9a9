import Foundation
import LinearSolver
import TestSupport
import Testing

@Suite("Linear programs")
struct LinearProblemTests {
    /// Wyndor Glass (Hillier and Lieberman): max 3x + 5y; x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18; optimum 36 at (2, 6).
    private static func wyndor() throws(LinearError) -> LinearProblem {
        var problem = try LinearProblem()
        try problem.addColumn(.atLeast(0), objective: 3)
        try problem.addColumn(.atLeast(0), objective: 5)
        try problem.addRow(.atMost(4), SparseVector([(0, 1)]), named: "plant1")
        try problem.addRow(.atMost(12), SparseVector([(1, 2)]), named: "plant2")
        try problem.addRow(.atMost(18), SparseVector([(0, 3), (1, 2)]), named: "plant3")
        return problem
    }

    @Test("A textbook program has its known optimum, values and duals", arguments: [false, true])
    func textbook(dual: Bool) throws {
        let found = try onSolverThread {
            var problem = try Self.wyndor()
            let outcome = try problem.solve(dual: dual)
            return (
                outcome, try problem.objective(), try problem.columnValues(), try problem.rowDuals(),
                try problem.rowValues(), try problem.columnDuals()
            )
        }
        #expect(found.0.isOptimal)
        #expect(abs(found.1 - 36) < 1e-9)
        #expect(zip(found.2, [2, 6]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(zip(found.3, [0, 1.5, 1]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(zip(found.4, [2, 12, 18]).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(found.5.allSatisfy { abs($0) < 1e-9 })
    }

    @Test("Columns, rows and bounds may change between solves, warm from the last basis")
    func changes() throws {
        let values = try onSolverThread {
            var problem = try Self.wyndor()
            func solved(_ problem: inout LinearProblem, dual: Bool) throws -> Double {
                #expect(try problem.solve(dual: dual).isOptimal)
                return try problem.objective()
            }
            var values = [try solved(&problem, dual: false)]
            try problem.addColumn(.atLeast(0), objective: 4, SparseVector([(2, 1)]))
            values.append(try solved(&problem, dual: false))
            try problem.setColumn(2, .equal(0))
            values.append(try solved(&problem, dual: true))
            try problem.setRow(1, .atMost(6))
            values.append(try solved(&problem, dual: true))
            try problem.deleteRows([1, 1])
            #expect(problem.rowCount == 2)
            values.append(try solved(&problem, dual: false))
            try problem.setObjective(1, 0)
            values.append(try solved(&problem, dual: false))
            return values
        }
        #expect(zip(values, [36, 72, 36, 27, 45, 12]).allSatisfy { abs($0 - $1) < 1e-9 }, "\(values)")
    }

    @Test("An infeasible program is told from an unbounded one")
    func noOptimum() throws {
        let outcomes = try onSolverThread {
            var infeasible = try LinearProblem()
            try infeasible.addColumn(.atLeast(0), objective: 1)
            try infeasible.addRow(.atMost(-1), SparseVector([(0, 1)]))
            var unbounded = try LinearProblem()
            try unbounded.addColumn(.atLeast(0), objective: 1)
            try unbounded.addRow(.atLeast(1), SparseVector([(0, 1)]))
            return [try infeasible.solve(dual: false), try unbounded.solve(dual: false)]
        }
        #expect(outcomes[0].isInfeasible)
        #expect(!outcomes[0].isOptimal)
        #expect(!outcomes[1].isInfeasible)
        #expect(!outcomes[1].isOptimal)
        #expect(outcomes[1].primal == .feasible)
        #expect(outcomes[1].dual == .provenNone)
    }

    @Test("An iteration limit stops a solve and is said")
    func iterationLimit() throws {
        let outcome = try onSolverThread {
            var problem = try Self.wyndor()
            return try problem.solve(dual: false, iterationLimit: 0)
        }
        #expect(outcome.stop == .iterationLimit)
        #expect(!outcome.isOptimal)
    }

    /// What a misuse is answered with.
    struct Misuse: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var use: @Sendable (inout LinearProblem) throws(LinearError) -> Void
        var isExpected: @Sendable (LinearError) -> Bool
    }

    private static func notFinite(_ error: LinearError) -> Bool {
        if case .notFinite = error { true } else { false }
    }
    private static func outOfRange(_ error: LinearError) -> Bool {
        if case .indexOutOfRange = error { true } else { false }
    }
    private static func crossed(_ error: LinearError) -> Bool {
        if case .crossedBounds = error { true } else { false }
    }
    private static func badName(_ error: LinearError) -> Bool {
        if case .badName = error { true } else { false }
    }

    private static func row(_ terms: [(Int, Double)]) -> @Sendable (inout LinearProblem) throws(LinearError) -> Void {
        { (problem) throws(LinearError) in
            try problem.addRow(.free, SparseVector(terms.map { (index: $0.0, value: $0.1) }))
        }
    }

    private static func bounds(_ bounds: Bounds) -> @Sendable (inout LinearProblem) throws(LinearError) -> Void {
        { (problem) throws(LinearError) in try problem.setRow(0, bounds) }
    }

    private static func name(_ name: String) -> @Sendable (inout LinearProblem) throws(LinearError) -> Void {
        { (problem) throws(LinearError) in try problem.addRow(.free, named: name) }
    }

    static let misuses: [Misuse] = [
        Misuse(testDescription: "NaN coefficient", use: row([(0, .nan)]), isExpected: notFinite),
        Misuse(testDescription: "infinite coefficient", use: row([(1, .infinity)]), isExpected: notFinite),
        Misuse(testDescription: "NaN bound", use: bounds(.atMost(.nan)), isExpected: notFinite),
        Misuse(testDescription: "infinite bound", use: bounds(.atLeast(-.infinity)), isExpected: notFinite),
        Misuse(testDescription: "half infinite range", use: bounds(.between(0, .infinity)), isExpected: notFinite),
        Misuse(testDescription: "crossed bounds", use: bounds(.between(2, 1)), isExpected: crossed),
        Misuse(
            testDescription: "duplicate index", use: row([(1, 1), (0, 1), (1, 2)]),
            isExpected: { if case .duplicateIndex(_, let index) = $0 { index == 1 } else { false } }),
        Misuse(testDescription: "column that does not exist", use: row([(2, 1)]), isExpected: outOfRange),
        Misuse(testDescription: "negative column", use: row([(-1, 1)]), isExpected: outOfRange),
        Misuse(testDescription: "name with a space", use: name("two words"), isExpected: badName),
        Misuse(
            testDescription: "name of 300 characters", use: name(String(repeating: "a", count: 300)),
            isExpected: badName),
        Misuse(testDescription: "name with an accent", use: name("équipe"), isExpected: badName),
        Misuse(
            testDescription: "NaN objective",
            use: { (problem) throws(LinearError) in try problem.setObjective(0, .nan) }, isExpected: notFinite),
        Misuse(
            testDescription: "infinite objective of a new column",
            use: { (problem) throws(LinearError) in try problem.addColumn(.free, objective: .infinity) },
            isExpected: notFinite),
        Misuse(
            testDescription: "row out of range",
            use: { (problem) throws(LinearError) in try problem.setRow(3, .free) }, isExpected: outOfRange),
        Misuse(
            testDescription: "column out of range",
            use: { (problem) throws(LinearError) in try problem.setColumn(-1, .free) }, isExpected: outOfRange),
        Misuse(
            testDescription: "deletion out of range",
            use: { (problem) throws(LinearError) in try problem.deleteRows([0, 3]) }, isExpected: outOfRange),
    ]

    @Test("A bad input is refused before GLPK sees it, and the problem goes on working", arguments: misuses)
    func refused(misuse: Misuse) throws {
        let (error, value) = try onSolverThread { () -> (LinearError?, Double) in
            var problem = try Self.wyndor()
            var caught: LinearError?
            do throws(LinearError) { try misuse.use(&problem) } catch { caught = error }
            #expect(try problem.solve(dual: false).isOptimal)
            return (caught, try problem.objective())
        }
        #expect(error.map(misuse.isExpected) == true, "\(error as Any)")
        #expect(abs(value - 36) < 1e-9)
    }

    @Test("A problem without rows, columns or coefficients is refused")
    func empty() throws {
        try onSolverThread {
            var problem = try LinearProblem()
            #expect(throws: LinearError.emptyProblem) { _ = try problem.solve(dual: false) }
            try problem.addRow(.free)
            #expect(throws: LinearError.emptyProblem) { _ = try problem.solve(dual: false) }
            try problem.addColumn(.between(0, 1), objective: 1)
            #expect(throws: LinearError.emptyProblem) { _ = try problem.solve(dual: true) }
        }
    }

    /// Carries a problem to another thread, which its type forbids.
    private final class Smuggler: @unchecked Sendable {
        var problem: LinearProblem
        init(_ problem: consuming LinearProblem) { self.problem = problem }
    }

    @Test("A problem used on another thread answers wrongThread and does not abort")
    func wrongThread() throws {
        let error = try onSolverThread { @Sendable () -> LinearError? in
            let smuggler = Smuggler(try Self.wyndor())
            let caught = try SolverThread.run(
                [
                    { @Sendable () -> LinearError? in
                        do throws(LinearError) {
                            _ = try smuggler.problem.solve(dual: false)
                            return nil
                        } catch { return error }
                    }
                ], width: 1)[0]
            #expect(try smuggler.problem.solve(dual: false).isOptimal)
            return caught
        }
        #expect(error == .wrongThread)
    }
}

@Suite("Solver threads")
struct SolverThreadTests {
    private struct Trouble: Error, Equatable { var number: Int }

    @Test("Results come in the order of the work, whatever ends first", arguments: [1, 2, 5])
    func order(width: Int) throws {
        let results = try SolverThread.run(
            (0..<6).map { number in
                { @Sendable in
                    usleep(UInt32((6 - number) * 3000))
                    return number
                }
            }, width: width)
        #expect(results == Array(0..<6))
    }

    @Test("An error of one piece of work reaches the caller; the first in order wins")
    func errors() {
        #expect(throws: Trouble(number: 1)) {
            _ = try SolverThread.run(
                (0..<4).map { number in
                    { @Sendable () throws -> Int in
                        if number % 2 == 1 { throw Trouble(number: number) }
                        return number
                    }
                }, width: 2)
        }
    }

    @Test("Eight threads solve at the same time without disturbing each other")
    func parallel() throws {
        let values = try SolverThread.run(
            (1...40).map { limit in
                { @Sendable in
                    var problem = try LinearProblem()
                    try problem.addColumn(.atLeast(0), objective: 2)
                    try problem.addRow(.atMost(Double(limit)), SparseVector([(0, 1)]))
                    _ = try problem.solve(dual: false)
                    return try problem.objective()
                }
            }, width: 8)
        #expect(values == (1...40).map { Double(2 * $0) })
    }
}
