/// A proven upper bound, in units of the objective.
package struct Bound: Hashable, Comparable, Sendable {
    package var points: Double

    @inlinable
    package init(points: Double) { self.points = points }

    @inlinable
    package static func < (a: Self, b: Self) -> Bool { a.points < b.points }
}

/// The restricted master: columns found so far, and the rows that tie them together.
package protocol ColumnMaster: ~Copyable {
    associatedtype Column
    associatedtype Duals

    /// Solves the linear relaxation over the columns and rows at hand; `nil` where `shouldStop` came first.
    mutating func solve(shouldStop: () -> Bool) throws -> Duals?
    /// Adds columns that are not there yet; returns how many.
    mutating func add(_ columns: [Column]) throws -> Int
    /// Adds violated rows; returns how many.
    mutating func separate() throws -> Int
    /// A bound valid for all columns, from any duals, given the best reduced costs that exact pricing found.
    func bound(_ duals: Duals, _ pricing: PricingResult<Column>) -> Bound?
    /// Whether a column has a positive reduced cost at these duals.
    func improves(_ column: Column, _ duals: Duals) -> Bool
    /// The duals `(1 − weight) · duals + weight · other`, where both belong to the same rows.
    func mixed(_ duals: Duals, _ other: Duals, weight: Double) -> Duals?
}

// A master that is not stabilised.
extension ColumnMaster where Self: ~Copyable {
    package func improves(_ column: Column, _ duals: Duals) -> Bool { true }
    package func mixed(_ duals: Duals, _ other: Duals, weight: Double) -> Duals? { nil }
}

/// What pricing found. Heuristic pricing leaves `bestReducedCosts` nil, and then yields no bound.
package struct PricingResult<Column> {
    package var columns: [Column]
    /// The highest reduced cost over all columns of each kind, where pricing was exact.
    package var bestReducedCosts: [Double]?

    @inlinable
    package init(columns: [Column], bestReducedCosts: [Double]?) {
        self.columns = columns
        self.bestReducedCosts = bestReducedCosts
    }

    /// Whether pricing was exact and no column improves the master by more than rounding.
    @inlinable
    package var isConverged: Bool { bestReducedCosts.map { $0.allSatisfy { $0 <= Tolerance.convergence } } ?? false }
}

/// Finds columns of positive reduced cost `c − Aᵀπ`.
package protocol ColumnPricing {
    associatedtype Column
    associatedtype Duals

    func price(_ duals: Duals) -> PricingResult<Column>
}

/// How one round of column generation ended.
package enum GenerationEnd: Hashable, Sendable {
    /// No column and no row improves the master: the bound is the relaxation's value.
    case converged
    /// The bound fell to the cutoff: nothing better than the incumbent is left here.
    case cutOff
    /// Out of time, or pricing gave up: it found no column and proved no bound.
    case stopped
}

/// Column and row generation: the loop, knowing neither GLPK nor what a column stands for.
package enum ColumnGeneration {
    /// Solves, prices, adds and separates until nothing is violated.
    ///
    /// - Parameter smoothing: how far pricing looks from the master's duals to those of the best bound, from 0 to 1.
    /// - Parameter onBest: called with each bound that is better than those before, and its duals.
    /// - Returns: the last duals and the best bound proven on the way.
    @inlinable
    package static func run<Master: ColumnMaster & ~Copyable, Pricing: ColumnPricing>(
        _ master: inout Master, _ pricing: Pricing, smoothing: Double = 0,
        onBest: (Bound, Master.Duals) -> Void = { _, _ in }, cutoff: (Bound) -> Bool, shouldStop: () -> Bool
    ) throws -> (end: GenerationEnd, bound: Bound?, duals: Master.Duals?)
    where Pricing.Column == Master.Column, Pricing.Duals == Master.Duals {
        var best: Bound?
        var stabilisation = DualStabilisation<Master.Duals>(weight: smoothing)
        while true {
            if shouldStop() { return (.stopped, best, nil) }
            guard let duals = try master.solve(shouldStop: shouldStop) else { return (.stopped, best, nil) }
            // Rows first: each solve then starts from a basis that is feasible on one side, dual or primal.
            if try master.separate() > 0 { continue }
            var found = 0
            repeat {
                let point = stabilisation.point(duals) { master.mixed($0, $1, weight: $2) }
                let priced = pricing.price(point.duals)
                let bound = master.bound(point.duals, priced)
                if let bound, best.map({ bound < $0 }) ?? true {
                    best = bound
                    stabilisation.move(to: point.duals)
                    onBest(bound, point.duals)
                }
                if let best, cutoff(best) { return (.cutOff, best, duals) }
                let isUseful = !point.isSmoothed || priced.columns.contains { master.improves($0, duals) }
                found = try master.add(priced.columns)
                if isUseful, found > 0 { stabilisation.hit() } else { stabilisation.miss() }
                if found == 0, !point.isSmoothed { return (priced.isConverged ? .converged : .stopped, best, duals) }
                if shouldStop() { return (.stopped, best, nil) }
            } while found == 0
        }
    }
}
