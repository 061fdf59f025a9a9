import PlanningModel

/// A value that files hold in a form of its own, not property by property.
package protocol FileForm {
    func write(to encoder: any Encoder) throws
    init(file decoder: any Decoder) throws
}

extension FileWord {
    func write(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(word)
    }

    init(file decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let word = try container.decode(String.self)
        guard let value = Self(word: word) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "Cannot initialize \(Self.self) from invalid String value \(word)")
        }
        self = value
    }
}

/// Words in their order, so that equal sets give equal bytes.
extension Set: FileForm where Element: FileWord & Codable {
    package func write(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for word in map(\.word).sorted() { try container.encode(word) }
    }

    package init(file decoder: any Decoder) throws { self.init(try [Element](from: decoder)) }
}
