import Foundation
import Testing

/// `replanifier` and `diff`.
@Suite("Changing a plan")
struct ReplanCommandTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// Identifiers of the stops of a plan.
    private func stops(_ runner: CommandRunner, _ file: String) throws -> Set<String> {
        let services = try #require(try object(runner.read(file))["services"] as? [[String: Any]])
        let days = services.flatMap { $0["journees"] as? [[String: Any]] ?? [] }
        return Set(days.flatMap { ($0["visites"] as? [[String: Any]] ?? []).compactMap { $0["lieu"] as? String } })
    }

    @Test(
        "A closed venue costs its stop alone: the rest is kept, the plan passes the check, and those to tell are named")
    func closed() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        let before = try stops(runner, "plan/plan.json")
        let venue = try #require(before.sorted().first)
        let result = try runner.run([
            "replanifier", "plan/plan.json", "--evenement", "lieu-ferme=\(venue)", "--du", "2027-02-01", "--sortie",
            "suite", "--json",
        ])
        #expect(result.code == 0, "\(result.error)")
        let summary = try object(result.output)
        #expect((summary["poids_minimal"] as? [String: Int])?.values.reduce(0, +) == summary["poids"] as? Int)
        let after = try stops(runner, "suite/plan.json")
        #expect(!after.contains(venue))
        #expect(before.subtracting([venue]).isSubset(of: after) || summary["poids"] as? Int ?? 0 > 100)
        #expect(try runner.run(["verifier", "suite/plan.json"]).code == 0)
        let notices = try runner.read("suite/annonces.txt").replacing("\u{00A0}", with: " ")
        #expect(notices.contains("À partir du 1er février 2027"))
        #expect(try runner.read("suite/changements.csv").contains(";\(venue);"))
        // The same list without a search.
        let diff = try runner.run(["diff", "plan/plan.json", "suite/plan.json", "--json"])
        #expect(diff.code == 0)
        #expect(try object(diff.output)["poids"] as? Int == summary["poids"] as? Int)
        #expect(try (object(diff.output)["changements"] as? [Any])?.count == (summary["changements"] as? [Any])?.count)
    }

    @Test("A scenario that says nothing new changes nothing, byte for byte")
    func nothing() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        let result = try runner.run(["replanifier", "plan/plan.json", "--avec", "essai.yaml", "--sortie", "suite"])
        #expect(result.code == 0)
        #expect(result.output.contains("Rien ne change"))
        #expect(try runner.data("suite/plan.json") == runner.data("plan/plan.json"))
        #expect(try runner.data("suite/horaires.html") == runner.data("plan/horaires.html"))
    }

    @Test("What cannot be is told, and nothing is written")
    func refused() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        try runner.edit("essai.yaml", "  min_visites: 4", "  min_visites: 4\n  cycle_semaines: 2")
        let cases: [([String], Int32, String)] = [
            ([], 64, "Rien n'est arrivé"), (["--evenement", "panne"], 64, "n'est pas un événement"),
            (["--evenement", "lieu-ferme=lieu-0"], 2, "n'est pas dans ce plan"),
            (["--evenement", "vehicule-arrete=van-1"], 4, "sans lui, pas de tournée"),
            (["--evenement", "personne-absente=personne-0"], 2, "n'est pas dans ce plan"),
            (["--evenement", "centre-social-ouvre=00000"], 2, "n'est pas dans ce plan"),
            (["--evenement", "jour-ferme=demain"], 64, "n'est pas un événement"),
            (["--evenement", "jour-ferme=2026-12-31"], 2, "le plan commence le"),
            (["--evenement", "lieu-ferme=lieu-59601", "--du", "2026-12-07"], 2, "rien ne peut changer"),
            (["--evenement", "lieu-ferme=lieu-59601", "--du", "bientôt"], 64, "--du attend une date"),
            (["--evenement", "lieu-ferme=lieu-59601", "--au", "2027-01-08"], 64, "--au demande --du"),
            (
                ["--evenement", "lieu-ferme=lieu-59601", "--du", "2027-01-08", "--au", "2027-01-07"], 64,
                "--au est avant --du"
            ),
            (
                ["--evenement", "commune-rejoint=59035", "--du", "2027-01-04", "--au", "2027-01-08"], 64,
                "ne va pas avec --au"
            ),
            (["--avec", "essai.yaml", "--du", "2027-01-04", "--au", "2027-01-08"], 64, "--au ne va pas avec --avec"),
            (
                ["--evenement", "vehicule-arrete=van-1", "--du", "2027-01-04", "--au", "2028-01-08"], 2,
                "un changement pour de bon"
            ),
            (["--evenement", "vehicule-arrete=van-1", "--du", "2027-01-04", "--au", "9999-12-31"], 2, "pour de bon"),
            (["--evenement", "jour-ferme=2027-01-05", "--perte-max", "3"], 64, "ne vaut que pour un changement"),
            (["--evenement", "lieu-ferme=lieu-59601", "--perte-max", "beaucoup"], 64, "--perte-max attend"),
            (["--avec", "essai.yaml"], 2, "cycle"), (["--avec", "absent.yaml"], 2, "absent.yaml"),
        ]
        for (options, code, words) in cases {
            let result = try runner.run(["replanifier", "plan/plan.json", "--sortie", "suite"] + options)
            #expect(result.code == code, "\(options): \(result.error)")
            #expect(result.error.contains(words), "\(options): \(result.error)")
            #expect(try runner.leftovers() == ["plan"], "\(options)")
        }
        #expect(try runner.run(["diff", "plan/plan.json", "absent.json"]).code == 2)
        var broken = try object(try runner.read("plan/plan.json"))
        broken["valeur"] = 999
        try JSONSerialization.data(withJSONObject: broken).write(to: runner.folder.appendingPathComponent("faux.json"))
        let refused = try runner.run([
            "replanifier", "faux.json", "--evenement", "lieu-ferme=lieu-59601", "--sortie", "suite",
        ])
        #expect(refused.code == 3)
        #expect(refused.error.contains("ce plan ne passe pas le contrôle"))
    }
}
