import LinearSolver
import TestSupport
import Testing

@Suite("Basis of a linear program")
struct BasisTests {
    /// Whether the next solve has nothing to do.
    private static func isOptimalAtOnce(_ problem: inout LinearProblem) throws -> Bool {
        let before = try problem.iterationCount()
        #expect(try problem.solve(dual: false).isOptimal)
        return try problem.iterationCount() == before
    }

    @Test("A restored basis is the one that was taken, and is optimal at once")
    func restored() throws {
        try onSolverThread {
            var problem = try RandomPrograms.covering(rows: 30, columns: 90, seed: 7)
            #expect(try problem.solve(dual: false).isOptimal)
            let (basis, objective) = (try problem.basis(), try problem.objective())
            #expect(basis.rows.count == 30)
            #expect(basis.columns.count == 90)
            #expect(basis.columns.map { $0 == .basic } == (try problem.columnIsBasic()))
            #expect(basis.rows.map { $0 == .basic } == (try problem.rowIsBasic()))
            try problem.resetBasis()
            #expect(try !Self.isOptimalAtOnce(&problem))
            try problem.restore(basis)
            #expect(try problem.basis() == basis)
            #expect(try Self.isOptimalAtOnce(&problem))
            #expect(abs(try problem.objective() - objective) < 1e-9)
        }
    }

    @Test("A node starts from its parent's basis after columns and rows were added elsewhere in the tree")
    func grown() throws {
        try onSolverThread {
            var problem = try RandomPrograms.covering(rows: 30, columns: 90, seed: 8)
            #expect(try problem.solve(dual: false).isOptimal)
            let parent = try problem.basis()
            try problem.addColumns((0..<5).map { LinearColumn(.atLeast(0), objective: -100, SparseVector([($0, 1)])) })
            try problem.addRow(.atMost(1e6), SparseVector([(0, 1), (93, 2)]))
            try problem.resetBasis()
            try problem.restore(parent)
            let now = try problem.basis()
            #expect(now.rows.last == .basic)
            #expect(Array(now.columns[90...]) == [BasisState](repeating: .atLower, count: 5))
            #expect(try Self.isOptimalAtOnce(&problem))
        }
    }

    @Test("A basis of another problem is refused")
    func foreign() throws {
        try onSolverThread {
            var problem = try RandomPrograms.covering(rows: 30, columns: 90, seed: 8)
            _ = try problem.solve(dual: false)
            var basis = try problem.basis()
            basis.rows[0] = basis.rows[0] == .basic ? .atLower : .basic
            let wrong = basis
            #expect(throws: LinearError.self) { try problem.restore(wrong) }
            #expect(throws: LinearError.indexOutOfRange(where: "basis", index: 30, count: 30)) {
                try problem.restore(Basis(rows: [BasisState](repeating: .basic, count: 31), columns: []))
            }
            // A singular one passes the count; the solve starts afresh.
            let singular = Basis(
                rows: [BasisState](repeating: .atLower, count: 30),
                columns: (0..<90).map { $0 % 3 == 0 ? .basic : .atLower })
            try problem.restore(singular)
            #expect(try problem.solve(dual: false).isOptimal)
        }
    }

    @Test("A state that the bounds no longer allow becomes one they do")
    func changedBounds() throws {
        try onSolverThread {
            var problem = try IntegerSolveTests.knapsack(6)
            _ = try problem.solve(dual: false)
            let basis = try problem.basis()
            #expect(basis.columns.contains(.atUpper))
            let column = try #require(basis.columns.firstIndex(of: .atUpper))
            try problem.setColumn(column, .equal(0))
            try problem.restore(basis)
            #expect(try problem.basis().columns[column] == .fixed)
            #expect(try problem.solve(dual: true).isOptimal)
            #expect(try problem.columnValues()[column] == 0)
        }
    }

    @Test("Many bounds change in one call, and only all together")
    func bulk() throws {
        try onSolverThread {
            var problem = try RandomPrograms.covering(rows: 30, columns: 90, seed: 9)
            #expect(try problem.solve(dual: false).isOptimal)
            let before = try problem.objective()
            try problem.setRows((0..<30).map { ($0, .atLeast(2)) })
            #expect(try problem.solve(dual: true).isOptimal)
            #expect(abs(try problem.objective() - 2 * before) < 1e-6)
            try problem.setColumns((0..<90).map { ($0, .between(0, 100)) })
            #expect(try problem.solve(dual: true).isOptimal)
            #expect(abs(try problem.objective() - 2 * before) < 1e-6)
        }
    }
}
