import FileAccess
import GeoModel
import PlanningModel

/// Finds the communes that a user names by Insee code or by name, in the territory of a plan.
struct PlanCommunes {
    private let territory: Territory
    private let known: Set<String>
    private let file: String

    init(_ scenario: Scenario, _ file: String) {
        territory = scenario.territory
        known = Set(scenario.services.flatMap(\.communes))
        self.file = file
    }

    /// Codes in the order of the words, each once; a word may hold several, with commas between them.
    ///
    /// - Throws: `InputFailure` with every word that names no commune of a service, or more than one.
    func codes(_ words: [String]) throws(InputFailure) -> [String] {
        var codes: [String] = []
        var findings: [Finding] = []
        for word in words.flatMap({ $0.split(separator: ",") }).map({ $0.trimmed }) where !word.isEmpty {
            let all = territory.communes.filter { $0.code == word || Self.folded($0.name) == Self.folded(word) }
            let own = all.filter { known.contains($0.code) }
            if own.count == 1 {
                if !codes.contains(own[0].code) { codes.append(own[0].code) }
            } else {
                findings.append(Finding(fault(word, all, own), file: file, column: "--commune"))
            }
        }
        guard findings.isEmpty else { throw InputFailure(findings: findings) }
        return codes
    }

    private func fault(_ word: String, _ all: [Commune], _ own: [Commune]) -> InputFault {
        if own.count > 1 { return .territory(.ambiguousCommune(word, own.map(\.code))) }
        if let outside = all.first { return .territory(.communeOfNoService(outside.name, outside.code)) }
        let communes = territory.communes.filter { known.contains($0.code) }
        let near = NearestNames.of(word, among: communes.map { "\($0.code) \($0.name)" } + communes.map(\.name))
        return .territory(.communeNotNamed(word, near: near))
    }

    /// Without accents, case, hyphens and the like.
    private static func folded(_ text: String) -> String {
        NearestNames.folded(text).filter { $0.isLetter || $0.isNumber }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
