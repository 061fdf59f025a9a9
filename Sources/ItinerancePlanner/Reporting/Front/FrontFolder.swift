import FileAccess
import Foundation
import PageRendering
import PlanAnalysis

/// What `front` writes besides the plans of its points.
package struct FrontFolder {
    package let summary: FrontFile
    private let report: FrontReport

    package init(_ report: FrontReport) {
        self.report = report
        summary = FrontFile(report)
    }

    package func files(_ shelf: TemplateShelf) throws -> [(name: OutputName, data: Data)] {
        [
            ("front.html", Data(FrontPage(report).html(shelf).utf8)),
            ("front.csv", Data(FrontTables(report).points().utf8)),
            ("front-etapes.csv", Data(FrontTables(report).steps().utf8)),
            ("front.json", try ReadableJSON.data(summary)),
        ]
    }
}
