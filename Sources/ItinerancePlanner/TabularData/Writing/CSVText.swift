/// The text of a file of separated values: the one place where cells become rows.
package struct CSVText: Sendable {
    package enum Cell: Hashable, Sendable {
        /// Quoted where it has to be, and guarded in dialects that spreadsheets open.
        case text(String)
        /// Written already, as a number that a sign may begin: as it is.
        case figure(String)
        /// A number with so many decimals.
        case decimal(Double, Int)
        case empty

        package static func integer(_ number: Int) -> Cell { .figure(String(number)) }
    }

    package let dialect: CSVDialect
    package private(set) var text: String

    package init(_ dialect: CSVDialect) {
        self.dialect = dialect
        text = dialect.hasByteOrderMark ? "\u{FEFF}" : ""
    }

    /// A whole table.
    package init(_ dialect: CSVDialect, _ columns: [String], _ rows: [[Cell]]) {
        self.init(dialect)
        add(columns)
        for row in rows { add(row) }
    }

    /// A whole table of texts.
    package init(_ dialect: CSVDialect, _ columns: [String], _ rows: [[String]]) {
        self.init(dialect, columns, rows.map { $0.map(Cell.text) })
    }

    package mutating func add(_ cells: [Cell]) {
        text += cells.map(written).joined(separator: dialect.separator) + dialect.lineEnd
    }

    package mutating func add(_ texts: [String]) { add(texts.map(Cell.text)) }

    /// A line of explanation, which readers of tables pass over.
    package mutating func add(comment: String) { text += "# " + comment + dialect.lineEnd }

    private func written(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): quoted(dialect.guardsFormulas ? Self.guarded(text) : text)
        case .figure(let figure): figure
        case .decimal(let number, let places):
            DataNumber.printed(number, places).replacing(".", with: dialect.decimalMark)
        case .empty: ""
        }
    }

    private func quoted(_ text: String) -> String {
        let needsQuotes =
            text.unicodeScalars.contains { $0 == "\"" || $0 == "\n" || $0 == "\r" } || text.contains(dialect.separator)
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    private static func guarded(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        return isFormula ? "'" + text : text
    }
}
