import FileAccess
import Foundation
import FrenchText
import TabularData

/// What `publication.json` may hold, made from the tables themselves. Source: JSON Schema, draft 2020-12.
package struct PublicationSchema {
    package static let fileName: OutputName = "publication-1.schema.json"

    /// A part of a schema.
    private indirect enum Node: Encodable {
        case text(String)
        case number(Int)
        case flag(Bool)
        case list([Node])
        case object([String: Node])

        private struct Key: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .text(let text):
                var container = encoder.singleValueContainer()
                try container.encode(text)
            case .number(let number):
                var container = encoder.singleValueContainer()
                try container.encode(number)
            case .flag(let flag):
                var container = encoder.singleValueContainer()
                try container.encode(flag)
            case .list(let nodes):
                var container = encoder.unkeyedContainer()
                for node in nodes { try container.encode(node) }
            case .object(let nodes):
                var container = encoder.container(keyedBy: Key.self)
                for (key, node) in nodes { try container.encode(node, forKey: Key(stringValue: key)) }
            }
        }

        static func strings(_ texts: [String]) -> Node { .list(texts.map { .text($0) }) }
    }

    private let tables: [DataTable]

    package init(_ tables: [DataTable]) { self.tables = tables }

    package var data: Data { get throws { try ReadableJSON.data(root) } }

    private static let date = Node.object(["type": .text("string"), "format": .text("date")])
    private static let text = Node.object(["type": .text("string")])
    private static let flag = Node.object(["type": .text("boolean")])

    private var root: Node {
        let properties: [String: Node] = [
            "$schema": Self.text,
            "format": .object(["const": .text(PublicationJSON.formatName)]),
            "version": .object(["const": .number(PublicationJSON.formatVersion)]),
            "plan": Self.text, "empreinte": Self.text, "bureau": Self.text, "premier_lundi": Self.date,
            "publie_le": Self.date, "cycle_semaines": .object(["type": .text("integer"), "minimum": .number(1)]),
            "valide": Self.flag, "conforme": Self.flag,
            "periode": .object(Self.closed(["du": Self.date, "au": Self.date])),
            "tableaux": .object(
                Self.closed(Dictionary(uniqueKeysWithValues: tables.map { ($0.name, Self.array(of: $0)) }))),
        ]
        var root = Self.closed(properties, optional: ["publie_le"])
        root["$schema"] = .text("https://json-schema.org/draft/2020-12/schema")
        root["$id"] = .text("urn:itinerance:\(Self.fileName)")
        root["title"] = .text(TableFileWords.schemaTitle)
        return .object(root)
    }

    /// An object with these members and no other.
    private static func closed(_ properties: [String: Node], optional: Set<String> = []) -> [String: Node] {
        [
            "type": .text("object"), "properties": .object(properties), "additionalProperties": .flag(false),
            "required": .strings(properties.keys.filter { !optional.contains($0) }.sorted()),
        ]
    }

    private static func array(of table: DataTable) -> Node {
        let properties = table.columns.map { column -> (String, Node) in
            var node = type(column.kind)
            if let words = ColumnWords.words(table.name, column.name) {
                node["description"] = .text(words.meaning + (words.unit.isEmpty ? "" : " (\(words.unit))"))
            }
            return (column.name, .object(node))
        }
        return .object([
            "type": .text("array"), "items": .object(closed(Dictionary(uniqueKeysWithValues: properties))),
        ])
    }

    private static func type(_ kind: DataKind) -> [String: Node] {
        switch kind {
        case .text: ["type": .strings(["string", "null"])]
        case .integer: ["type": .strings(["integer", "null"])]
        case .decimal: ["type": .strings(["number", "null"])]
        case .date: ["type": .strings(["string", "null"]), "format": .text("date")]
        case .time: ["type": .strings(["string", "null"]), "pattern": .text("^[0-9]{2}:[0-9]{2}$")]
        }
    }
}
