import Foundation

/// A value as a file of JSON: indented, keys in order, a line feed at its end, so that equal values give equal bytes.
package enum JSONDocument {
    package static func data(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value) + Data("\n".utf8)
    }
}
