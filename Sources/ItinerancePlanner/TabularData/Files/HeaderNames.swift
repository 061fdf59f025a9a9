import FileAccess
import Foundation

/// Compares names of columns: without case, accents, spaces or hyphens; `##` in a pattern stands for digits.
package enum HeaderNames {
    package static func folded(_ name: String) -> String {
        let plain = NearestNames.folded(name.trimmingCharacters(in: .whitespacesAndNewlines))
        return String(plain.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }

    /// The digits a folded name has where the pattern has `#`; `nil` where it does not match.
    package static func digits(of name: String, in pattern: String) -> String? {
        guard name.count == pattern.count else { return nil }
        var digits = ""
        for (mark, letter) in zip(pattern, name) {
            if mark == "#" {
                guard letter.isASCII, letter.isNumber else { return nil }
                digits.append(letter)
            } else if mark != letter {
                return nil
            }
        }
        return digits
    }

    /// Index of the column a pattern means, the latest year where several do, and that year's digits.
    package static func index(of pattern: String, among folded: [String]) -> (index: Int, digits: String)? {
        var best: (index: Int, digits: String)?
        for (index, name) in folded.enumerated() {
            guard let digits = digits(of: name, in: pattern) else { continue }
            if best.map({ $0.digits < digits }) ?? true { best = (index, digits) }
        }
        return best
    }
}
