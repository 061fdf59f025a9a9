import Foundation
import Yams

/// The text of a scenario file, in lines and columns as YAML counts them, so that it can be edited in one place and stay as
/// it is in all others: its mark, its encoding, its ends of line.
package struct ScenarioText {
    package private(set) var scalars: [Unicode.Scalar]
    private let encoding: String.Encoding
    private let hasMark: Bool

    /// One line: where it begins, where its own characters end, where the next one begins.
    package struct Line {
        package var start: Int
        package var end: Int
        package var next: Int

        package init(start: Int, end: Int, next: Int) {
            self.start = start
            self.end = end
            self.next = next
        }
    }

    private static let mark = Data([0xEF, 0xBB, 0xBF])

    /// `nil` where the bytes would not come back as they were.
    package init?(_ data: Data) {
        hasMark = data.starts(with: Self.mark)
        let body = hasMark ? data.dropFirst(Self.mark.count) : data
        if let text = String(data: body, encoding: .utf8) {
            encoding = .utf8
            scalars = Array(text.unicodeScalars)
        } else if let text = String(data: body, encoding: .windowsCP1252) {
            encoding = .windowsCP1252
            scalars = Array(text.unicodeScalars)
        } else {
            return nil
        }
        guard self.data == data else { return nil }
    }

    package var string: String { Self.string(scalars[...]) }

    /// `nil` where the encoding of the file has no such character.
    package var data: Data? { string.data(using: encoding).map { (hasMark ? Self.mark : Data()) + $0 } }

    package func text(_ range: Range<Int>) -> String { Self.string(scalars[range]) }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    // MARK: Lines

    /// All lines; the last one may be empty.
    package var lines: [Line] {
        var lines: [Line] = []
        var start = 0
        var index = 0
        while index < scalars.count {
            guard Self.isBreak(scalars[index]) else {
                index += 1
                continue
            }
            let isPair = scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
            let next = index + (isPair ? 2 : 1)
            lines.append(Line(start: start, end: index, next: next))
            (start, index) = (next, next)
        }
        return lines + [Line(start: start, end: scalars.count, next: scalars.count)]
    }

    /// What ends a line in YAML 1.1.
    package static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
    }

    /// `nil` where the text has no such place.
    package func offset(of mark: Mark?) -> Int? {
        guard let mark else { return nil }
        let lines = lines
        guard lines.indices.contains(mark.line - 1) else { return nil }
        let offset = lines[mark.line - 1].start + mark.column - 1
        return offset <= lines[mark.line - 1].end ? offset : nil
    }

    /// The end of line to write after a line: its own, else the first of the text.
    package func lineBreak(after index: Int) -> String {
        let lines = lines
        for line in [lines[index]] + lines where line.next > line.end { return text(line.end..<line.next) }
        return "\n"
    }

    /// Whether a line holds nothing of the data: blank, a comment, or the bare dash of what comes next.
    package func isVoid(_ line: Line) -> Bool {
        let words = text(line.start..<line.end).trimmingCharacters(in: .whitespaces)
        return words.isEmpty || words.hasPrefix("#") || ["-", "---", "..."].contains(words)
    }

    // MARK: Edits

    package mutating func insert(_ text: String, at offset: Int) {
        scalars.insert(contentsOf: Array(text.unicodeScalars), at: offset)
    }

    package mutating func remove(_ range: Range<Int>) { scalars.removeSubrange(range) }

    package mutating func insertLines(_ added: [String], after index: Int) {
        let line = lines[index]
        let end = lineBreak(after: index)
        if line.next > line.end {
            insert(added.map { $0 + end }.joined(), at: line.next)
        } else {
            insert(added.map { end + $0 }.joined(), at: line.end)
        }
    }

    package mutating func removeLines(_ range: ClosedRange<Int>) {
        let lines = lines
        let isLast = lines[range.upperBound].next == lines[range.upperBound].end
        // Without an end of line at the end of the file, the one before goes with the last lines.
        let start =
            isLast && range.lowerBound > 0 ? lines[range.lowerBound - 1].end : lines[range.lowerBound].start
        remove(start..<lines[range.upperBound].next)
    }
}
