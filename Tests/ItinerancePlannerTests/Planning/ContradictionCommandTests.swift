import Foundation
import Testing

/// A scenario that contradicts itself is answered before any search, by its rule, both facts and the cure; it is never
/// called a defect of the program.
@Suite("Scenarios that contradict themselves")
struct ContradictionCommandTests {
    struct Contradiction: Sendable, CustomTestStringConvertible {
        var rule: String
        /// In the scenario of four services.
        var text: String
        var replacement: String
        /// In the table of vans.
        var van = ("", "")
        var code: Int32 = 4
        var told: [String]

        var testDescription: String { rule + " " + replacement.prefix(40) }
    }

    static let all = [
        Contradiction(
            rule: "R06", text: "    type: LR\n", replacement: "    type: LR\n    ages: 0-25\n",
            told: ["0-25", "Retirez « ages »"]),
        Contradiction(
            rule: "R01", text: "      - {jour: vendredi, debut: \"9:00\", fin: \"12:00\"}\n", replacement: "",
            told: ["4 demi-journées", "il en faut 5", "Ajoutez des ouvertures"]),
        Contradiction(
            rule: "R01", text: "{jour: vendredi, debut: \"9:00\", fin: \"12:00\"}",
            replacement: "{jour: vendredi, debut: \"9:00\", fin: \"11:00\"}", told: ["4 demi-journées"]),
        Contradiction(
            rule: "R16", text: "{jour: mardi, debut: \"18:00\", fin: \"21:00\"}",
            replacement: "{jour: mardi, debut: \"9:30\", fin: \"11:30\"}",
            told: ["9 h 30", "12 h", "Lieu ressources parentalité fixe de Fourmies", "a_cote_de"]),
        Contradiction(
            rule: "R19", text: "accompagnant_autorise: oui", replacement: "accompagnant_autorise: non",
            told: ["n'est pas autorisé", "accompagnant_autorise"]),
        Contradiction(
            rule: "R19", text: "{commune: \"59036\", nombre: 2}", replacement: "{commune: \"59036\", nombre: 12}",
            told: ["13 enfants", "a 9", "répartissez"]),
        Contradiction(
            rule: "R24", text: "{jour: vendredi, debut: \"9:00\", fin: \"12:00\"}",
            replacement: "{jour: dimanche, debut: \"9:00\", fin: \"12:00\"}", told: ["dimanche"]),
        Contradiction(
            rule: "R30", text: "", replacement: "", van: ("parents,3500,9,", "parents,3500,12,"),
            told: ["12 places", "D1"]),
        Contradiction(
            rule: "R30", text: "", replacement: "", van: ("Van 1,3500,3,", "Van 1,3500,12,"), code: 2,
            told: ["12 places", "D1"]),
    ]

    @Test("It is told before the search with both facts and the cure", arguments: all)
    func told(_ contradiction: Contradiction) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let source = try String(
            contentsOf: CommandRunner.root.appendingPathComponent("data/nord/quatre-services.yaml"), encoding: .utf8)
        #expect(source.contains(contradiction.text) || contradiction.text.isEmpty)
        try runner.write(
            "faux.yaml",
            contradiction.text.isEmpty
                ? source
                : source.replacing(contradiction.text, with: contradiction.replacement, maxReplacements: 1))
        if !contradiction.van.0.isEmpty {
            try runner.edit("vehicules.csv", contradiction.van.0, contradiction.van.1)
        }
        let result = try runner.run(["planifier", "faux.yaml", "--sortie", "faux"])
        #expect(result.code == contradiction.code, "\(result.error)")
        let plain = result.error.replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " ")
        for word in contradiction.told + [contradiction.rule] { #expect(plain.contains(word), "\(plain)") }
        #expect(!plain.contains("défaut"))
        #expect(!FileManager.default.fileExists(atPath: runner.folder.appendingPathComponent("faux").path))
    }
}
