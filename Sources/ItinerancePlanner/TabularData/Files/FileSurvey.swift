import FileAccess
import Foundation
import PlanningModel

/// A first pass over a file, in bounded memory: its fingerprint, its encoding, its line ends.
package struct FileSurvey {
    /// As the user would name it.
    package var name: String
    package var url: URL
    package var size: Int
    package var sha256: String
    package var encoding: TextEncoding
    package var hasByteOrderMark: Bool
    /// The byte that ends a line: line feed, or carriage return in files of very old spreadsheets.
    package var lineEnd: UInt8
    /// First bytes, to tell a workbook or a JSON file from a table.
    package var head: Data

    package var source: SourceFile { SourceFile(name: name, sha256: sha256) }

    package static let blockSize = 1 << 20
    private static let sizeLimit = 4_000_000_000

    /// - Throws: `InputFailure` where the file is missing, a folder, unreadable, empty or not text.
    package init(_ url: URL, named name: String, isText: Bool) throws {
        func fail(_ fault: InputFault, line: Int? = nil) -> InputFailure {
            InputFailure(fault, file: name, line: line)
        }
        self.name = name
        self.url = url
        let handle: FileHandle
        do throws(FileFault) {
            let file = try FileBytes.open(url)
            guard file.size <= Self.sizeLimit else { throw .tooLarge(file.size, limit: Self.sizeLimit) }
            handle = file.handle
        } catch { throw fail(.file(error)) }
        defer { try? handle.close() }
        var hash = Sha256()
        var bytes = ByteSurvey()
        var head = Data()
        var size = 0
        while true {
            let block: Data
            do { block = try handle.read(upToCount: Self.blockSize) ?? Data() } catch {
                throw fail(.file(.unreadable))
            }
            if block.isEmpty { break }
            if head.isEmpty { head = block.prefix(512) }
            hash.update(block)
            if isText { bytes.read(block) }
            size += block.count
            guard size <= Self.sizeLimit else { throw fail(.file(.tooLarge(size, limit: Self.sizeLimit))) }
        }
        guard size > 0, head != Data([0xEF, 0xBB, 0xBF]) else { throw fail(.file(.empty)) }
        self.size = size
        self.head = head
        sha256 = hash.hex()
        hasByteOrderMark = head.starts(with: [0xEF, 0xBB, 0xBF])
        lineEnd = bytes.lineFeeds == 0 && bytes.carriageReturns > 0 ? 0x0D : 0x0A
        encoding = .utf8
        guard isText else { return }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { throw fail(.file(.utf16)) }
        if let line = bytes.firstNul { throw fail(.file(.notText), line: line) }
        bytes.end()
        guard let firstInvalid = bytes.firstInvalid else { return }
        // A code page can look like UTF-8 here and there by accident; where it often does, two encodings are mixed.
        guard 4 * bytes.validSequences < bytes.invalidCount, !hasByteOrderMark else {
            throw fail(.file(.mixedEncodings), line: firstInvalid)
        }
        if bytes.undefinedIn1252 {
            throw fail(.file(.notText), line: firstInvalid)
        }
        encoding = bytes.hasC1 ? .windows1252 : .latin1
    }
}

/// Follows the bytes of a text through block after block: UTF-8 validity, line ends, bytes of code pages.
private struct ByteSurvey {
    private var line = 1
    private var pending = 0
    /// Lowest and highest byte allowed next, for overlong forms and surrogates.
    private var range: ClosedRange<UInt8> = 0x80...0xBF
    private(set) var lineFeeds = 0
    private(set) var carriageReturns = 0
    private(set) var firstNul: Int?
    private(set) var firstInvalid: Int?
    private(set) var validSequences = 0
    private(set) var invalidCount = 0
    private(set) var hasC1 = false
    private(set) var undefinedIn1252 = false

    mutating func read(_ block: Data) {
        block.withUnsafeBytes { buffer in
            for byte in buffer { read(byte) }
        }
    }

    private mutating func read(_ byte: UInt8) {
        if pending > 0 {
            if range.contains(byte) {
                pending -= 1
                range = 0x80...0xBF
                if pending == 0 { validSequences += 1 }
                noteCodePage(byte)
                return
            }
            pending = 0
            range = 0x80...0xBF
            noteInvalid()
        }
        guard byte >= 0x80 else {
            if byte == 0x0A {
                lineFeeds += 1
                line += 1
            } else if byte == 0x0D {
                carriageReturns += 1
            } else if byte == 0 {
                firstNul = firstNul ?? line
            }
            return
        }
        noteCodePage(byte)
        switch byte {
        case 0xC2...0xDF: pending = 1
        case 0xE0: (pending, range) = (2, 0xA0...0xBF)
        case 0xED: (pending, range) = (2, 0x80...0x9F)
        case 0xE1...0xEF: pending = 2
        case 0xF0: (pending, range) = (3, 0x90...0xBF)
        case 0xF1...0xF3: pending = 3
        case 0xF4: (pending, range) = (3, 0x80...0x8F)
        default: noteInvalid()
        }
    }

    private mutating func noteCodePage(_ byte: UInt8) {
        guard byte < 0xA0 else { return }
        hasC1 = true
        if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { undefinedIn1252 = true }
    }

    private mutating func noteInvalid() {
        firstInvalid = firstInvalid ?? line
        invalidCount += 1
    }

    mutating func end() {
        if pending > 0 { noteInvalid() }
    }
}
