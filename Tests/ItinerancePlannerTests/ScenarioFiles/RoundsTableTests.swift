import Foundation
import Testing

/// `verifier tournees.csv --projet`: rounds in a table, as `planifier` writes them and as a hand changes them.
@Suite("Rounds in a table")
struct RoundsTableTests {
    private func rules(_ output: String) throws -> [[String: Any]] {
        let summary = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        return try #require(summary["regles"] as? [[String: Any]])
    }

    /// Figures of each rule, as text.
    private func figures(_ output: String) throws -> [String] {
        try rules(output).map { rule in
            String(decoding: try JSONSerialization.data(withJSONObject: rule, options: .sortedKeys), as: UTF8.self)
        }
    }

    private let check = ["verifier", "plan/tournees.csv", "--projet", "essai.yaml"]

    private func line(_ runner: CommandRunner, _ number: Int) throws -> String {
        try runner.read("plan/tournees.csv").components(separatedBy: "\r\n")[number]
    }

    @Test("What planifier writes is judged as its plan.json is, rule by rule, in any dialect of CSV")
    func roundTrip() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        let plan = try runner.run(["verifier", "plan/plan.json", "--json"])
        let table = try runner.run(check + ["--json"])
        #expect(table.code == 0, "\(table.error)")
        #expect(try figures(table.output) == figures(plan.output))
        // No search has made these rounds: no bound is announced, and no proof of one is proposed.
        let said = try runner.run(check).output
        #expect(said.contains("un tableau de tournées n'en a pas") && !said.contains("annoncée"))
        #expect(!table.output.contains("annoncee") && plan.output.contains("annoncee"))
        let text = try runner.read("plan/tournees.csv").replacingOccurrences(of: "\u{FEFF}", with: "")
        // As a spreadsheet elsewhere saves it: commas, seconds, and no columns that may be left out.
        let other = text.components(separatedBy: "\r\n").filter { !$0.isEmpty }.map { row in
            row.components(separatedBy: ";").prefix(8).map { cell in
                cell.count == 5 && cell.contains(":") ? cell + ":00" : cell
            }.joined(separator: ",")
        }
        try runner.write("autre.csv", other.joined(separator: "\n"))
        let again = try runner.run(["verifier", "autre.csv", "--projet", "essai.yaml", "--json"])
        #expect(again.code == 0, "\(again.error)")
        #expect(
            try rules(again.output).map { "\($0["etat"] ?? "")" } == rules(plan.output).map { "\($0["etat"] ?? "")" })
    }

    @Test("A visit taken out by hand is judged: R15 or R33 is broken, code 3")
    func changedByHand() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        try runner.edit("plan/tournees.csv", try line(runner, 1) + "\r\n", "")
        let result = try runner.run(check)
        #expect(result.code == 3)
        #expect(result.output.contains("Règles non respectées"))
    }

    @Test("What is wrong in a table is told with line and column, code 2; without a scenario code 64")
    func faults() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        #expect(try runner.run(["verifier", "plan/tournees.csv"]).code == 64)
        let whole = try runner.read("plan/tournees.csv")
        let row = try line(runner, 1)
        let cells = row.components(separatedBy: ";")
        let faults: [(column: Int, text: String, says: [String])] = [
            (0, "lrx", ["service", "« lrx » n'est pas dans le scénario", "« lr »"]),
            (1, "9", ["semaine", "de 1 à 4"]), (2, "lundy", ["jour", "lundi"]), (3, "van-9", ["vehicule", "van-9"]),
            (5, "lieu-0", ["lieu", "lieu-0"]), (6, "25:00", ["ouverture_debut", "n'est pas une heure"]),
            (7, "6:00", ["ouverture_fin", "finit avant de commencer"]), (4, "", ["equipe", "valeur absente"]),
        ]
        for fault in faults {
            var other = cells
            other[fault.column] = fault.text
            try runner.write(
                "plan/tournees.csv", whole.replacingOccurrences(of: row, with: other.joined(separator: ";")))
            let result = try runner.run(check)
            #expect(result.code == 2)
            #expect(result.error.contains("tournees.csv") && result.error.contains("ligne 2"), "\(result.error)")
            for words in fault.says { #expect(result.error.contains(words), "\(words): \(result.error)") }
        }
        try runner.write("plan/tournees.csv", whole + row + "\r\n")
        let twice = try runner.run(check)
        #expect(twice.code == 2 && twice.error.contains("qu'à la ligne 2"), "\(twice.error)")
        for (text, words) in [("", "vide"), ("service;semaine\r\nlr;1\r\n", "« jour » absente")] {
            try runner.write("plan/tournees.csv", text)
            let result = try runner.run(check)
            #expect(result.code == 2 && result.error.contains(words), "\(result.error)")
        }
    }
}
