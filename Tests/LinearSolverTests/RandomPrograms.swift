import LinearSolver
import TestSupport

/// Random covering programs: min cost of columns that cover every row, so feasible and bounded.
enum RandomPrograms {
    static func covering(
        rows: Int, columns: Int, seed: UInt64, kind: ColumnKind = .continuous
    ) throws(LinearError) -> LinearProblem {
        var random = TestRandom(seed &* 1_000_003)
        var problem = try LinearProblem()
        try problem.addRows((0..<rows).map { LinearRow(.atLeast(1), named: "cover[\($0)]") })
        var batch: [LinearColumn] = []
        for column in 0..<columns {
            var terms = SparseVector()
            var row = column % rows
            // Distinct rows: each step goes on by less than a third of them, three times at most.
            for _ in 0..<3 {
                terms.append(row % rows, random.real(0.5...2))
                row += random.whole(1...max(1, rows / 3 - 1))
            }
            let objective = -random.real(1...10)
            batch.append(
                LinearColumn(
                    kind == .continuous ? .atLeast(0) : .free, objective: objective, terms, named: "set[\(column)]",
                    kind: kind))
        }
        try problem.addColumns(batch)
        return problem
    }

    /// Everything a solve says, to be compared bit by bit.
    struct Answer: Equatable, Sendable {
        var outcome: Outcome
        var numbers: [UInt64]
    }

    static func answer(rows: Int, columns: Int, seed: UInt64) throws -> Answer {
        var problem = try covering(rows: rows, columns: columns, seed: seed)
        let outcome = try problem.solve(dual: false)
        let numbers =
            try [problem.objective()] + problem.columnValues() + problem.rowDuals() + problem.columnDuals()
        return Answer(outcome: outcome, numbers: numbers.map(\.bitPattern))
    }
}
