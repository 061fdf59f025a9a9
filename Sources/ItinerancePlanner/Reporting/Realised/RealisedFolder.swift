import FileAccess
import Foundation
import PlanAnalysis
import PlanningModel

/// What `realise` writes.
package struct RealisedFolder {
    package let summary: RealisedSummary
    private let report: RealisedReport

    package init(_ report: RealisedReport, sources: [SourceFile]) {
        self.report = report
        summary = RealisedSummary(report, sources: sources)
    }

    package func files() throws -> [(name: OutputName, data: Data)] {
        let tables = RealisedTables(report: report)
        return [
            ("realise.html", Data(try RealisedPage(report).html().utf8)),
            ("realise.csv", Data(tables.weeks.utf8)), ("realise-communes.csv", Data(tables.communes.utf8)),
            ("durees-apprises.csv", Data(tables.durations.utf8)), ("realise.json", try ReadableJSON.data(summary)),
        ]
    }
}
