import FileAccess
import Foundation
import GeoModel
import PlanningModel

/// Reads the text of one cell. Nothing is told of where it stands.
package enum CellReading {
    package enum Outcome {
        case value(Cell)
        case unknown
        /// Statistical secrecy.
        case withheld
        case fault(CellFault)
    }

    package static func read(_ raw: String, as kind: CellKind) -> Outcome {
        let text = RawRow.trimmed(raw)
        guard !text.isEmpty else { return .unknown }
        switch kind {
        case .text, .commune, .openingHours: return .value(.text(text))
        case .count:
            return number(text, in: 0...100_000_000) { value in
                value == value.rounded() ? nil : .notWhole(text)
            }
        case .number(let range): return number(text, in: range) { _ in nil }
        case .figure(let range):
            return isSecrecyMark(text) ? .withheld : number(text, in: range) { _ in nil }
        case .latitude, .longitude: return number(text, in: -1e8...1e8) { _ in nil }
        case .date:
            return date(text).map { .value(.text($0.iso)) } ?? .fault(.badDate(text))
        case .vintage: return vintage(text).map { .value(.text($0)) } ?? .fault(.badVintage(text))
        case .presence:
            return presence(text).map { $0 == .unknown ? .unknown : .value(.text($0.word)) }
                ?? .fault(.notAllowed(text, Presence.words))
        case .choice(let words):
            return choice(text, words).map { .value(.text($0)) } ?? .fault(.notAllowed(text, words))
        case .choices(let words):
            let found = text.split(separator: "|").map { choice(RawRow.trimmed(String($0)), words) }
            return found.contains { $0 == nil }
                ? .fault(.notAllowed(text, words))
                : .value(.text(found.compactMap { $0 }.joined(separator: "|")))
        }
    }

    // MARK: Numbers

    private static func number(_ text: String, in range: ClosedRange<Double>, _ more: (Double) -> CellFault?) -> Outcome
    {
        var plain = text.filter { !$0.isWhitespace && $0 != "\u{202F}" && $0 != "\u{2019}" }
        if plain.hasSuffix("%") { plain.removeLast() }
        if plain.contains(","), plain.contains(".") { return .fault(.ambiguousNumber(text)) }
        plain = plain.replacing("\u{2212}", with: "-")
        guard let value = FrenchDecimal.value(plain), value.isFinite else {
            return .fault(.notANumber(text))
        }
        guard range.contains(value) else {
            return .fault(
                value < 0 && range.lowerBound >= 0 ? .negative(text) : .outOfRange(text, range))
        }
        return more(value).map { .fault($0) } ?? .value(.number(value))
    }

    /// Marks by which Insee and the Caf say that a figure is withheld.
    private static func isSecrecyMark(_ text: String) -> Bool {
        ["s", "ns", "nd", "n/d", "nc", "c", "secret", "///", "…", "*"].contains(NearestNames.folded(text))
    }

    // MARK: Dates

    /// `2027-01-04`, also with a time after it, or `04/01/2027`.
    package static func date(_ text: String) -> CivilDate? {
        if let date = CivilDate(iso: text) { return date }
        if text.count > 10, let mark = text.dropFirst(10).first, mark == "T" || mark == " " {
            return CivilDate(iso: text.prefix(10))
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
            parts[2].count == 4, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    private static func vintage(_ text: String) -> String? {
        let years = 1900...2200
        if text.count == 4, let year = Int(text), years.contains(year) { return text }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        if parts.count == 2, parts[0].count == 4, parts[1].count == 2, let year = Int(parts[0]),
            let month = Int(parts[1]), years.contains(year), (1...12).contains(month)
        {
            return text
        }
        return date(text)?.iso
    }

    // MARK: Words

    /// Also the words of national lists: `Itinérant`, `Fixe`, both joined by `|`, `Bus France services`.
    private static func presence(_ text: String) -> Presence? {
        let word = NearestNames.folded(text)
        switch word {
        case "oui", "o", "yes", "true", "vrai", "1": return .present
        case "non", "n", "no", "false", "faux", "0": return .absent
        case "inconnu", "inconnue", "nsp", "?": return .unknown
        default: break
        }
        if word.contains("itinerant") || word.contains("bus") { return .present }
        return ["fixe", "espace labellise", "antenne"].contains { word.hasPrefix($0) } ? .absent : nil
    }

    private static func choice(_ text: String, _ words: [String]) -> String? {
        let folded = HeaderNames.folded(text)
        return words.first { $0 == text } ?? words.first { HeaderNames.folded($0) == folded }
    }
}
