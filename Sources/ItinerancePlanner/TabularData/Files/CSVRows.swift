import FileAccess
import Foundation
import SwiftCSV

/// One row of a table as it stands in a file.
package struct RawRow {
    /// Line of the file, or number of the object in a GeoJSON file.
    package var line: Int
    package var cells: [String]

    /// The text of a cell without spaces at the ends, thin and no-break ones too.
    package static func trimmed(_ cell: String) -> String { cell.trimmingCharacters(in: .whitespacesAndNewlines) }

    package var isBlank: Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
    /// Lines of explanation in the templates begin with `#`.
    package var isComment: Bool { cells.first?.hasPrefix("#") ?? false }
}

/// Rows of a CSV file of any size: blocks that end with a row, each given to the CSV library.
package struct CSVRows {
    package let survey: FileSurvey

    /// A row longer than this is a quote that was never closed.
    package static let rowLimit = 4 << 20

    /// - Throws: `InputFailure` for a quote that is not closed or a file that cannot be read; what `body` throws.
    package func each(_ body: (RawRow) throws -> Void) throws {
        guard let handle = try? FileBytes.open(survey.url).handle else {
            throw failure(.file(.unreadable), line: nil)
        }
        defer { try? handle.close() }
        if survey.hasByteOrderMark { try? handle.seek(toOffset: 3) }
        var line = 1
        var delimiter: Character?
        var rest = Data()
        var atEnd = false
        while !atEnd {
            let block: Data
            do { block = try handle.read(upToCount: FileSurvey.blockSize) ?? Data() } catch {
                throw failure(.file(.unreadable), line: line)
            }
            atEnd = block.isEmpty
            var length: Int
            rest.append(block)
            if atEnd {
                if rest.isEmpty { break }
                rest.append(survey.lineEnd)
                length = wholeRows(rest)
                guard length > 0 else { throw failure(.table(.badQuotes), line: line) }
            } else {
                length = wholeRows(rest)
                guard length > 0 || rest.count < Self.rowLimit else {
                    throw failure(.table(.badQuotes), line: line)
                }
            }
            guard length > 0 else { continue }
            guard let text = String(data: rest.prefix(length), encoding: survey.encoding.foundation) else {
                throw failure(.file(.notText), line: line)
            }
            // A tail left open at the end of the file belongs to no row.
            let isOpen = atEnd && length < rest.count
            rest = rest.subdata(in: length..<rest.count)
            if delimiter == nil { delimiter = Self.delimiter(of: text) }
            guard let delimiter else { throw failure(.table(.noDelimiter), line: 1) }
            try rows(of: text, delimiter, from: &line, body)
            if isOpen { throw failure(.table(.badQuotes), line: line) }
        }
    }

    private func rows(
        of text: String, _ delimiter: Character, from line: inout Int, _ body: (RawRow) throws -> Void
    ) throws {
        var rows: [[String]] = []
        do {
            let csv = try CSV<Enumerated>(
                string: text, delimiter: .character(delimiter), loadColumns: false, rowLimit: 0)
            try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { rows.append($0) }
        } catch {
            throw failure(.table(.badQuotes), line: line)
        }
        for cells in rows {
            try body(RawRow(line: line, cells: cells))
            line += 1 + cells.reduce(0) { $0 + $1.count(where: \.isNewline) }
        }
    }

    /// Bytes up to the last line end outside of quotes.
    private func wholeRows(_ data: Data) -> Int {
        data.withUnsafeBytes { buffer in
            var isQuoted = false
            var end = 0
            for index in buffer.indices {
                if buffer[index] == 0x22 {
                    isQuoted.toggle()
                } else if buffer[index] == survey.lineEnd, !isQuoted {
                    end = index + 1
                }
            }
            return end
        }
    }

    /// The most frequent of `;`, tab and `,` in the first line that is no comment.
    private static func delimiter(of text: String) -> Character? {
        let header = text.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("#") && !$0.hasPrefix("\"#") } ?? ""
        let counts = [";", "\t", ","].map { mark in
            (mark: Character(mark), count: header.count { String($0) == mark })
        }
        return counts.max { $0.count < $1.count }.flatMap { $0.count > 0 ? $0.mark : nil }
    }

    private func failure(_ fault: InputFault, line: Int?) -> InputFailure {
        InputFailure(fault, file: survey.name, line: line)
    }
}
