import ColumnGeneration
import TeamOrienteering
import TestSupport
import Testing

/// Three sites around the start, which is the end too: A brings 3, B 7, C 5; each alone and A with B are in reach.
private let three = TeamOrienteeringInstance(
    name: "trois", vehicles: 3, limit: 4,
    points: [.init(x: 0, y: 0), .init(x: 1, y: 0), .init(x: 1, y: 1), .init(x: -1.5, y: 0), .init(x: 0, y: 0)],
    scores: [0, 3, 7, 5, 0])

@Suite("Team Orienteering, one iteration")
struct TourMasterTests {
    @Test("Duals, reduced costs and the Lagrangian bound of a master worked out by hand")
    func oneIteration() throws {
        try onSolverThread {
            var master = try TourMaster.root(TourGeometry(three))
            let (a, b, c) = (TourColumn([0], three), TourColumn([1], three), TourColumn([2], three))
            #expect(try master.add([a, b]) == 2)
            #expect(try master.add([a, b]) == 0)
            // max 3a + 7b, each once, three vehicles: the third vehicle is free and C has no price yet.
            let dualsFound = try master.solve(shouldStop: { false })
            let duals = try #require(dualsFound)
            #expect(zip(duals.sites, [3, 7, 0]).allSatisfy { abs($0 - $1) < 1e-9 })
            #expect(abs(duals.vehicle) < 1e-9)
            let value = master.value
            #expect(abs(value - 10) < 1e-9)
            #expect(abs(duals.reducedCost(c) - 5) < 1e-9)
            #expect(abs(duals.reducedCost(TourColumn([0, 1], three))) < 1e-9)
            // 3 + 7 + three vehicles that might each bring 5 more.
            let bound = master.bound(duals, PricingResult(columns: [c], bestReducedCosts: [5]))
            #expect(abs(try #require(bound).points - 25) < 1e-9)
            let none = master.bound(duals, PricingResult(columns: [c], bestReducedCosts: nil))
            #expect(none == nil)
            #expect(try master.add([c]) == 1)
            let afterFound = try master.solve(shouldStop: { false })
            let after = try #require(afterFound)
            let more = master.value
            #expect(abs(more - 15) < 1e-9)
            #expect(abs(after.reducedCost(c)) < 1e-9)
        }
    }

    @Test("A subset-row cut counts pairs of visits, and forgets outside its memory")
    func cutCoefficients() {
        let full = SubsetRowCut(sites: NodeSet([1, 2, 3]), memory: .all(9))
        #expect(full.coefficient([1, 5, 2]) == 1)
        #expect(full.coefficient([1, 2, 3]) == 1)
        #expect(full.coefficient([1, 4, 6]) == 0)
        let limited = SubsetRowCut(sites: NodeSet([1, 2, 3]), memory: NodeSet([4]))
        #expect(limited.coefficient([1, 4, 2]) == 1)
        #expect(limited.coefficient([1, 5, 2]) == 0)
        #expect(limited.coefficient([1, 5, 2, 4, 3]) == 1)
        for tour in [[1, 5, 2], [1, 4, 2, 5, 3], [2, 4, 3, 1, 5]] {
            #expect(limited.coefficient(tour) == limited.coefficient(tour.reversed()))
            #expect(limited.coefficient(tour) <= full.coefficient(tour))
        }
    }

    @Test("Prices of cuts lower the reduced cost by their coefficient")
    func cutPrices() {
        let cut = SubsetRowCut(sites: NodeSet([0, 1, 2]), memory: .all(3))
        let duals = TourDuals(sites: [1, 2, 0], vehicle: 2, cuts: [(cut, 1.5)])
        #expect(abs(duals.reducedCost(TourColumn([0, 1], three)) - (10 - 3 - 2 - 1.5)) < 1e-9)
        #expect(abs(duals.reducedCost(TourColumn([1], three)) - (7 - 2 - 2)) < 1e-9)
        #expect(abs(duals.constant - 4.5) < 1e-9)
    }
}

/// A master of numbers: the column `k` lifts the value to `k`; its only dual is the value.
private struct CountingMaster: ColumnMaster {
    typealias Column = Int
    typealias Duals = Int
    struct NoDuals: Error {}

    var value = 0
    var fails = false

    mutating func solve(shouldStop: () -> Bool) throws -> Int? {
        if fails { throw NoDuals() }
        return value
    }
    mutating func add(_ columns: [Int]) throws -> Int {
        let new = columns.filter { $0 > value }
        value = new.max() ?? value
        return new.count
    }
    mutating func separate() throws -> Int { 0 }
    func bound(_ duals: Int, _ pricing: PricingResult<Int>) -> Bound? {
        pricing.bestReducedCosts.map { Bound(points: Double(duals) + $0[0]) }
    }
}

private struct CountingPricing: ColumnPricing {
    var top: Int
    /// Above this value, pricing is heuristic.
    var exactFrom: Int

    func price(_ duals: Int) -> PricingResult<Int> {
        PricingResult(
            columns: duals < top ? [duals + 1] : [], bestReducedCosts: duals >= exactFrom ? [Double(top - duals)] : nil)
    }
}

@Suite("Column generation, heuristic pricing and failures")
struct GenerationEndTests {
    private static func run(
        _ master: CountingMaster, exactFrom: Int, stopAfter: Int = .max
    ) throws -> (end: GenerationEnd, bound: Bound?, duals: Int?) {
        var master = master
        var left = stopAfter
        return try ColumnGeneration.run(
            &master, CountingPricing(top: 5, exactFrom: exactFrom), cutoff: { _ in false },
            shouldStop: {
                left -= 1
                return left < 0
            })
    }

    @Test("Heuristic pricing alone yields no bound and no convergence")
    func noBound() throws {
        let solved = try Self.run(CountingMaster(), exactFrom: .max)
        #expect(solved.end == .stopped)
        #expect(solved.bound == nil)
    }

    @Test("One exact pricing at the end proves what heuristic pricing reached")
    func exactAtTheEnd() throws {
        let solved = try Self.run(CountingMaster(), exactFrom: 5)
        #expect(solved.end == .converged)
        #expect(solved.bound == Bound(points: 5))
    }

    @Test("A master without duals hands its error on")
    func noDuals() {
        #expect(throws: CountingMaster.NoDuals.self) {
            try Self.run(CountingMaster(fails: true), exactFrom: 0)
        }
    }

    @Test("Out of time: the best bound so far, and no duals")
    func outOfTime() throws {
        let solved = try Self.run(CountingMaster(), exactFrom: 0, stopAfter: 2)
        #expect(solved.end == .stopped)
        #expect(solved.duals == nil)
        #expect(solved.bound == Bound(points: 5))
    }

    @Test("Smoothing looks between the master's duals and the best ones, less after each miss")
    func smoothing() {
        var stabilisation = DualStabilisation<Double>(weight: 0.6)
        func mixed(_ a: Double, _ b: Double, _ weight: Double) -> Double? { (1 - weight) * a + weight * b }
        #expect(!stabilisation.point(1, mixed: mixed).isSmoothed)
        stabilisation.move(to: 0)
        #expect(abs(stabilisation.point(1, mixed: mixed).duals - 0.4) < 1e-12)
        stabilisation.miss()
        #expect(abs(stabilisation.point(1, mixed: mixed).duals - 0.8) < 1e-12)
        stabilisation.miss()
        #expect(stabilisation.point(1, mixed: mixed).duals == 1)
        stabilisation.hit()
        #expect(stabilisation.point(1, mixed: mixed).isSmoothed)
    }
}
