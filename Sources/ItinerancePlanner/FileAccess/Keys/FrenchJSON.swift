import Foundation

/// JSON with the words of our files for keys (`FrenchKeys`).
package enum FrenchJSON {
    /// - Parameter formatting: keys in order, unless said otherwise, so that equal values give equal bytes.
    package static func encode(
        _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    ) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        return try encoder.encode(RenamingEncoder.Renamed(value: value, names: FrenchKeys.names))
    }

    /// - Throws: `DecodingError`, its keys those of the file.
    package static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        let decoder = JSONDecoder()
        let names: NamesOfType = FrenchKeys.names
        decoder.userInfo[RenamingDecoder.namesKey] = names
        do {
            return try decoder.decode(RenamingDecoder.Renamed<Value>.self, from: data).value
        } catch DecodingError.dataCorrupted(let context) {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: context.codingPath.map(inFile), debugDescription: context.debugDescription,
                    underlyingError: context.underlyingError))
        }
    }

    /// A key that a type named by itself, when it found the value wrong.
    private static func inFile(_ key: any CodingKey) -> any CodingKey {
        key.intValue != nil || key is FileKey
            ? key : FileKey(stringValue: FrenchKeys.usual[key.stringValue] ?? key.stringValue)
    }
}
