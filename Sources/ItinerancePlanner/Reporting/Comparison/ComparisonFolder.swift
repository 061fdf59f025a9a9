import FileAccess
import Foundation
import FrenchText
import GeoModel
import PageRendering
import PlanAnalysis
import PlanCheck
import Planning
import PlanningModel

/// What `comparer` writes and says.
package struct ComparisonFolder {
    package let summary: ComparisonFile
    package let page: String
    private let comparison: ScenarioComparison

    package init(_ comparison: ScenarioComparison, _ shelf: TemplateShelf) {
        self.comparison = comparison
        summary = ComparisonFile(comparison)
        page = ComparisonPage(comparison).html(shelf)
    }

    /// - Parameter pdf: the page, where it was printed.
    package func files(pdf: Data?) throws -> [(name: OutputName, data: Data)] {
        let tables = ComparisonTables(comparison)
        return [
            ("comparaison.html", Data(page.utf8)), ("comparaison.csv", Data(tables.plans().utf8)),
            ("comparaison-communes.csv", Data(tables.communes().utf8)),
            ("comparaison-epci.csv", Data(tables.epcis().utf8)),
            ("comparaison.json", try ReadableJSON.data(summary)),
        ] + (pdf.map { [(Self.printed, $0)] } ?? [])
    }

    package static let printed: OutputName = "comparaison.pdf"

    package var lines: [String] { ComparisonScreen(comparison).lines }
}

extension ScenarioComparison {
    /// The plans of some inputs, each with its letter and a name that no other has.
    package init(_ inputs: [ComparedInput], _ plans: [Plan], contours: Contours) {
        let names = inputs.map(\.name)
        self.init(
            inputs.indices.map { index in
                let isTaken = names.count { $0 == names[index] } > 1
                let path = inputs[index].path
                return ComparedPlan(
                    plans[index], PlanCheck(plans[index]), letter: PlanLetter.of(index),
                    label: isTaken ? CoverageWords.sameName(names[index], path) : names[index], file: path)
            }, contours: contours)
    }
}
