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
            lines += entry.option.notes.map { "    " + $0 }
        }
        lines.append("")
        let label = rows.map(\.label.count).max() ?? 0
        let columns = comparison.entries.indices.map { index in
            max(6, rows.map { ReportFigures.plain($0.figures[index]).count }.max() ?? 0)
        }
        func line(_ head: String, _ cells: [String]) -> String {
            head + String(repeating: " ", count: max(0, label - head.count))
                + zip(cells, columns).map { cell, width in
                    "  " + String(repeating: " ", count: max(0, width - cell.count)) + cell
                }.joined()
        }
        lines.append(line("", comparison.entries.map(\.letter)))
        lines += rows.map { line($0.label, $0.figures.map(ReportFigures.plain)) }
        return lines.map(ReportFigures.plain)
    }
}
