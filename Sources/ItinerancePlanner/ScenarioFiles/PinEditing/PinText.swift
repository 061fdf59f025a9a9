import Foundation

/// A pin as it is asked for on the command line, and how it is written in a scenario file. Whether it makes sense is the
/// reader's to say.
package struct PinText {
    package struct Field {
        package var key: String
        package var values: [String]
        package var isList = false

        package init(key: String, values: [String], isList: Bool = false) {
            self.key = key
            self.values = values
            self.isList = isList
        }
    }

    /// In the order in which they are written.
    package var fields: [Field]

    /// Lines of a list item, the first of which begins with the dash.
    package func lines(dash: String) -> [String] {
        let below = String(repeating: " ", count: dash.unicodeScalars.count)
        return fields.enumerated().map { index, field in
            (index == 0 ? dash : below) + "\(field.key): " + Self.value(field, inFlow: false)
        }
    }

    /// Between braces, on one line.
    package var braces: String {
        "{" + fields.map { "\($0.key): " + Self.value($0, inFlow: true) }.joined(separator: ", ") + "}"
    }

    private static func value(_ field: Field, inFlow: Bool) -> String {
        guard field.isList else { return scalar(field.values.first ?? "", field.key, inFlow: inFlow) }
        return "[" + field.values.map { scalar($0, field.key, inFlow: true) }.joined(separator: ", ") + "]"
    }

    private static let counts: Set<String> = ["visites_min", "visites_max", "semaines"]
    private static let texts: Set<String> = ["motif", "auteur"]
    /// Words that other readers of YAML take for something else than text.
    private static let reserved: Set<String> = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan"]

    /// Plain where every reader takes it as it stands, else between quotes.
    private static func scalar(_ text: String, _ key: String, inFlow: Bool) -> String {
        func all(_ allowed: (Character) -> Bool) -> Bool { !text.isEmpty && text.allSatisfy(allowed) }
        func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
        func isLetter(_ character: Character) -> Bool { character.isASCII && character.isLetter }
        if counts.contains(key), all(isDigit) { return text }
        if ["date", "jusqu_au"].contains(key), text.count == 10, all({ isDigit($0) || $0 == "-" }) { return text }
        let isWord = !reserved.contains(text.lowercased()) && text.first.map { $0.isLetter } == true
        if isWord, isLetter(text.first ?? "-"), all({ isDigit($0) || isLetter($0) || "-_".contains($0) }) {
            return text
        }
        let marks = "'’().;/-"
        if isWord, texts.contains(key), !inFlow, text.last != " ",
            text.unicodeScalars.allSatisfy({ $0.value < 0x2E80 }),
            all({ $0.isLetter || isDigit($0) || $0 == " " || $0 == "," || marks.contains($0) })
        {
            return text
        }
        return quoted(text)
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\\": "\\\\"
        case "\"": "\\\""
        case "\n": "\\n"
        case "\t": "\\t"
        case "\r": "\\r"
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}":
            "\\u" + String(format: "%04X", scalar.value)
        default: String(scalar)
        }
    }

    package init(fields: [Field]) {
        self.fields = fields
    }
}
