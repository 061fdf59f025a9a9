import PlanningModel

/// Hands all to another encoder, each key under the word that a file has for it.
package struct RenamingEncoder: Encoder {
    package let base: any Encoder
    package let own: KeyNames
    package let names: NamesOfType

    package var codingPath: [any CodingKey] { base.codingPath }
    package var userInfo: [CodingUserInfoKey: Any] { base.userInfo }

    package func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Keyed(base: base.container(keyedBy: FileKey.self), own: own, names: names))
    }

    package func unkeyedContainer() -> any UnkeyedEncodingContainer {
        Unkeyed(base: base.unkeyedContainer(), own: own, names: names)
    }

    package func singleValueContainer() -> any SingleValueEncodingContainer {
        Single(base: base.singleValueContainer(), names: names)
    }

    /// A value with the names of its type's keys.
    package struct Renamed<Value: Encodable>: Encodable {
        package let value: Value
        package let names: NamesOfType

        package func encode(to encoder: any Encoder) throws {
            let encoder = RenamingEncoder(base: encoder, own: names(Value.self), names: names)
            if let word = value as? any FileWord {
                try word.write(to: encoder)
            } else if let form = value as? any FileForm {
                try form.write(to: encoder)
            } else {
                try value.encode(to: encoder)
            }
        }
    }

    private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
        var base: KeyedEncodingContainer<FileKey>
        let own: KeyNames
        let names: NamesOfType

        var codingPath: [any CodingKey] { base.codingPath }

        mutating func encodeNil(forKey key: Key) throws { try base.encodeNil(forKey: own.key(key)) }

        mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
            if value is any KeylessValue {
                try base.encode(value, forKey: own.key(key))
            } else {
                try base.encode(Renamed(value: value, names: names), forKey: own.key(key))
            }
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> {
            KeyedEncodingContainer(
                Keyed<Nested>(
                    base: base.nestedContainer(keyedBy: FileKey.self, forKey: own.key(key)), own: own, names: names))
        }

        mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            Unkeyed(base: base.nestedUnkeyedContainer(forKey: own.key(key)), own: own, names: names)
        }

        mutating func superEncoder() -> any Encoder {
            RenamingEncoder(base: base.superEncoder(), own: own, names: names)
        }

        mutating func superEncoder(forKey key: Key) -> any Encoder {
            RenamingEncoder(base: base.superEncoder(forKey: own.key(key)), own: own, names: names)
        }
    }

    private struct Unkeyed: UnkeyedEncodingContainer {
        var base: any UnkeyedEncodingContainer
        let own: KeyNames
        let names: NamesOfType

        var codingPath: [any CodingKey] { base.codingPath }
        var count: Int { base.count }

        mutating func encodeNil() throws { try base.encodeNil() }

        mutating func encode<Value: Encodable>(_ value: Value) throws {
            if value is any KeylessValue {
                try base.encode(value)
            } else {
                try base.encode(Renamed(value: value, names: names))
            }
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) -> KeyedEncodingContainer<Nested> {
            KeyedEncodingContainer(
                Keyed<Nested>(base: base.nestedContainer(keyedBy: FileKey.self), own: own, names: names))
        }

        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            Unkeyed(base: base.nestedUnkeyedContainer(), own: own, names: names)
        }

        mutating func superEncoder() -> any Encoder {
            RenamingEncoder(base: base.superEncoder(), own: own, names: names)
        }
    }

    private struct Single: SingleValueEncodingContainer {
        var base: any SingleValueEncodingContainer
        let names: NamesOfType

        var codingPath: [any CodingKey] { base.codingPath }

        mutating func encodeNil() throws { try base.encodeNil() }

        mutating func encode<Value: Encodable>(_ value: Value) throws {
            if value is any KeylessValue {
                try base.encode(value)
            } else {
                try base.encode(Renamed(value: value, names: names))
            }
        }
    }
}
