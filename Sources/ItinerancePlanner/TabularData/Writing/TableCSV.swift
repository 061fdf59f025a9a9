import Foundation

/// A table as comma-separated values, for a French spreadsheet or for a program.
package struct TableCSV: Sendable {
    package enum Dialect: Sendable {
        /// Semicolons, decimal comma, byte-order mark: Excel opens it with a double click.
        case excel
        /// Commas, decimal point, no mark. Source: RFC 4180.
        case program

        fileprivate var separator: String { self == .excel ? ";" : "," }
        fileprivate var decimalMark: String { self == .excel ? "," : "." }
    }

    private let table: DataTable
    private let dialect: Dialect

    package init(_ table: DataTable, _ dialect: Dialect) {
        self.table = table
        self.dialect = dialect
    }

    package var text: String {
        let header = table.columns.map(\.name)
        let rows = table.rows.map { row in zip(table.columns, row).map { cell($1, $0.kind) } }
        return (dialect == .excel ? "\u{FEFF}" : "")
            + ([header] + rows).map { $0.joined(separator: dialect.separator) + "\r\n" }.joined()
    }

    private func cell(_ value: DataValue, _ kind: DataKind) -> String {
        switch value {
        case .text(let text): CSVCell.guarded(text, separator: dialect.separator)
        case .integer(let number): String(number)
        case .decimal(let number):
            DataNumber.fixed(number, kind).replacing(".", with: dialect.decimalMark)
        case .date(let date): date.iso
        case .time(let time): DataClock.text(time)
        case .empty: ""
        }
    }
}

/// Numbers as files write them.
package enum DataNumber {
    package static func places(_ kind: DataKind) -> Int { if case .decimal(let places) = kind { places } else { 0 } }

    /// `-0.5` with the decimals of its column; never `-0.0`.
    package static func fixed(_ number: Double, _ kind: DataKind) -> String {
        let text = String(format: "%.\(places(kind))f", number)
        return text.hasPrefix("-") && !text.contains(where: { $0 != "0" && $0 != "." && $0 != "-" })
            ? String(text.dropFirst()) : text
    }

    /// The number that the text stands for.
    package static func rounded(_ number: Double, _ kind: DataKind) -> Double { Double(fixed(number, kind)) ?? number }
}
