import FrenchText

/// Figures in aligned columns for a terminal: a label, then cells set to the right.
package struct ScreenTable: Sendable {
    package var heads: [String]
    package var rows: [(label: String, cells: [String])]

    package var lines: [String] {
        let rows = rows.map { (label: $0.label, cells: $0.cells.map(ReportFigures.plain)) }
        let label = rows.map(\.label.count).max() ?? 0
        let columns = heads.indices.map { index in max(6, rows.map { $0.cells[index].count }.max() ?? 0) }
        func line(_ head: String, _ cells: [String]) -> String {
            head + String(repeating: " ", count: max(0, label - head.count))
                + zip(cells, columns).map { cell, width in
                    "  " + String(repeating: " ", count: max(0, width - cell.count)) + cell
                }.joined()
        }
        return ([line("", heads)] + rows.map { line($0.label, $0.cells) }).map(ReportFigures.plain)
    }
}
