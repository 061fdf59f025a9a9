/// Swift source taken apart: its code, and the texts of its string literals.
enum SwiftText {
    /// Without comments and without the text of string literals; what is interpolated into them stays.
    static func code(of source: String) -> String {
        var reader = Reader(source)
        reader.code(until: nil)
        return String(decoding: reader.output, as: UTF8.self)
    }

    /// The texts of string literals with their lines; `…` stands for what is interpolated.
    static func literals(of source: String) -> [(line: Int, text: String)] {
        var reader = Reader(source)
        reader.code(until: nil)
        return reader.literals.map { literal in
            let line = source.utf8.prefix(literal.place).count { $0 == UInt8(ascii: "\n") } + 1
            return (line, String(decoding: literal.text, as: UTF8.self))
        }
    }

    private struct Reader {
        private let bytes: [UInt8]
        private var place = 0
        var output: [UInt8] = []
        var literals: [(place: Int, text: [UInt8])] = []

        init(_ source: String) { bytes = Array(source.utf8) }

        private func starts(_ text: StaticString) -> Bool {
            place + text.utf8CodeUnitCount <= bytes.count
                && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
        }

        /// Up to the end, or to the parenthesis that ends an interpolation.
        mutating func code(until end: UInt8?) {
            var depth = 0
            while place < bytes.count {
                if starts("//") {
                    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
                } else if starts("/*") {
                    while place < bytes.count, !starts("*/") { place += 1 }
                    place += 2
                } else if bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "#"), let raw = quote() {
                    literal(raw)
                } else {
                    let byte = bytes[place]
                    if byte == UInt8(ascii: "(") { depth += 1 }
                    if byte == UInt8(ascii: ")") {
                        if depth == 0, end == byte {
                            place += 1
                            return
                        }
                        depth -= 1
                    }
                    output.append(byte)
                    place += 1
                }
            }
        }

        /// Number signs before the quotes, and whether there are three quotes.
        private func quote() -> (signs: Int, isLong: Bool)? {
            var signs = 0
            while place + signs < bytes.count, bytes[place + signs] == UInt8(ascii: "#") { signs += 1 }
            guard place + signs < bytes.count, bytes[place + signs] == UInt8(ascii: "\"") else { return nil }
            let isLong =
                place + signs + 2 < bytes.count
                && bytes[place + signs + 1] == UInt8(ascii: "\"") && bytes[place + signs + 2] == UInt8(ascii: "\"")
            return (signs, isLong)
        }

        private mutating func literal(_ opening: (signs: Int, isLong: Bool)) {
            let quotes = opening.isLong ? 3 : 1
            let end =
                [UInt8](repeating: UInt8(ascii: "\""), count: quotes)
                + [UInt8](repeating: UInt8(ascii: "#"), count: opening.signs)
            let escape = [UInt8(ascii: "\\")] + [UInt8](repeating: UInt8(ascii: "#"), count: opening.signs)
            let start = place
            var text: [UInt8] = []
            defer { literals.append((start, text)) }
            place += opening.signs + quotes
            output += [UInt8(ascii: "\""), UInt8(ascii: "\"")]
            while place < bytes.count {
                if bytes[place...].starts(with: end) {
                    place += end.count
                    return
                }
                if bytes[place...].starts(with: escape) {
                    place += escape.count
                    if place < bytes.count, bytes[place] == UInt8(ascii: "(") {
                        place += 1
                        text += Array("…".utf8)
                        output.append(UInt8(ascii: " "))
                        code(until: UInt8(ascii: ")"))
                        output.append(UInt8(ascii: " "))
                    } else {
                        place += 1
                    }
                } else {
                    text.append(bytes[place])
                    place += 1
                }
            }
        }
    }
}
