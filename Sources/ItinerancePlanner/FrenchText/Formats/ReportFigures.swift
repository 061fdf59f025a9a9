import Foundation
import GeoModel
import TabularData

/// Figures, durations and dates as a French office writes them.
package enum ReportFigures {
    /// Between a number and its unit: a space on which no line is cut.
    package static var noBreak: String { "\u{A0}" }
    /// Between thousands, and before `;`, `%` and their like.
    package static var thin: String { "\u{202F}" }

    /// `1234.5` with one place: `1 234,5`.
    package static func decimal(_ value: Double, _ places: Int) -> String {
        let rounded = DataNumber.printed(abs(value), places)
        let parts = rounded.split(separator: ".")
        let whole = parts.first.map(String.init) ?? "0"
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped += thin }
            grouped.append(digit)
        }
        let isZero = !rounded.contains { $0 != "0" && $0 != "." }
        let sign = value < 0 && !isZero ? "−" : ""
        return sign + grouped + (parts.count > 1 ? "," + parts[1] : "")
    }

    /// `1234,5`: without marks between thousands, which a spreadsheet would read as text; for tables and for a terminal.
    package static func ungrouped(_ value: Double, _ places: Int) -> String { comma(DataNumber.printed(value, places)) }

    /// The same with at most so many decimals: trailing zeros go.
    package static func trimmed(_ value: Double, _ places: Int) -> String { comma(DataNumber.trimmed(value, places)) }

    /// `3` or `0,25`: a figure that someone wrote, as short as it can be said.
    package static func shortest(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e12 ? String(Int(value)) : exact(value)
    }

    /// `0,00083`: as many decimals as it needs.
    package static func exact(_ value: Double) -> String { comma("\(value)") }

    /// A figure written with a point, with the comma of French.
    package static func comma(_ text: String) -> String { text.replacing(".", with: ",") }

    package static func integer(_ value: Int) -> String { decimal(Double(value), 0) }

    /// A share of 1 as a percentage.
    package static func percent(_ share: Double, _ places: Int = 1) -> String {
        decimal(100 * share, places) + thin + "%"
    }

    package static func points(_ value: Double) -> String { decimal(value, 3) }

    package static func kilometres(_ distance: Metres, _ places: Int = 1) -> String {
        decimal(distance.kilometres, places) + noBreak + "km"
    }

    package static func euros(_ value: Double) -> String { decimal(value, 0) + noBreak + "€" }

    /// A length of time: `50 min`, `8 h`, `8 h 05`.
    package static func duration(_ minutes: Minutes) -> String {
        let count = abs(minutes.count)
        let sign = minutes.count < 0 ? "−" : ""
        if count < 60 { return sign + "\(count)" + noBreak + "min" }
        return sign + "\(count / 60)" + noBreak + "h" + (count % 60 == 0 ? "" : noBreak + twoDigits(count % 60))
    }

    /// A time of day in a column: `9 h 00`.
    package static func clock(_ time: Minutes) -> String {
        "\(time.count / 60)" + noBreak + "h" + noBreak + twoDigits(abs(time.count % 60))
    }

    /// A time of day in a sentence: `9 h`, `9 h 30`.
    package static func time(_ time: Minutes) -> String {
        "\(time.count / 60)" + noBreak + "h" + (time.count % 60 == 0 ? "" : noBreak + twoDigits(abs(time.count % 60)))
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// `1` and `2` with their noun: `1 commune`, `2 communes`. Zero is singular in French.
    package static func counted(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
        integer(count) + noBreak + (abs(count) < 2 ? singular : plural ?? singular + "s")
    }

    /// `63 sur 80`.
    package static func outOf(_ part: Int, _ whole: Int) -> String { "\(integer(part)) sur \(integer(whole))" }

    /// `8`, or `7 à 8` where they differ.
    package static func range(_ least: Int, _ most: Int) -> String {
        least == most ? String(least) : "\(least) à \(most)"
    }

    /// A sentence with the no-break spaces of French typography before `; : % »` and after `«`.
    package static func typeset(_ text: String) -> String {
        var text = text
        for (plain, set) in [
            (" ;", thin + ";"), (" :", noBreak + ":"), (" %", thin + "%"), (" ?", thin + "?"), (" »", noBreak + "»"),
            ("« ", "«" + noBreak), (" €", noBreak + "€"),
        ] { text = text.replacingOccurrences(of: plain, with: set) }
        return text
    }

    /// The same text with ordinary spaces, for a terminal.
    package static func plain(_ text: String) -> String {
        text.replacingOccurrences(of: noBreak, with: " ").replacingOccurrences(of: thin, with: " ")
    }
}
