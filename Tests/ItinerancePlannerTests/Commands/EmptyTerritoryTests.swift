import Foundation
import Testing

/// A service is never left out without a word.
@Suite("Services whose territory has no commune")
struct EmptyTerritoryTests {
    @Test("An empty list is told of, alone or beside another service, by every command that reads scenarios")
    func empty() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        let own = "epci:\n      - \"200043404\""
        for list in ["epci: []", "communes: []", "epci: []\n    communes: []"] {
            try runner.write("vide.yaml", CommandRunner.scenario.replacingOccurrences(of: own, with: list))
            let other = [
                "  - id: vide", "    nom: Vide", "    type: LR", "    " + list, "    depot: depot-avesnes",
                "    vehicule: van-2", "    equipe: equipe-2", "parametres:",
            ].joined(separator: "\n")
            try runner.write(
                "deux.yaml", CommandRunner.scenario.replacingOccurrences(of: "parametres:", with: other))
            for scenario in ["vide.yaml", "deux.yaml"] {
                for command in [
                    ["planifier", scenario, "--sortie", "neuf"],
                    ["replanifier", "plan/plan.json", "--avec", scenario, "--sans-registre", "--sortie", "neuf"],
                    ["besoins", scenario, "--sortie", "neuf"],
                ] {
                    let result = try runner.run(command)
                    #expect(result.code == 2, "\(command) \(list): \(result.output)")
                    #expect(result.error.contains("n'a aucune commune"), "\(result.error)")
                }
            }
        }
    }

    @Test("An EPCI that no commune belongs to is told of")
    func epci() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.write("epci.csv", try runner.read("epci.csv") + "999999999;CC d'ailleurs;CC\n")
        try runner.edit("essai.yaml", "epci:\n      - \"200043404\"", "epci: [\"200043404\", \"999999999\"]")
        let result = try runner.plan()
        #expect(result.code == 2 && result.error.contains("999999999"), "\(result.error)")
    }
}
