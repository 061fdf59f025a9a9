/// A table as separated values, for a French spreadsheet or for a program.
package struct TableCSV: Sendable {
    private let table: DataTable
    private let dialect: CSVDialect

    package init(_ table: DataTable, _ dialect: CSVDialect) {
        self.table = table
        self.dialect = dialect
    }

    package var text: String {
        CSVText(
            dialect, table.columns.map(\.name),
            table.rows.map { row in zip(table.columns, row).map { cell($1, $0.kind) } }
        ).text
    }

    private func cell(_ value: DataValue, _ kind: DataKind) -> CSVText.Cell {
        switch value {
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .decimal(let number): .figure(DataNumber.fixed(number, kind).replacing(".", with: dialect.decimalMark))
        case .date(let date): .figure(date.iso)
        case .time(let time): .figure(DataClock.text(time))
        case .empty: .empty
        }
    }
}
