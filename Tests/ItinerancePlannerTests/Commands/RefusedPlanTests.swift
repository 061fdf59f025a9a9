import Foundation
import Testing

/// Nothing is made of a plan that `verifier` refuses, by whatever command, unless the user says so.
@Suite("Plans that do not pass the check")
struct RefusedPlanTests {
    /// What somebody did to a plan after it was made.
    enum Change: String, CaseIterable {
        /// The data, so that figures and fingerprint are wrong.
        case data
        /// A name, so that only the fingerprint is.
        case name
        /// A place that stops are at.
        case venue

        func make(in plan: inout [String: Any], stop: String) throws {
            var data = try #require(plan["donnees"] as? [String: Any])
            var territory = try #require(data["territoire"] as? [String: Any])
            switch self {
            case .data:
                var communes = try #require(territory["communes"] as? [[String: Any]])
                communes[0]["menages"] = 99_999
                territory["communes"] = communes
            case .name: data["nom"] = "Autre nom"
            case .venue:
                let venues = try #require(territory["lieux"] as? [[String: Any]])
                territory["lieux"] = venues.filter { $0["id"] as? String != stop }
            }
            data["territoire"] = territory
            plan["donnees"] = data
        }
    }

    private func changed(_ change: Change) throws -> CommandRunner {
        let fixture = try RegisterFixture()
        let runner = fixture.runner
        try fixture.plan()
        var plan = try fixture.object(try runner.read("plan/plan.json"))
        try change.make(in: &plan, stop: try fixture.firstStop())
        try JSONSerialization.data(withJSONObject: plan).write(to: runner.folder.appendingPathComponent("faux.json"))
        return runner
    }

    @Test("Where report and refusal go to one file, the refusal is its last line and breaks no other")
    func order() throws {
        let runner = try changed(.name)
        defer { runner.remove() }
        let apart = try runner.run(["verifier", "faux.json"])
        let both = try runner.run(["verifier", "faux.json"], through: ["sh", "-c", "exec \"$0\" \"$@\" 2>&1"])
        #expect(both.code == 3 && both.error.isEmpty && !apart.error.isEmpty)
        #expect(both.output == apart.output + apart.error)
    }

    @Test("Every command that makes something of a plan refuses it, and writes nothing", arguments: Change.allCases)
    func refused(_ change: Change) throws {
        let runner = try changed(change)
        defer { runner.remove() }
        #expect(try runner.run(["verifier", "faux.json"]).code == 3)
        try runner.write("realise.csv", "lundi;service;lieu;statut\n")
        for command in [
            ["publier", "faux.json", "--sans-pdf", "--sortie", "neuf"], ["diff", "plan/plan.json", "faux.json"],
            ["diff", "faux.json", "plan/plan.json"], ["realise", "faux.json", "realise.csv", "--sortie", "neuf"],
            ["expliquer", "faux.json", "--semaine", "1"], ["robustesse", "faux.json", "--sortie", "neuf"],
            ["replanifier", "faux.json", "--evenement", "lieu-ferme=x", "--sortie", "neuf"],
            ["comparer", "plan/plan.json", "faux.json", "--sortie", "neuf"],
            ["couverture", "faux.json", "--sortie", "neuf"], ["conserver", "faux.json", "--registre", "neuf.gpkg"],
            ["epingler", "essai.yaml", "--lieu", "x", "--plan", "faux.json"],
        ] {
            let result = try runner.run(command)
            #expect(result.code == 3 || command[0] == "epingler", "\(command): \(result.code) \(result.error)")
            #expect(result.error.contains("ne passe pas le contrôle") || command[0] == "epingler", "\(result.error)")
        }
        #expect(try runner.leftovers() == ["faux.json", "plan", "plans.gpkg"])
    }

    @Test("Whoever must publish it has the word on every page", arguments: Change.allCases)
    func anyway(_ change: Change) throws {
        let runner = try changed(change)
        defer { runner.remove() }
        let result = try runner.run(["publier", "faux.json", "--malgre", "--sans-pdf", "--sortie", "neuf"])
        #expect(result.code == 0, "\(result.error)")
        #expect(result.error.contains("ne passe pas le contrôle"))
        for name in try runner.files(in: "neuf") where name.hasSuffix(".html") {
            #expect(try runner.read("neuf/\(name)").contains("content: \"Plan non valide\""), "\(name)")
        }
        let sound = try runner.run(["publier", "plan/plan.json", "--malgre", "--sans-pdf", "--sortie", "juste"])
        #expect(sound.code == 0 && sound.error.isEmpty)
        #expect(try !runner.read("juste/index.html").contains("Plan non valide"))
    }
}
