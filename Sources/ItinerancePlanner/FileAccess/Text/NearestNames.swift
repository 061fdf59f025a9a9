import Foundation

/// Finds what someone may have meant.
package enum NearestNames {
    /// The candidates nearest to a word by edit distance, nearest first, without accents or case; none too far off.
    package static func of(_ word: String, among candidates: [String], count: Int = 3) -> [String] {
        let wanted = folded(word)
        let limit = max(2, wanted.count / 2)
        return candidates.map { (name: $0, distance: distance(wanted, folded($0))) }
            .filter { $0.distance <= limit }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
            .prefix(count).map(\.name)
    }

    /// Lower-case, without accents, joined letters apart: `Étrœungt` is `etroeungt`.
    package static func folded(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "fr_FR"))
            .replacingOccurrences(of: "œ", with: "oe").replacingOccurrences(of: "æ", with: "ae")
    }

    /// Levenshtein distance.
    package static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a)
        let b = Array(b)
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let above = row[j + 1]
                row[j + 1] = min(diagonal + (a[i] == b[j] ? 0 : 1), above + 1, row[j] + 1)
                diagonal = above
            }
        }
        return row[b.count]
    }
}
