import ColumnGeneration
import LinearSolver
import TestSupport
import Testing

/// Rolls of 100 inches; Chvátal, Linear Programming, chapter 13.
private enum Stock {
    static let width = 100
    static let widths = [45, 36, 31, 14]
    static let demands = [97, 610, 395, 211]
    /// Rolls that the relaxation needs.
    static let optimum = 452.25

    static var patterns: [[Int]] {
        func fill(_ index: Int, _ left: Int) -> [[Int]] {
            guard index < widths.count else { return [[]] }
            return (0...left / widths[index]).flatMap { count in
                fill(index + 1, left - count * widths[index]).map { [count] + $0 }
            }
        }
        return fill(0, width)
    }
}

/// Fewest rolls: maximise −Σ x, `pattern · x ≥ demand`.
private struct StockMaster: ColumnMaster, ~Copyable {
    typealias Column = [Int]
    typealias Duals = [Double]

    private var linear: LinearProblem
    private(set) var columns: [[Int]] = []

    private init(_ linear: consuming LinearProblem) { self.linear = linear }

    /// A master with one pattern for each width.
    static func start() throws -> StockMaster {
        var master = StockMaster(try LinearProblem())
        for demand in Stock.demands { try master.linear.addRow(.atLeast(Double(demand))) }
        for (index, width) in Stock.widths.enumerated() {
            var pattern = Array(repeating: 0, count: Stock.widths.count)
            pattern[index] = Stock.width / width
            _ = try master.add([pattern])
        }
        return master
    }

    mutating func solve(shouldStop: () -> Bool) throws -> [Double]? {
        #expect(try linear.solve(dual: false).isOptimal)
        return try linear.rowDuals()
    }

    mutating func add(_ found: [[Int]]) throws -> Int {
        let new = found.filter { !columns.contains($0) }
        for pattern in new {
            columns.append(pattern)
            try linear.addColumn(
                .atLeast(0), objective: -1,
                SparseVector(pattern.enumerated().map { (index: $0.offset, value: Double($0.element)) }))
        }
        return new.count
    }

    mutating func separate() throws -> Int { 0 }

    /// No plan needs more rolls than there are pieces.
    func bound(_ duals: [Double], _ pricing: PricingResult<[Int]>) -> Bound? {
        guard let best = pricing.bestReducedCosts else { return nil }
        let constant = zip(duals, Stock.demands).reduce(0) { $0 + min(0, $1.0) * Double($1.1) }
        return Bound(
            points: constant + Double(Stock.demands.reduce(0, +)) * max(0, best.max() ?? 0))
    }

    var objective: Double { get throws { try linear.objective() } }
}

private struct StockPricing: ColumnPricing {
    func price(_ duals: [Double]) -> PricingResult<[Int]> {
        let priced = Stock.patterns.map { pattern in
            (pattern, zip(pattern, duals).reduce(-1.0) { $0 - Double($1.0) * $1.1 })
        }
        let best = priced.max { $0.1 < $1.1 }!
        return PricingResult(columns: best.1 > 1e-9 ? [best.0] : [], bestReducedCosts: [best.1])
    }
}

@Suite("Column generation, knowing no vans")
struct ColumnGenerationTests {
    @Test("One iteration of the textbook: duals, the best pattern, its reduced cost and a bound")
    func oneIteration() throws {
        try onSolverThread {
            var master = try StockMaster.start()
            let dualsFound = try master.solve(shouldStop: { false })
            let duals = try #require(dualsFound)
            #expect(zip(duals, [-1.0 / 2, -1.0 / 2, -1.0 / 3, -1.0 / 7]).allSatisfy { abs($0 - $1) < 1e-9 })
            let priced = StockPricing().price(duals)
            #expect(priced.columns == [[0, 2, 0, 2]])
            let reduced = try #require(priced.bestReducedCosts)
            #expect(abs(reduced[0] - 2.0 / 7) < 1e-9)
            let bound = master.bound(duals, priced)
            let points = try #require(bound).points
            #expect(points >= -Stock.optimum)
            #expect(try master.add(priced.columns) == 1)
            #expect(try master.add(priced.columns) == 0)
        }
    }

    @Test("Cutting stock reaches the value of its relaxation, and the bound meets it")
    func cuttingStock() throws {
        let (end, bound, objective, columns) = try onSolverThread {
            var master = try StockMaster.start()
            let solved = try ColumnGeneration.run(
                &master, StockPricing(), cutoff: { _ in false }, shouldStop: { false })
            return (solved.end, solved.bound, try master.objective, master.columns.count)
        }
        #expect(end == .converged)
        #expect(abs(objective + Stock.optimum) < 1e-9)
        #expect(abs(try #require(bound).points + Stock.optimum) < 1e-6)
        #expect(columns < Stock.patterns.count)
    }

    @Test("A bound at the cutoff ends the generation, and is handed back")
    func cutoff() throws {
        let (end, bound) = try onSolverThread {
            var master = try StockMaster.start()
            let solved = try ColumnGeneration.run(
                &master, StockPricing(), cutoff: { $0.points < 0 }, shouldStop: { false })
            return (solved.end, solved.bound)
        }
        #expect(end == .cutOff)
        #expect(try #require(bound).points >= -Stock.optimum - 1e-6)
        #expect(try #require(bound).points < 0)
    }

    @Test("A stopped generation has no duals, and no bound where it did nothing", arguments: [0, 1, 2])
    func stopped(iterations: Int) throws {
        let (end, bound, duals) = try onSolverThread {
            var master = try StockMaster.start()
            var left = iterations
            let solved = try ColumnGeneration.run(
                &master, StockPricing(), cutoff: { _ in false },
                shouldStop: {
                    left -= 1
                    return left < 0
                })
            return (solved.end, solved.bound, solved.duals)
        }
        #expect(end == .stopped)
        #expect(duals == nil)
        #expect((bound == nil) == (iterations == 0))
        if let bound { #expect(bound.points >= -Stock.optimum - 1e-6) }
    }
}
