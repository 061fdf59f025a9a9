import PlanningModel

/// Reads all from another decoder, each key under the word that a file has for it.
package struct RenamingDecoder: Decoder {
    package let base: any Decoder
    package let own: KeyNames
    package let names: NamesOfType

    package var codingPath: [any CodingKey] { base.codingPath }
    package var userInfo: [CodingUserInfoKey: Any] { base.userInfo }

    package func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Keyed(base: try base.container(keyedBy: FileKey.self), own: own, names: names))
    }

    package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        Unkeyed(base: try base.unkeyedContainer(), own: own, names: names)
    }

    package func singleValueContainer() throws -> any SingleValueDecodingContainer {
        Single(base: try base.singleValueContainer(), names: names)
    }

    /// The names of a type's keys, for `Renamed` to find again inside of a decoder that makes it.
    package static let namesKey = CodingUserInfoKey(rawValue: "names")!

    /// A value read by the names of its type's keys.
    package struct Renamed<Value: Decodable>: Decodable {
        package let value: Value

        package init(from decoder: any Decoder) throws {
            let names = decoder.userInfo[RenamingDecoder.namesKey] as? NamesOfType ?? { _ in .none }
            let decoder = RenamingDecoder(base: decoder, own: names(Value.self), names: names)
            value =
                if let type = Value.self as? any (FileWord & Decodable).Type,
                    let word = try type.init(file: decoder) as? Value
                {
                    word
                } else if let type = Value.self as? any FileForm.Type, let form = try type.init(file: decoder) as? Value
                {
                    form
                } else {
                    try Value(from: decoder)
                }
        }
    }

    private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let base: KeyedDecodingContainer<FileKey>
        let own: KeyNames
        let names: NamesOfType

        var codingPath: [any CodingKey] { base.codingPath }
        /// Of types with names of their own nobody asks for all keys: dictionaries do.
        var allKeys: [Key] { base.allKeys.compactMap { Key(stringValue: $0.stringValue) } }

        func contains(_ key: Key) -> Bool { base.contains(own.key(key)) }

        func decodeNil(forKey key: Key) throws -> Bool { try base.decodeNil(forKey: own.key(key)) }

        func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
            try type is any KeylessValue.Type
                ? sound(base.decode(type, forKey: own.key(key)), at: codingPath + [own.key(key)])
                : base.decode(Renamed<Value>.self, forKey: own.key(key)).value
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> {
            KeyedDecodingContainer(
                Keyed<Nested>(
                    base: try base.nestedContainer(keyedBy: FileKey.self, forKey: own.key(key)), own: own,
                    names: names))
        }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            Unkeyed(base: try base.nestedUnkeyedContainer(forKey: own.key(key)), own: own, names: names)
        }

        func superDecoder() throws -> any Decoder {
            RenamingDecoder(base: try base.superDecoder(), own: own, names: names)
        }

        func superDecoder(forKey key: Key) throws -> any Decoder {
            RenamingDecoder(base: try base.superDecoder(forKey: own.key(key)), own: own, names: names)
        }
    }

    private struct Unkeyed: UnkeyedDecodingContainer {
        var base: any UnkeyedDecodingContainer
        let own: KeyNames
        let names: NamesOfType

        var codingPath: [any CodingKey] { base.codingPath }
        var count: Int? { base.count }
        var isAtEnd: Bool { base.isAtEnd }
        var currentIndex: Int { base.currentIndex }

        mutating func decodeNil() throws -> Bool { try base.decodeNil() }

        mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            try type is any KeylessValue.Type
                ? sound(base.decode(type), at: codingPath) : base.decode(Renamed<Value>.self).value
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) throws -> KeyedDecodingContainer<Nested> {
            KeyedDecodingContainer(
                Keyed<Nested>(base: try base.nestedContainer(keyedBy: FileKey.self), own: own, names: names))
        }

        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
            Unkeyed(base: try base.nestedUnkeyedContainer(), own: own, names: names)
        }

        mutating func superDecoder() throws -> any Decoder {
            RenamingDecoder(base: try base.superDecoder(), own: own, names: names)
        }
    }

    private struct Single: SingleValueDecodingContainer {
        let base: any SingleValueDecodingContainer
        let names: NamesOfType

        var codingPath: [any CodingKey] { base.codingPath }

        func decodeNil() -> Bool { base.decodeNil() }

        func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
            try type is any KeylessValue.Type
                ? sound(base.decode(type), at: codingPath) : base.decode(Renamed<Value>.self).value
        }
    }
}

/// A whole number, unless it is beyond what any file of ours holds: sums of some thousands of those that are left cannot overflow.
///
/// - Throws: `DecodingError` with the number.
private func sound<Value>(_ value: Value, at path: @autoclosure () -> [any CodingKey]) throws -> Value {
    guard let number = value as? Int, number.magnitude > 1_000_000_000_000_000 else { return value }
    throw DecodingError.dataCorrupted(DecodingError.Context(codingPath: path(), debugDescription: "\(number)"))
}
