import FrenchText
import PlanAnalysis

/// The lines that `couverture` prints: one column for each thing compared.
package struct CoverageScreen: Sendable {
    private let comparison: CoverageComparison

    package init(_ comparison: CoverageComparison) { self.comparison = comparison }

    package var lines: [String] {
        let figures = comparison.entries.map(CoverageFigures.init)
        let rows = CoverageFigures.rows(figures, weight: comparison.weight)
        var lines = ScreenReport.wrapped(CoverageWords.lead(comparison), to: 100)
        if !comparison.withoutFigure.isEmpty {
            lines += ScreenReport.wrapped(CoverageWords.withoutFigure(comparison.withoutFigure), to: 100)
        }
        lines.append("")
        for entry in comparison.entries {
            lines.append("\(entry.letter) : \(entry.option.name)")
            lines += CoverageWords.notes(entry.option.gaps).map { "    " + $0 }
        }
        lines.append("")
        lines +=
            ScreenTable(
                heads: comparison.entries.map(\.letter), rows: rows.map { (label: $0.label, cells: $0.figures) }
            ).lines
        return lines.map(ReportFigures.plain)
    }
}
