import FileAccess
import Foundation
import FrenchText
import PageRendering
import PlanAnalysis
import Planning
import TabularData

/// What more change would bring, service by service: as a table and as a picture.
package struct StabilityFiles {
    private let outcomes: [ReplanRun.Outcome]

    package init(_ outcomes: [ReplanRun.Outcome]) { self.outcomes = outcomes.filter { $0.curve != nil } }

    /// Columns `service;poids;valeur;perte;retenu`: points.
    package var files: [(name: OutputName, data: Data)] {
        let steps = outcomes.flatMap(\.steps)
        guard !steps.isEmpty else { return [] }
        let rows = steps.map { step -> [CSVText.Cell] in
            [
                .text(step.service), .integer(step.weight), .decimal(step.value, 3), .decimal(step.loss, 3),
                .text(step.isChosen ? "oui" : "non"),
            ]
        }
        let csv = CSVText(.trace, ["service", "poids", "valeur", "perte", "retenu"], rows).text
        return [("stabilite.csv", Data(csv.utf8)), ("stabilite.svg", Data(picture(steps).utf8))]
    }

    private func picture(_ steps: [StabilityStep]) -> String {
        let widest = Double(max(1, steps.map(\.weight).max() ?? 1))
        let deepest = max(0.1, steps.map(\.loss).max() ?? 0.1)
        return LinePlot(
            title: ReplanWords.curveTitle, description: ReplanWords.curveDescription(steps),
            horizontal: .init(label: ReplanWords.curveWeight, maximum: widest, ticks: LinePlot.Axis.ticks(widest)),
            vertical: .init(label: ReplanWords.curveLoss, maximum: deepest, ticks: LinePlot.Axis.ticks(deepest)),
            series: outcomes.enumerated().map { index, outcome in
                .init(
                    name: outcome.service, letter: PlanLetter.of(index),
                    points: steps.filter { $0.service == outcome.service }.map { (Double($0.weight), $0.loss) })
            }, identifier: "stabilite"
        ).svg()
    }
}
