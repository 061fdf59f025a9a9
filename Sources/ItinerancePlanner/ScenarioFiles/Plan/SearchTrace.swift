import Foundation
import Optimizer

/// How a search went, a line for each step forward: `recherche.csv`.
///
/// A file of its own beside `plan.json`, since its times differ from run to run where the plan does not.
package struct SearchTrace: Sendable {
    package var steps: [SolveProgress]

    package static let columns = ["secondes", "valeur", "borne", "ecart", "colonnes", "noeuds"]

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

    package init(steps: [SolveProgress]) {
        self.steps = steps
    }
}
