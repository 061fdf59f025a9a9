/// How a file of separated values is written: what differs from one reader to the next.
package struct CSVDialect: Hashable, Sendable {
    package var separator: String
    package var lineEnd: String
    package var decimalMark: String
    package var hasByteOrderMark: Bool
    /// An apostrophe before what a spreadsheet would take for a formula. Source: OWASP, CSV Injection.
    package var guardsFormulas: Bool

    /// Semicolons, decimal comma, byte-order mark: Excel opens it with a double click.
    package static let excel = CSVDialect(
        separator: ";", lineEnd: "\r\n", decimalMark: ",", hasByteOrderMark: true, guardsFormulas: true)
    /// Commas, decimal point, no mark. Source: RFC 4180.
    package static let program = CSVDialect(
        separator: ",", lineEnd: "\r\n", decimalMark: ".", hasByteOrderMark: false, guardsFormulas: true)
    /// Tables of a territory, which this program reads back: semicolons, decimal comma, texts as they are.
    package static let territory = CSVDialect(
        separator: ";", lineEnd: "\n", decimalMark: ",", hasByteOrderMark: false, guardsFormulas: false)
    /// Figures of a run, to be plotted: semicolons, decimal point.
    package static let trace = CSVDialect(
        separator: ";", lineEnd: "\n", decimalMark: ".", hasByteOrderMark: false, guardsFormulas: false)
}
