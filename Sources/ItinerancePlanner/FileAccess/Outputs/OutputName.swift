import Foundation

/// The name of a file that is written, as a path inside one folder. It leads nowhere else, whoever gave the text: each part of
/// it is a plain name, neither empty nor hidden nor a step upwards.
///
/// A text becomes one by `OutputName(_:)`, which may refuse it, or by `\(slug: text)` in a literal, which makes a plain name of
/// any text; a text on its own in a literal does not compile.
package struct OutputName: Hashable, Sendable {
    /// Parts with `/` between them.
    package let text: String

    /// Bytes of one part that a disk takes, with room for the marks of files that are not yet whole.
    private static let longestPart = 200
    private static let mostParts = 8

    /// `nil` where the text could lead out of its folder, or is no plain name.
    package init?(_ text: String) {
        guard Self.isPlain(text) else { return nil }
        self.text = text
    }

    private static func isPlain(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.count <= mostParts
            && parts.allSatisfy { part in
                part.count <= longestPart && !part.isEmpty && part.first != UInt8(ascii: ".")
            }
            && text.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
                default: scalar != "\\"
                }
            }
    }

    /// Its parts, folders first.
    package var parts: [String] { text.split(separator: "/").map(String.init) }

    /// Without the folders.
    package var lastPart: String { parts.last ?? text }

    /// The folder that it lies in; `nil` at the top.
    package var folder: OutputName? {
        let folders = parts.dropLast()
        return folders.isEmpty ? nil : OutputName(folders.joined(separator: "/"))
    }

    package func url(in root: URL) -> URL { root.appendingPathComponent(text) }

    /// Every folder on the way to it, outermost first.
    package var folders: [OutputName] { (folder.map { $0.folders + [$0] }) ?? [] }
}

extension OutputName: CustomStringConvertible, Comparable {
    package var description: String { text }
    package static func < (a: OutputName, b: OutputName) -> Bool { a.text < b.text }
}

/// In literals stand names of ours, and what is made plain.
extension OutputName: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { self.init(ours: text) }
    package init(stringInterpolation parts: StringInterpolation) { self.init(ours: parts.text) }

    private init(ours text: String) {
        precondition(Self.isPlain(text), "a name of a file in this program leads out of its folder")
        self.text = text
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }
        package mutating func appendLiteral(_ literal: String) { text += literal }
        package mutating func appendInterpolation(_ name: OutputName) { text += name.text }
        package mutating func appendInterpolation(_ number: Int) { text += String(number) }
        /// Letters, digits and hyphens of a text.
        package mutating func appendInterpolation(slug text: String) { self.text += PublishedFile.slug(text) }
    }
}

/// As a text. One that is no plain name makes what holds it unreadable.
extension OutputName: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let name = OutputName(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "")
        }
        self = name
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
