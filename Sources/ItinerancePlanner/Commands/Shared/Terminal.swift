import Foundation

/// Standard output and error, and what kind of place they are.
enum Terminal {
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) != 0 }

    static func error(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    static func printJSON(_ value: some Encodable) {
        if let data = try? json(value) { FileHandle.standardOutput.write(data) }
    }

    static func json(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value) + Data("\n".utf8)
    }
}
