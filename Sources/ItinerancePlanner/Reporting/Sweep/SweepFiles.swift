import FileAccess
import Foundation
import PageRendering
import PlanAnalysis
import ScenarioFiles

/// What `balayer` writes of its results.
package struct SweepFiles {
    package let summary: SweepFile
    private let results: SweepResults

    package init(_ results: SweepResults, scenario: String) {
        self.results = results
        summary = SweepFile(results, scenario: scenario)
    }

    package func files(_ shelf: TemplateShelf) throws -> [(name: OutputName, data: Data)] {
        let contents = [
            Data(SweepTables(results).cells().utf8), try ReadableJSON.data(summary),
            Data(SweepPage(results).html(shelf).utf8),
        ]
        return zip(SweepFolder.results, contents).map { (name: $0, data: $1) }
    }
}
