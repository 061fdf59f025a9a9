import FileAccess
import Foundation
import PageRendering
import PlanAnalysis

/// What `robustesse` writes.
package struct RobustnessFolder {
    package let summary: RobustnessFile
    private let report: RobustnessReport

    package init(_ report: RobustnessReport) {
        self.report = report
        summary = RobustnessFile(report)
    }

    package func files(_ shelf: TemplateShelf) throws -> [(name: OutputName, data: Data)] {
        [
            ("robustesse.html", Data(RobustnessPage(report).html(shelf).utf8)),
            ("robustesse.csv", Data(RobustnessTable(report).text.utf8)),
            ("robustesse.json", try ReadableJSON.data(summary)),
        ]
    }
}
