import Foundation
import SwiftCSV

/// A CSV file with named columns and the line of each row.
struct CSVTable {
    struct Row {
        var line: Int
        var cells: [String]
    }

    var file: String
    private(set) var rows: [Row] = []
    private var columnIndex: [String: Int] = [:]

    /// Reads a table; what is wrong with its form goes to `findings`, and `nil` comes back.
    init?(_ input: InputFile, required: [String], _ findings: inout Findings) {
        file = input.name
        guard var text = input.text(&findings) else { return nil }
        if !text.hasSuffix("\n") { text += "\n" }
        guard let delimiter = Self.delimiter(of: text) else {
            findings.add(ErrorWords.noDelimiter, file: file, line: 1)
            return nil
        }
        var line = 1
        var raw: [Row] = []
        do {
            let csv = try CSV<Enumerated>(
                string: text, delimiter: .character(delimiter), loadColumns: false, rowLimit: 0)
            try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { cells in
                raw.append(Row(line: line, cells: cells))
                line += 1 + cells.reduce(0) { $0 + $1.count(where: \.isNewline) }
            }
        } catch {
            findings.add(ErrorWords.badQuotes, file: file, line: line)
            return nil
        }
        raw.removeAll { $0.cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
        guard let header = raw.first, raw.count > 1 else {
            findings.add(ErrorWords.noRows, file: file, line: 1)
            return nil
        }
        let names = header.cells.map { $0.trimmingCharacters(in: .whitespaces) }
        for (index, name) in names.enumerated() {
            if columnIndex[name] != nil {
                findings.add(ErrorWords.duplicateColumn(name), file: file, line: header.line, column: name)
            }
            columnIndex[name] = index
        }
        let missing = required.filter { columnIndex[$0] == nil }
        for name in missing {
            findings.add(
                ErrorWords.missingColumn(name, near: NearestNames.of(name, among: names)), file: file,
                line: header.line, column: name)
        }
        guard missing.isEmpty else { return nil }
        for row in raw.dropFirst() {
            if row.cells.count == names.count {
                rows.append(row)
            } else {
                findings.add(
                    ErrorWords.cellCount(found: row.cells.count, expected: names.count), file: file, line: row.line)
            }
        }
    }

    /// The most frequent of `;`, tab and `,` in the header line.
    private static func delimiter(of text: String) -> Character? {
        let header = text.prefix { !$0.isNewline }
        let counts = [";", "\t", ","].map { mark in (mark: Character(mark), count: header.count { String($0) == mark })
        }
        return counts.max { $0.count < $1.count }.flatMap { $0.count > 0 ? $0.mark : nil }
    }

    /// The trimmed text of a cell; thin and no-break spaces are trimmed too.
    func text(_ row: Row, _ column: String) -> String {
        guard let index = columnIndex[column] else { return "" }
        return row.cells[index].trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func required(_ row: Row, _ column: String, _ findings: inout Findings) -> String? {
        let value = text(row, column)
        guard value.isEmpty else { return value }
        findings.add(ErrorWords.emptyCell, file: file, line: row.line, column: column)
        return nil
    }

    /// A number, `nil` where the cell is empty: unknown. Decimal commas and thin spaces are accepted.
    func number(
        _ row: Row, _ column: String, in range: ClosedRange<Double>, _ findings: inout Findings
    ) -> Double? {
        let raw = text(row, column)
        guard !raw.isEmpty else { return nil }
        let plain = raw.filter { !$0.isWhitespace }.replacing(",", with: ".")
        guard let value = Double(plain), value.isFinite else {
            findings.add(ErrorWords.notANumber(raw), file: file, line: row.line, column: column)
            return nil
        }
        guard range.contains(value) else {
            findings.add(
                value < 0 && range.lowerBound >= 0 ? ErrorWords.negative(raw) : ErrorWords.outOfRange(raw, range),
                file: file, line: row.line, column: column)
            return nil
        }
        return value
    }

    func count(_ row: Row, _ column: String, _ findings: inout Findings) -> Int? {
        guard let value = number(row, column, in: 0...100_000_000, &findings) else { return nil }
        guard value == value.rounded() else {
            findings.add(ErrorWords.notWhole(text(row, column)), file: file, line: row.line, column: column)
            return nil
        }
        return Int(value)
    }

    func requiredNumber(
        _ row: Row, _ column: String, in range: ClosedRange<Double>, _ findings: inout Findings
    ) -> Double? {
        guard required(row, column, &findings) != nil else { return nil }
        return number(row, column, in: range, &findings)
    }
}
