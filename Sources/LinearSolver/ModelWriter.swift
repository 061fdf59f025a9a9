import Foundation

/// A file written in large pieces. The first error stays, and `close` throws it.
struct ModelWriter: ~Copyable {
    private let path: String
    private let file: Int32
    private var buffer: [UInt8] = []
    private var code: Int32 = 0
    private static let piece = 1 << 20

    init(_ path: String) throws(LinearError) {
        self.path = path
        file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw .notWritten(path: path, code: errno) }
        buffer.reserveCapacity(Self.piece + 4096)
    }

    mutating func append(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.piece { flush() }
    }

    private mutating func flush() {
        let failure = buffer.withUnsafeBytes { bytes -> Int32 in
            var written = 0
            while code == 0, written < bytes.count {
                let count = Foundation.write(file, bytes.baseAddress! + written, bytes.count - written)
                if count > 0 {
                    written += count
                } else if count == 0 || errno != EINTR {
                    return count == 0 ? EIO : errno
                }
            }
            return 0
        }
        if code == 0 { code = failure }
        buffer.removeAll(keepingCapacity: true)
    }

    /// A disk may refuse only now what it took before.
    consuming func close() throws(LinearError) {
        flush()
        if Foundation.close(file) != 0, code == 0 { code = errno }
        guard code == 0 else { throw .notWritten(path: path, code: code) }
    }
}

/// A line that no reader stumbles over.
func plainText(_ line: String) -> String {
    String(String.UnicodeScalarView(line.unicodeScalars.map { (32...126).contains($0.value) ? $0 : "?" }))
}

/// A number with as many digits as it takes to read the same one back, and a point in any locale.
func exactText(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
