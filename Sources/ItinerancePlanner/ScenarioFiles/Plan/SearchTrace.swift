import Optimizer
import TabularData

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
        let rows = steps.map { step -> [CSVText.Cell] in
            [
                .decimal(step.seconds, 3), step.value.map { .decimal($0, 3) } ?? .empty, .decimal(step.bound, 3),
                step.gap.map { .decimal($0, 9) } ?? .empty, .integer(step.columns), .integer(step.nodes),
            ]
        }
        return CSVText(.trace, Self.columns, rows).text
    }

    package init(steps: [SolveProgress]) {
        self.steps = steps
    }
}
