import Foundation
import LinearSolver
import TestSupport
import Testing

@Suite("Programs with integers")
struct IntegerSolveTests {
    /// A knapsack with many near-equal items: a tree of many nodes. Continuous optimum above the best plan.
    static func knapsack(_ count: Int = 30) throws(LinearError) -> LinearProblem {
        var problem = try LinearProblem()
        try problem.addRow(.atMost(Double(count * 25 + 1)), named: "room")
        try problem.addColumns(
            (0..<count).map { item in
                let weight = Double(40 + (item * 17) % 31)
                return LinearColumn(
                    .between(0, 1), objective: weight + Double((item * 7) % 5), SparseVector([(0, weight)]),
                    named: "take[\(item)]", kind: .binary)
            })
        return problem
    }

    /// max 5x + 4y; 6x + 4y ≤ 24; x + 2y ≤ 6; integers: 20 at (4, 0), where the relaxation has 21 at (3, 1.5).
    static func small() throws(LinearError) -> LinearProblem {
        var problem = try LinearProblem()
        try problem.addColumn(.atLeast(0), objective: 5, named: "x", kind: .integer)
        try problem.addColumn(.atLeast(0), objective: 4, named: "y", kind: .integer)
        try problem.addRow(.atMost(24), SparseVector([(0, 6), (1, 4)]))
        try problem.addRow(.atMost(6), SparseVector([(0, 1), (1, 2)]))
        return problem
    }

    static let ways: [(presolve: Bool, cuts: Cuts)] = [
        (true, []), (false, []), (true, [.gomory, .mixedRounding, .cover, .clique]), (false, [.gomory, .cover]),
    ]

    @Test("A textbook program has its known integer optimum", arguments: 0..<ways.count)
    func textbook(way: Int) throws {
        try onSolverThread {
            var problem = try Self.small()
            var limits = MixedLimits()
            (limits.presolve, limits.cuts) = Self.ways[way]
            let relaxed = try problem.solve(dual: false)
            #expect(relaxed.isOptimal)
            #expect(abs(try problem.objective() - 21) < 1e-9)
            #expect(try problem.plannedObjective() == nil)
            #expect(try problem.plannedValues() == nil)
            let outcome = try problem.solveInteger(limits)
            #expect(outcome == MixedOutcome(stop: .finished, plan: .optimal, bound: 20))
            #expect(try problem.plannedObjective() == 20)
            #expect(try problem.plannedValues() == [4, 0])
        }
    }

    @Test("An infeasible, an unbounded and an integrally infeasible program are told apart")
    func noPlan() throws {
        try onSolverThread {
            func outcome(_ bounds: Bounds, _ row: Bounds, _ factor: Double) throws -> MixedOutcome {
                var problem = try LinearProblem()
                try problem.addColumn(bounds, objective: 1, kind: .integer)
                try problem.addRow(row, SparseVector([(0, factor)]))
                return try problem.solveInteger()
            }
            let infeasible = try outcome(.atLeast(0), .atMost(-1), 1)
            #expect(!infeasible.hasPlan)
            #expect([.relaxationInfeasible, .finished].contains(infeasible.stop))
            #expect(infeasible.bound == nil)
            let unbounded = try outcome(.atLeast(0), .atLeast(1), 1)
            #expect(unbounded.stop == .relaxationUnbounded)
            #expect(!unbounded.hasPlan)
            let betweenIntegers = try outcome(.between(0, 5), .equal(3), 2)
            #expect(!betweenIntegers.hasPlan)
        }
    }

    @Test("Binary columns are cut to 0 and 1; bounds of integers must be whole")
    func kinds() throws {
        try onSolverThread {
            var problem = try Self.small()
            let column = try problem.addColumn(.free, objective: 1, named: "b", kind: .binary)
            #expect(try problem.view().columnBounds(column) == .between(0, 1))
            #expect(throws: LinearError.fractionalBound(where: "z", value: 0.5)) {
                try problem.addColumn(.atLeast(0.5), objective: 1, named: "z", kind: .integer)
            }
            #expect(throws: LinearError.fractionalBound(where: "column", value: 1.5)) {
                try problem.setColumn(0, .atMost(1.5))
            }
            #expect(throws: LinearError.crossedBounds(where: "z", lower: 2, upper: 1)) {
                try problem.addColumn(.atLeast(2), objective: 1, named: "z", kind: .binary)
            }
            #expect(problem.columnCount == 3)
            #expect(try problem.solveInteger().plan == .optimal)
        }
    }

    @Test(
        "Every better plan reaches the closure, with its values where GLPK did not presolve", arguments: [false, true])
    func incumbents(presolve: Bool) throws {
        try onSolverThread {
            var problem = try Self.knapsack()
            _ = try problem.solve(dual: false)
            var limits = MixedLimits()
            limits.presolve = presolve
            var seen: [Incumbent] = []
            let outcome = try problem.solveInteger(limits) { seen.append($0) }
            #expect(outcome.plan == .optimal)
            #expect(!seen.isEmpty)
            #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.objective < $1.objective })
            #expect(abs((seen.last?.objective ?? 0) - (try #require(try problem.plannedObjective()))) < 1e-6)
            for plan in seen {
                #expect((plan.values == nil) == presolve)
                if let bound = plan.bound { #expect(bound >= (try problem.plannedObjective() ?? 0) - 1e-6) }
                guard let values = plan.values else { continue }
                #expect(values.count == problem.columnCount)
                let view = try problem.view()
                let sum = values.indices.reduce(0) { $0 + values[$1] * view.objective($1) }
                #expect(abs(sum - plan.objective) < 1e-6)
            }
        }
    }

    private struct Trouble: Error, Equatable {}

    @Test("An error of the closure ends the search and comes out of it; the problem goes on working")
    func rethrown() throws {
        try onSolverThread {
            var problem = try Self.knapsack()
            var calls = 0
            #expect(throws: Trouble()) {
                try problem.solveInteger { _ in
                    calls += 1
                    throw Trouble()
                }
            }
            #expect(calls == 1)
            #expect(try problem.solveInteger().plan == .optimal)
        }
    }

    @Test("A stop that is asked for is said, and plan and bound are kept", arguments: [false, true])
    func stopped(presolve: Bool) throws {
        try onSolverThread {
            var problem = try Self.knapsack()
            _ = try problem.solve(dual: false)
            let relaxed = try problem.objective()
            var limits = MixedLimits()
            limits.presolve = presolve
            var hasPlan = false
            let outcome = try problem.solveInteger(
                limits, shouldStop: { hasPlan }, onIncumbent: { _ in hasPlan = true })
            #expect(outcome.stop == .stopped)
            #expect(outcome.plan == .feasible)
            let bound = try #require(outcome.bound)
            let plan = try #require(try problem.plannedObjective())
            #expect(bound >= plan)
            #expect(bound <= relaxed + 1e-6)
            // What the search finds when it may go on is within the bound.
            _ = try problem.solveInteger()
            #expect(bound >= (try #require(try problem.plannedObjective())) - 1e-6)
        }
    }

    @Test("A stop before the first plan leaves no plan and no values, but the bound of the relaxation")
    func stoppedAtOnce() throws {
        try onSolverThread {
            var problem = try Self.knapsack()
            _ = try problem.solve(dual: false)
            let relaxed = try problem.objective()
            var limits = MixedLimits()
            limits.presolve = false
            let outcome = try problem.solveInteger(limits, shouldStop: { true })
            #expect(outcome.stop == .stopped)
            #expect(outcome.plan == .undefined)
            #expect(abs((outcome.bound ?? 0) - relaxed) < 1e-6)
            #expect(try problem.plannedValues() == nil)
        }
    }

    @Test("A limit of nodes and a gap are said")
    func limits() throws {
        try onSolverThread {
            var problem = try Self.knapsack()
            var limits = MixedLimits()
            limits.nodes = 1
            let early = try problem.solveInteger(limits)
            #expect(early.stop == .nodeLimit)
            #expect(early.plan != .optimal)
            limits = MixedLimits()
            limits.relativeGap = 0.5
            let rough = try problem.solveInteger(limits)
            #expect(rough.hasPlan)
            #expect([.gapReached, .finished].contains(rough.stop))
            limits.relativeGap = .nan
            #expect(throws: LinearError.notFinite(where: "relative gap")) { try problem.solveInteger(limits) }
        }
    }

    @Test("Time limits that are huge, zero or negative are clamped", arguments: [Int.min, -1, 0, 1, 1 << 40, Int.max])
    func timeLimits(milliseconds: Int) throws {
        try onSolverThread {
            var problem = try Self.small()
            var limits = MixedLimits()
            limits.milliseconds = milliseconds
            let outcome = try problem.solveInteger(limits)
            #expect([.finished, .timeLimit].contains(outcome.stop))
            let relaxed = try problem.solve(dual: false, milliseconds: milliseconds)
            #expect([.finished, .timeLimit].contains(relaxed.stop))
        }
    }
}
