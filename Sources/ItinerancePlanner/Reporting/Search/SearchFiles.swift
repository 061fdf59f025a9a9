import FileAccess
import Foundation
import FrenchText
import Optimizer
import PageRendering
import ScenarioFiles

/// How a search went: a line for each step forward, and the two lines closing, as a picture.
package struct SearchFiles: Sendable {
    private let trace: SearchTrace
    private var steps: [SolveProgress] { trace.steps }

    package init(_ trace: SearchTrace) { self.trace = trace }

    package var files: [(name: OutputName, data: Data)] {
        [(PlanFolder.search, Data(trace.csv.utf8)), ("recherche.svg", Data(picture.utf8))]
    }

    /// Plan and bound over time.
    package var picture: String {
        let seconds = max(1, steps.last?.seconds ?? 1)
        let shown = steps.drop { $0.value == nil }
        let bounds = Self.stairs(shown.map { ($0.seconds, $0.bound) }, until: seconds)
        let values = Self.stairs(shown.compactMap { step in step.value.map { (step.seconds, $0) } }, until: seconds)
        // The first bounds are far off and would flatten the rest: they run along the upper end.
        let best = max(1, values.last?.y ?? 1)
        let range = best * (1 - Self.shown)...best * (1 + Self.shown)
        return LinePlot(
            title: JournalWords.title,
            description: JournalWords.description(values.last?.y, bounds.last?.y, seconds: seconds),
            horizontal: .init(label: JournalWords.seconds, maximum: seconds, ticks: LinePlot.Axis.ticks(seconds)),
            vertical: .init(
                label: JournalWords.points(Self.shown), minimum: range.lowerBound, maximum: range.upperBound,
                ticks: LinePlot.Axis.ticks(range.upperBound, from: range.lowerBound)),
            series: [
                .init(name: JournalWords.bound, letter: "B", points: bounds),
                .init(name: JournalWords.plan, letter: "P", points: values),
            ], identifier: "journal"
        ).svg()
    }

    private static func stairs(_ points: [(Double, Double)], until end: Double) -> [(x: Double, y: Double)] {
        var found: [(x: Double, y: Double)] = []
        for (x, y) in points {
            if let last = found.last, last.y != y { found.append((x, last.y)) }
            found.append((x, y))
        }
        if let last = found.last { found.append((end, last.y)) }
        return found
    }

    /// Share of the plan's value above and below it that is shown.
    private static let shown = 0.05
}
