import Foundation

/// Numbers as files write them for programs, with a point and no separator of thousands. For what people read, see
/// `ReportFigures`.
package enum DataNumber {
    package static func places(_ kind: DataKind) -> Int { if case .decimal(let places) = kind { places } else { 0 } }

    /// With so many decimals.
    package static func printed(_ number: Double, _ places: Int) -> String { String(format: "%.\(places)f", number) }

    /// `-0.5` with the decimals of its column; never `-0.0`.
    package static func fixed(_ number: Double, _ kind: DataKind) -> String {
        let text = printed(number, places(kind))
        return text.hasPrefix("-") && !text.contains(where: { $0 != "0" && $0 != "." && $0 != "-" })
            ? String(text.dropFirst()) : text
    }

    /// With at most so many decimals: trailing zeros go, and the sign of a zero.
    package static func trimmed(_ number: Double, _ places: Int) -> String {
        var text = printed(number, places)
        if text.contains(".") {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        return text == "-0" ? "0" : text
    }

    /// To a tenth, halves away from zero: coordinates of drawings.
    package static func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : printed(Double(tenths) / 10, 1)
    }

    /// Thousandths as a number, without the zeros nobody needs.
    package static func thousandths(_ count: Int) -> String {
        let rest = count % 1000
        guard rest != 0 else { return String(count / 1000) }
        var digits = String(rest + 1000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(count / 1000).\(digits)"
    }

    /// The number that the text stands for.
    package static func rounded(_ number: Double, _ kind: DataKind) -> Double { Double(fixed(number, kind)) ?? number }
}
