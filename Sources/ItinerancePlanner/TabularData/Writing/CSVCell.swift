/// Cells of a file of comma-separated values.
package enum CSVCell {
    /// Quoted where it has to be.
    package static func quoted(_ text: String, separator: String = ",") -> String {
        let needsQuotes =
            text.unicodeScalars.contains { $0 == "\"" || $0 == "\n" || $0 == "\r" } || text.contains(separator)
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    /// The same, with an apostrophe before what a spreadsheet would take for a formula.
    /// Source: OWASP, CSV Injection.
    package static func guarded(_ text: String, separator: String = ",") -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        return quoted(isFormula ? "'" + text : text, separator: separator)
    }
}
