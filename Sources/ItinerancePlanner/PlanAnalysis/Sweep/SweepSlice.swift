import GeoModel
import LinearSolver
import Optimizer
import ScenarioFiles

/// The cells along one axis, all else fixed: each solved, none between them guessed.
package struct SweepSlice: Sendable {
    package struct Point: Sendable {
        /// Index of the value on the axis, and of the cell among all.
        package var value: Int
        package var cell: Int
        /// Where the best plan lies, by all that the slice proves; `nil` without a plan.
        package var range: ValueRange?

        package init(value: Int, cell: Int, range: ValueRange?) {
            self.value = value
            self.cell = cell
            self.range = range
        }
    }

    /// Index of the axis.
    package var axis: Int
    /// Index of the value on every other axis.
    package var choice: [Int]
    /// In the order of the axis; as they stand in the grid where it has none.
    package var points: [Point]
    /// From each point to the next; none on an axis without an order.
    package var steps: [SweepStep]
    /// Which candidate is the best; `nil` on an axis with an order, or where values do not compare.
    package var ranking: SweepRanking?

    package init(_ axis: Int, _ choice: [Int], in results: SweepResults) {
        self.axis = axis
        self.choice = choice
        let subject = results.grid.axes[axis]
        points = subject.inOrder.compactMap { value in
            var own = choice
            own[axis] = value
            return results.index(own).map { cell in
                Point(value: value, cell: cell, range: results.cells[cell].plan.map { $0.range })
            }
        }
        if let loosening = subject.loosening { Self.tighten(&points, loosening) }
        steps = []
        ranking = nil
        guard subject.isOrdered else {
            ranking = SweepRanking(points, results.cells)
            return
        }
        steps = zip(points, points.dropFirst()).map { SweepStep($0, $1, results.cells, subject.loosening) }
    }

    /// Where one scenario allows all plans of another, its best plan is worth no less than the other's, and the other's no more
    /// than its bound.
    package static func tighten(_ points: inout [Point], _ loosening: SweepAxis.Loosening) {
        let order = loosening == .rising ? Array(points.indices) : points.indices.reversed()
        var least: MilliPoints?
        for index in order {
            guard let range = points[index].range else { continue }
            let own = max(range.least, least ?? range.least)
            points[index].range?.least = own
            least = own
        }
        var most: MilliPoints?
        for index in order.reversed() {
            guard let range = points[index].range else { continue }
            let own = min(range.most, most ?? range.most)
            points[index].range?.most = max(own, range.least)
            most = own
        }
    }
}

/// What one step along an axis brings to the best plan.
package struct SweepStep: Sendable {
    package enum Outcome: Sendable {
        /// More or less value, for certain or not.
        case gain(ValueRange, ValueComparison)
        /// Values are not made alike: only facts compare.
        case notComparable([PairVerdict.Difference])
        /// There was proven to be no plan, and there is one.
        case becomesPossible
        case becomesImpossible
        /// Proven for both.
        case bothImpossible
        /// A plan is missing and nothing is proven of it.
        case unknown
    }

    /// Indices of the cells.
    package var from: Int
    package var to: Int
    package var outcome: Outcome

    package init(
        _ first: SweepSlice.Point, _ second: SweepSlice.Point, _ cells: [SweptCell], _ loosening: SweepAxis.Loosening?
    ) {
        from = first.cell
        to = second.cell
        outcome = Self.outcome(first, second, cells, loosening)
    }

    private static func outcome(
        _ first: SweepSlice.Point, _ second: SweepSlice.Point, _ cells: [SweptCell], _ loosening: SweepAxis.Loosening?
    ) -> Outcome {
        let (own, other) = (cells[first.cell], cells[second.cell])
        guard let before = own.plan, let after = other.plan, let old = first.range, let new = second.range else {
            let impossible: [CellState] = [.infeasible, .refused]
            return switch (impossible.contains(own.state), impossible.contains(other.state)) {
            case (true, true): .bothImpossible
            case (true, false): other.plan == nil ? .unknown : .becomesPossible
            case (false, true): own.plan == nil ? .unknown : .becomesImpossible
            case (false, false): .unknown
            }
        }
        // One scenario has one best plan, wherever it lies.
        if own.fingerprint == other.fingerprint { return .gain(ValueRange(.zero), .equal) }
        let verdict = PairVerdict(before, after)
        guard verdict.differences.isEmpty else { return .notComparable(verdict.differences) }
        var margin = (new - old).widened(by: verdict.rounding)
        // What allows more plans cannot make the best one worse.
        if loosening == .rising { margin = ValueRange(least: max(margin.least, .zero), most: max(margin.most, .zero)) }
        if loosening == .falling { margin = ValueRange(least: min(margin.least, .zero), most: min(margin.most, .zero)) }
        return .gain(margin, ValueComparison(margin: margin))
    }
}

extension ValueComparison {
    /// What a change of value says, by the range in which it lies.
    package init(margin: ValueRange) {
        self =
            if margin.least > .zero { .secondIsBetter } else if margin.most < .zero {
                .firstIsBetter
            } else if margin.isExact { .equal } else { .undecided }
    }
}

/// Candidates beside one another, such as depots: which one is the best, as far as that is proven.
package struct SweepRanking: Sendable {
    /// Points of the slice, the plan of highest value first; then those without a plan.
    package var order: [Int]
    /// Points whose best plan may be the best of all; one alone is the best for certain.
    package var open: [Int]
    /// What the first of the order is worth more than each, in its order; `nil` without a plan.
    package var ahead: [ValueRange?]
    /// Whether the axis changes nothing here, as the depot of a van that is not there.
    package var isOneScenario: Bool

    /// `nil` where values do not compare, or none has a plan.
    package init?(_ points: [SweepSlice.Point], _ cells: [SweptCell]) {
        let planned = points.indices.filter { points[$0].range != nil }
        guard let first = planned.first, let reference = cells[points[first].cell].plan else { return nil }
        var rounding: MilliPoints = .zero
        for index in planned.dropFirst() {
            guard let plan = cells[points[index].cell].plan else { return nil }
            let verdict = PairVerdict(reference, plan)
            guard verdict.differences.isEmpty else { return nil }
            rounding = max(rounding, verdict.rounding)
        }
        func range(_ index: Int) -> ValueRange { points[index].range ?? ValueRange(.zero) }
        let ranked = planned.sorted { (range($1).least, $0) < (range($0).least, $1) }
        order = ranked + points.indices.filter { points[$0].range == nil }
        isOneScenario = Set(points.map { cells[$0.cell].fingerprint }).count == 1
        let best = range(ranked[0])
        // One whose search found nothing and proved nothing may be the best as well.
        let unproven = points.indices.filter { cells[points[$0].cell].state == .noPlan }
        open = ranked.filter { range($0).most + rounding >= best.least } + unproven
        ahead = order.map { index in points[index].range.map { (best - $0).widened(by: rounding) } }
    }
}

extension ComparedPlan {
    /// Where the best plan of its scenario lies.
    package var range: ValueRange { outcomes.reduce(ValueRange(.zero)) { $0 + ValueRange($1.view.plan) } }
}
