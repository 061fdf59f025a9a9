import FileAccess
import PlanningModel
import Yams

/// What only a person has, as far as it can be seen, is refused in a scenario: its texts may be published.
extension ScenarioReader {
    /// Where a number or a site is the office's own, and names of files.
    private static let officeContacts: Set = ["telephone", "site", "siret", "logo", "couleur"]
    private static let files: Set = ["donnees", "trajets", "durees_apprises"]

    package mutating func checkPersonalData(_ root: Node.Mapping) {
        for (key, node) in root {
            let word = key.string ?? ""
            guard !Self.files.contains(word) else { continue }
            if word == "bureau", let office = node.mapping {
                for (key, node) in office where !Self.officeContacts.contains(key.string ?? "") {
                    checkPersonalData(node, key.string ?? "")
                }
            } else {
                checkPersonalData(node, word)
            }
        }
    }

    private mutating func checkPersonalData(_ node: Node, _ key: String) {
        if let text = node.scalar?.string {
            if let sign = PersonalDataSign(text) {
                report(.cell(.personal(sign)), at: node, key: key)
            } else if ["id", "equipe", "auteur"].contains(key), PersonName.isLikely(text) {
                findings.add(
                    .cell(.likelyName(text)), file: name, line: node.mark?.line, column: key, level: .warning)
            }
        }
        for item in node.sequence ?? [] { checkPersonalData(item, key) }
        for (own, value) in node.mapping ?? [:] { checkPersonalData(value, own.string ?? key) }
    }

    /// One of a list; with something personal in it that alone is told.
    package mutating func channel(_ mapping: Node.Mapping) -> String {
        guard let text = scalar(mapping, "canal"), !text.isEmpty else { return "" }
        if let channel = ListeningChannel(word: text) { return channel.rawValue }
        if PersonalDataSign(text) == nil {
            report(
                .cell(.notAllowed(text, ListeningChannel.allCases.map(\.rawValue))), at: mapping[Node("canal")],
                key: "canal")
        }
        return ""
    }
}
