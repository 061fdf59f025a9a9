import Foundation
import TabularData

/// Collects the elements of a drawing. Every text passes through `escape`.
package struct SVGCanvas {
    package private(set) var text = ""

    package mutating func add(_ element: String) { text += element + "\n" }

    package mutating func line(_ words: String, x: Double, y: Double, size: Double, style: String = "") {
        let look = style.isEmpty ? "" : " style=\"\(style)\""
        add(
            "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(size))\"\(look)>"
                + "\(Self.escape(words))</text>")
    }

    /// A line that stays readable above anything. The white rim is a text of its own: WeasyPrint 57 knows no `paint-order`.
    package mutating func haloed(_ words: String, x: Double, y: Double, size: Double, style: String = "") {
        line(
            words, x: x, y: y, size: size,
            style: "fill:#fff;stroke:#fff;stroke-width:3px;stroke-linejoin:round;" + style)
        line(words, x: x, y: y, size: size, style: style)
    }

    /// Lines of at most `perLine` characters, cut between words. Returns the base line of the last.
    package mutating func paragraph(
        _ words: String, x: Double, y: Double, size: Double, perLine: Int, style: String = ""
    ) -> Double {
        var lines: [String] = [""]
        // `1 000` is one word.
        let whole = words.replacing(/(\d) (?=\d{3}(?!\d))/) { $0.output.1 + "\u{202F}" }
        for word in whole.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count <= perLine {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        for (index, text) in lines.enumerated() {
            line(text, x: x, y: y + Double(index) * size * 1.25, size: size, style: style)
        }
        return y + Double(lines.count - 1) * size * 1.25
    }

    package static func number(_ value: Double) -> String { DataNumber.tenths(value) }

    /// XML text: marks are escaped, control characters that XML forbids are dropped.
    package static func escape(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\t", "\n", "\r": out.unicodeScalars.append(" ")
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    package init(text: String = "") {
        self.text = text
    }
}
