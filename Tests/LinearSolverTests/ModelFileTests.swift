import Foundation
import LinearSolver
import TestSupport
import Testing

@Suite("Programs as files")
struct ModelFileTests {
    private static func withFile<T>(_ body: (String) throws -> T) rethrows -> T {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("model-\(UUID().uuidString)").path
        defer { unlink(path) }
        return try body(path)
    }

    private static func text(of path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    /// All that a file must hold of a program, by index.
    private struct Content: Equatable {
        var rows: [Bounds] = []
        var columns: [Bounds] = []
        var integers: [Bool] = []
        var objective: [Double] = []
        var matrix: [[Int: Double]] = []
        var rowNames: [String] = []
        var columnNames: [String] = []

        /// Without rows that hold nothing, which readers drop.
        init(_ problem: borrowing LinearProblem) throws {
            let view = try problem.view()
            for row in 0..<view.rowCount where view.rowBounds(row) != .free {
                rows.append(view.rowBounds(row))
                rowNames.append(view.rowName(row))
                matrix.append(Dictionary(uniqueKeysWithValues: view.row(row).map { ($0.index, $0.value) }))
            }
            for column in 0..<view.columnCount {
                columns.append(view.columnBounds(column))
                columnNames.append(view.columnName(column))
                integers.append(view.isInteger(column))
                objective.append(view.objective(column))
            }
        }
    }

    /// Numbers of many sizes, few of them short in decimal.
    private static func number(_ random: inout TestRandom) -> Double {
        random.chance(0.3)
            ? Double(random.whole(-50...50)) / 8
            : random.real(-1...1) * Foundation.pow(10, Double(random.whole(-9...9)))
    }

    private static func bounds(_ random: inout TestRandom, integer: Bool = false) -> Bounds {
        func end() -> Double { integer ? Double(random.whole(-9...9)) : number(&random) }
        let (a, b) = (end(), end())
        return random.pick([.atLeast(a), .atMost(a), .equal(a), .between(min(a, b), max(a, b) + 1), .free])
    }

    private static func randomProblem(_ seed: UInt64) throws -> LinearProblem {
        var random = TestRandom(seed &* 1_000_003)
        var problem = try LinearProblem()
        let kinds: [ColumnKind] = [.continuous, .integer, .binary]
        try problem.addColumns(
            (0..<12).map { index in
                let kind = random.pick(kinds)
                let ends = kind == .binary ? .free : bounds(&random, integer: kind == .integer)
                return LinearColumn(
                    ends, objective: random.chance(0.2) ? 0 : number(&random), named: "x[v\(index),w2]", kind: kind)
            })
        try problem.addRows(
            (0..<9).map { index in
                let ends = bounds(&random)
                let terms = (0..<12).filter { _ in random.chance(0.4) }.map { ($0, number(&random)) }
                return LinearRow(
                    ends, SparseVector(terms.map { (index: $0.0, value: $0.1) }), named: "opening[r\(index),w2]")
            })
        return problem
    }

    @Test(
        "Free MPS keeps every name and every digit, as GLPK's own reader sees it",
        arguments: 1...20 as ClosedRange<UInt64>)
    func exact(seed: UInt64) throws {
        try onSolverThread {
            try Self.withFile { path in
                let problem = try Self.randomProblem(seed)
                try problem.write(to: path)
                let read = try LinearProblem.read(path)
                let (found, wanted) = (try Content(read), try Content(problem))
                #expect(found.rows.count == wanted.rows.count)
                for (a, b) in zip(found.rows, wanted.rows) { #expect(a == b || Self.isOneBitAway(a, b)) }
                #expect(found.columns == wanted.columns)
                #expect(found.integers == wanted.integers)
                #expect(found.objective == wanted.objective)
                #expect(found.matrix == wanted.matrix)
                #expect(found.rowNames == wanted.rowNames)
                #expect(found.columnNames == wanted.columnNames)
            }
        }
    }

    @Test("CPLEX LP keeps every digit; brackets become parentheses", arguments: 1...20 as ClosedRange<UInt64>)
    func lpKeepsDigits(seed: UInt64) throws {
        try onSolverThread {
            try Self.withFile { path in
                let problem = try Self.randomProblem(seed)
                try problem.write(to: path, as: .lp)
                let (read, wanted) = (
                    try Content(LinearProblem.read(path, as: .lp)), try Content(problem)
                )
                #expect(read.columns == wanted.columns)
                #expect(read.integers == wanted.integers)
                #expect(read.objective == wanted.objective)
                #expect(
                    read.columnNames
                        == wanted.columnNames.map { $0.replacing("[", with: "(").replacing("]", with: ")") })
                var line = 0
                for (row, ends) in wanted.rows.enumerated() {
                    let name = wanted.rowNames[row].replacing("[", with: "(").replacing("]", with: ")")
                    guard case .between(let lower, let upper) = ends else {
                        #expect(read.rows[line] == ends)
                        #expect(read.rowNames[line] == name)
                        #expect(Self.same(read.matrix[line], wanted.matrix[row]))
                        line += 1
                        continue
                    }
                    #expect(Array(read.rows[line...line + 1]) == [.atLeast(lower), .atMost(upper)])
                    #expect(Array(read.rowNames[line...line + 1]) == [name, name + "~"])
                    #expect(Self.same(read.matrix[line], wanted.matrix[row]))
                    #expect(Self.same(read.matrix[line + 1], wanted.matrix[row]))
                    line += 2
                }
                #expect(line == read.rows.count)
            }
        }
    }

    /// What a distance instead of an end may cost.
    private static func isOneBitAway(_ a: Bounds, _ b: Bounds) -> Bool {
        guard case .between(let low, let high) = a, case .between(let lower, let upper) = b else { return false }
        return low == lower && abs(high - upper) <= lower.ulp || high == upper && abs(low - lower) <= upper.ulp
    }

    /// A row without coefficients stands in a file with one of 0.
    private static func same(_ a: [Int: Double], _ b: [Int: Double]) -> Bool { a.filter { $0.value != 0 } == b }

    @Test("A program in both formats, as text")
    func golden() throws {
        let (mps, lp) = try onSolverThread {
            var problem = try LinearProblem()
            try problem.addColumn(.atLeast(0), objective: 3, named: "x[v1,tue]", kind: .integer)
            try problem.addColumn(.atMost(4), objective: -1.5, named: "free")
            try problem.addColumn(.free, objective: 0, kind: .binary)
            try problem.addRow(.between(1, 9), SparseVector([(0, 2), (1, 0.1 + 0.2)]), named: "opening[r01,w2]")
            try problem.addRow(.free, SparseVector([(0, 1)]), named: "watched")
            try problem.addRow(.equal(1e-7))
            return try Self.withFile { path in
                try problem.write(to: path)
                let mps = try Self.text(of: path)
                try problem.write(to: path, as: .lp)
                return (mps, try Self.text(of: path))
            }
        }
        #expect(
            mps == """
                * Minimises the negated objective: the optimum is minus that of the program.
                NAME itinerance
                ROWS
                 N objective
                 G opening[r01,w2]
                 N watched
                 E r3
                COLUMNS
                 M0 'MARKER' 'INTORG'
                 x[v1,tue] objective -3
                 x[v1,tue] opening[r01,w2] 2
                 x[v1,tue] watched 1
                 M1 'MARKER' 'INTEND'
                 free objective 1.5
                 free opening[r01,w2] 0.30000000000000004
                 M2 'MARKER' 'INTORG'
                 c3 objective 0
                 M3 'MARKER' 'INTEND'
                RHS
                 RHS opening[r01,w2] 1
                 RHS r3 1e-07
                RANGES
                 RNG opening[r01,w2] 8
                BOUNDS
                 PL BND x[v1,tue]
                 MI BND free
                 UP BND free 4
                 LO BND c3 0
                 UP BND c3 1
                ENDATA

                """)
        #expect(
            lp == """
                \\ itinerance
                Maximize
                 objective: + 3 x(v1,tue) - 1.5 _free + 0 c3
                Subject To
                 opening(r01,w2): + 2 x(v1,tue) + 0.30000000000000004 _free
                 >= 1
                 opening(r01,w2)~: + 2 x(v1,tue) + 0.30000000000000004 _free
                 <= 9
                 r3: + 0 x(v1,tue)
                 = 1e-07
                Bounds
                 x(v1,tue) >= 0
                 -inf <= _free <= 4
                 0 <= c3 <= 1
                Generals
                 x(v1,tue)
                 c3
                End

                """)
    }

    @Test("Names of 255 bytes come through both formats", arguments: [ModelFormat.freeMPS, .lp])
    func longNames(format: ModelFormat) throws {
        let name = String(repeating: "opening.", count: 31) + "longest"
        #expect(name.utf8.count == 255)
        try onSolverThread {
            try Self.withFile { path in
                var problem = try LinearProblem()
                try problem.addColumn(.between(0, 1), objective: 1, named: name)
                try problem.addRow(.atMost(1), SparseVector([(0, 1)]), named: name)
                try problem.write(to: path, as: format)
                let read = try LinearProblem.read(path, as: format)
                #expect(try read.view().rowName(0) == name)
                #expect(try read.view().columnName(0) == name)
            }
        }
    }

    @Test("Names that an LP reader takes for something else are changed, and stay apart")
    func awkwardNames() throws {
        let names = ["st", "e12", "9a", ".b", "a-b", "a b".replacing(" ", with: "+"), "x[1]", "x(1)", "End", "a_b~2"]
        try onSolverThread {
            try Self.withFile { path in
                var problem = try LinearProblem()
                try problem.addColumns(names.map { LinearColumn(.between(0, 1), objective: 1, named: $0) })
                try problem.addRows(
                    names.indices.map { LinearRow(.atMost(1), SparseVector([($0, 1)]), named: names[$0]) })
                try problem.write(to: path, as: .lp)
                let view = try LinearProblem.read(path, as: .lp)
                let wanted = ["_st", "_e12", "_9a", "_.b", "a_b", "a_b~2", "x(1)", "x(1)~2", "_End", "a_b~2~2"]
                #expect(try Content(view).columnNames == wanted)
                #expect(try Content(view).rowNames == wanted)
                try problem.write(to: path)
                #expect(try Content(LinearProblem.read(path)).columnNames == names)
            }
        }
    }

    @Test("Equal names, and names that free MPS would misread, are refused before the file is touched")
    func refusedNames() throws {
        try onSolverThread {
            try Self.withFile { path in
                var problem = try LinearProblem()
                try problem.addColumn(.free, objective: 1, named: "x")
                try problem.addRow(.free, SparseVector([(0, 1)]), named: "$cost")
                #expect(throws: LinearError.badName("$cost")) { try problem.write(to: path) }
                try problem.addColumn(.free, objective: 1, named: "x")
                #expect(throws: LinearError.duplicateName("x")) { try problem.write(to: path) }
                #expect(throws: LinearError.duplicateName("x")) { try problem.write(to: path, as: .lp) }
                #expect(!FileManager.default.fileExists(atPath: path))
            }
        }
    }

    @Test("A place that cannot be written and a full disk are errors", arguments: [ModelFormat.freeMPS, .lp])
    func unwritable(format: ModelFormat) throws {
        try onSolverThread {
            var problem = try LinearProblem()
            #expect(throws: LinearError.emptyProblem) { try problem.write(to: "/dev/full", as: format) }
            try problem.addColumn(.free, objective: 1)
            try problem.addRow(.atMost(1), SparseVector([(0, 1)]))
            #expect(throws: LinearError.notWritten(path: "/dev/full", code: ENOSPC)) {
                try problem.write(to: "/dev/full", as: format)
            }
            #expect(throws: LinearError.notWritten(path: "/nowhere/model", code: ENOENT)) {
                try problem.write(to: "/nowhere/model", as: format)
            }
            #expect(try problem.solve(dual: false).isOptimal)
        }
    }

    @Test("A file that is not a program is an error, not an end of the process")
    func unreadable() throws {
        try onSolverThread {
            try Self.withFile { path in
                #expect(throws: LinearError.notRead(path: path)) { _ = try LinearProblem.read(path) }
                try Data("ROWS\n X y\n".utf8).write(to: URL(fileURLWithPath: path))
                #expect(throws: LinearError.notRead(path: path)) { _ = try LinearProblem.read(path) }
            }
        }
    }

    /// This thread's own: other tests do not count.
    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @Test(
        "200,000 columns are added and written in seconds",
        .enabled(if: ProcessInfo.processInfo.environment["ITINERANCE_SANITIZED"] == nil))
    func large() throws {
        try onSolverThread {
            try Self.withFile { path in
                var problem = try LinearProblem()
                try problem.addRows((0..<5000).map { LinearRow(.atMost(1), named: "once[\($0)]") })
                let columns = (0..<200_000).map { (column: Int) -> LinearColumn in
                    var terms = SparseVector()
                    for step in 0..<8 { terms.append((column * 31 + step * 613) % 5000, 1) }
                    let objective = Double(column % 977) / 1000
                    return LinearColumn(
                        .atLeast(0), objective: objective, terms, named: "tour[\(column)]", kind: .integer)
                }
                let start = Self.processorSeconds
                try problem.addColumns(columns)
                let added = Self.processorSeconds
                try problem.write(to: path)
                let written = Self.processorSeconds
                #expect(problem.columnCount == 200_000)
                #expect(added - start < 10)
                #expect(written - added < 30)
            }
        }
    }
}
