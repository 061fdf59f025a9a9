import Foundation
import Optimizer

/// How a search went: a line for each step forward, as CSV, and the two lines closing, as a picture.
///
/// A file of its own beside `plan.json`, since its times differ from run to run where the plan does not.
package struct SearchTrace: Sendable {
    package var steps: [SolveProgress]

    package static let fileName = "recherche.csv"
    package static let columns = ["secondes", "valeur", "borne", "ecart", "colonnes", "noeuds"]

    package var files: [(name: String, data: Data)] {
        [(Self.fileName, Data(csv.utf8)), ("recherche.svg", Data(picture.utf8))]
    }

    /// Whether it tells of this plan: a plan changed since has another value.
    ///
    /// - Parameter value: of the plan, points.
    package func tells(of value: Double) -> Bool {
        guard let found = steps.last?.value else { return false }
        return abs(found - value) < 0.001
    }

    /// Columns `secondes;valeur;borne;ecart;colonnes;noeuds`; a value or a gap is empty before the first plan. Points,
    /// and the gap as a fraction.
    package var csv: String {
        let rows = steps.map { step in
            [
                String(format: "%.3f", step.seconds), step.value.map { String(format: "%.3f", $0) } ?? "",
                String(format: "%.3f", step.bound), step.gap.map { String(format: "%.9f", $0) } ?? "",
                String(step.columns), String(step.nodes),
            ].joined(separator: ";")
        }
        return ([Self.columns.joined(separator: ";")] + rows).joined(separator: "\n") + "\n"
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
