import Foundation

/// Which word a file has for each property of a type.
package struct KeyNames: Sendable {
    private let own: [String: String]
    private let usual: [String: String]

    /// - Parameters:
    ///   - own: words of the one type.
    ///   - usual: those for all other properties; a property with neither keeps its name.
    package init(_ own: [String: String], usual: [String: String]) {
        self.own = own
        self.usual = usual
    }

    package func key(_ key: some CodingKey) -> FileKey {
        let name = key.stringValue
        return FileKey(stringValue: own[name] ?? usual[name] ?? name, intValue: key.intValue)
    }

    /// Every property by its own name.
    package static let none = KeyNames([:], usual: [:])
}

/// A key as a file has it.
package struct FileKey: CodingKey {
    package let stringValue: String
    package let intValue: Int?

    package init(stringValue: String, intValue: Int?) {
        self.stringValue = stringValue
        self.intValue = intValue
    }

    package init(stringValue: String) { self.init(stringValue: stringValue, intValue: nil) }
    package init(intValue: Int) { self.init(stringValue: String(intValue), intValue: intValue) }
}

/// Finds the names of a type's keys.
package typealias NamesOfType = @Sendable (Any.Type) -> KeyNames

/// A value that has no keys of its own: it is written and read as it is.
package protocol KeylessValue {}

extension Bool: KeylessValue {}
extension String: KeylessValue {}
extension Double: KeylessValue {}
extension Float: KeylessValue {}
extension Int: KeylessValue {}
extension Int8: KeylessValue {}
extension Int16: KeylessValue {}
extension Int32: KeylessValue {}
extension Int64: KeylessValue {}
extension UInt: KeylessValue {}
extension UInt8: KeylessValue {}
extension UInt16: KeylessValue {}
extension UInt32: KeylessValue {}
extension UInt64: KeylessValue {}
extension Data: KeylessValue {}
extension Date: KeylessValue {}
extension Decimal: KeylessValue {}
extension URL: KeylessValue {}
extension Array: KeylessValue where Element: KeylessValue {}
