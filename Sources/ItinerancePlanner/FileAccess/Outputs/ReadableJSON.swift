import Foundation

/// JSON that people and programs read: indented, keys in order, a line at the end, so that equal values give equal bytes.
package enum ReadableJSON {
    package static func data(_ value: some Encodable) throws -> Data {
        try FrenchJSON.encode(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]) + Data("\n".utf8)
    }
}
