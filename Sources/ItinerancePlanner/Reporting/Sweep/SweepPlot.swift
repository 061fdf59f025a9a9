import Foundation
import FrenchText
import PageRendering
import PlanAnalysis
import ScenarioFiles

/// Value and bound along one axis, a pair of lines for each choice on the others. Points are solved; the lines between them
/// lead the eye, and claim nothing.
package struct SweepPlot: Sendable {
    /// Choices on one drawing; more take another.
    package static let most = 4

    private let axis: SweepAxis
    private let slices: [SweepSlice]
    private let results: SweepResults
    private let first: Int
    private let identifier: String

    /// - Parameter first: place of the first slice among those of the axis: what its letter is.
    package init(_ axis: SweepAxis, _ slices: [SweepSlice], _ results: SweepResults, first: Int, identifier: String) {
        self.axis = axis
        self.slices = slices
        self.results = results
        self.first = first
        self.identifier = identifier
    }

    /// `nil` where fewer than two cells of every line have a plan.
    package func svg() -> String? {
        let drawn = slices.enumerated().filter { $0.element.points.count { $0.range != nil } > 1 }
        guard !drawn.isEmpty else { return nil }
        let places = axis.inOrder
        func x(_ value: Int) -> Double {
            isScaled ? axis.values[value].number ?? 0 : Double(places.firstIndex(of: value) ?? 0)
        }
        func line(_ slice: SweepSlice, _ level: (ComparedPlan) -> Double) -> [(x: Double, y: Double)] {
            slice.points.compactMap { point in results.cells[point.cell].plan.map { (x(point.value), level($0)) } }
        }
        let values = drawn.map { index, slice in
            LinePlot.Series(
                name: SweepPageWords.others(slice, results.grid), letter: PlanLetter.of(first + index),
                points: line(slice) { Double($0.range.least.count) / 1000 })
        }
        // Where every optimum is proven, the bound is the value.
        let bounds = drawn.filter { $0.element.points.contains { $0.range?.isExact == false } }.map { index, slice in
            LinePlot.Series(
                name: SweepPageWords.boundOf(PlanLetter.of(first + index)), letter: "",
                points: line(slice) { Double($0.range.most.count) / 1000 })
        }
        let series = values + bounds
        let levels = series.flatMap { $0.points.map(\.y) }
        let (low, high) = Self.frame(levels.min() ?? 0, levels.max() ?? 1)
        let xs = axis.values.indices.map(x)
        let span = (xs.max() ?? 1) - (xs.min() ?? 0)
        var plot = LinePlot(
            title: SweepPageWords.plotTitle(axis), description: SweepPageWords.plotDescription(axis),
            horizontal: .init(
                label: SweepPageWords.axisLabel(axis), minimum: (xs.min() ?? 0) - 0.04 * span,
                maximum: (xs.max() ?? 1) + 0.04 * span,
                ticks: places.map { (x($0), ReportFigures.comma(axis.values[$0].text)) }),
            vertical: .init(
                label: SweepPageWords.points, minimum: low, maximum: high, ticks: Self.ticks(from: low, to: high)),
            series: series, identifier: identifier)
        plot.marksPoints = true
        return plot.svg()
    }

    /// Whether values stand at their distance: not with `aucun` among them, nor where some would hide others.
    private var isScaled: Bool {
        let numbers = axis.inOrder.compactMap { axis.values[$0].number }
        guard numbers.count == axis.values.count, let first = numbers.first, let last = numbers.last else {
            return false
        }
        return zip(numbers, numbers.dropFirst()).allSatisfy { $1 - $0 >= (last - first) / 16 }
    }

    private static func step(_ length: Double) -> Double {
        let power = pow(10, floor(log10(length)))
        return [0.1, 0.2, 0.5, 1].map { $0 * power }.first { length / $0 <= 6 } ?? power
    }

    /// Round levels around all that is drawn.
    package static func frame(_ low: Double, _ high: Double) -> (low: Double, high: Double) {
        let step = step(max(high - low, abs(high) / 50, 0.01))
        return (
            (low / step).rounded(.down) * step, max((high / step).rounded(.up), (low / step).rounded(.down) + 1) * step
        )
    }

    private static func ticks(from low: Double, to high: Double) -> [(value: Double, text: String)] {
        let step = step(high - low)
        let places = step >= 1 ? 0 : step >= 0.1 ? 1 : 2
        return (0...Int(((high - low) / step).rounded())).map { index in
            let value = low + Double(index) * step
            return (value, ReportFigures.decimal(value, places))
        }
    }
}
