import Foundation
import Testing

/// Two services with one van and one crew, each on its weekdays.
@Suite("Vans and crews shared by weekday")
struct SharedTeamsTests {
    private let alone = "    depot: depot-fourmies\n    vehicule: van-1\n    equipe: equipe-1\n"

    private func team(_ sharing: String) -> String {
        "    equipages:\n      - {vehicule: van-1, equipe: equipe-1, depot: depot-fourmies\(sharing)}\n"
    }

    private func share(_ runner: CommandRunner, _ first: String, _ second: String) throws {
        try runner.edit("essai.yaml", alone, team(first))
        try runner.edit(
            "essai.yaml", "parametres:\n",
            "  - id: m1000j\n    type: M1000J\n    epci: [\"200043404\"]\n" + team(second)
                + "parametres:\n  demi_journees_min: 3\n")
    }

    @Test("Each service keeps to its weekdays and its hours, and the person's week holds both")
    func shared() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try share(runner, ", jours: [lundi, mardi, mercredi]", ", jours: [jeudi, vendredi], heures: 13.5")
        let planned = try runner.plan()
        #expect(planned.code == 0, "\(planned.error)")
        let plan = try #require(
            try JSONSerialization.jsonObject(with: Data(try runner.read("plan/plan.json").utf8)) as? [String: Any])
        let services = try #require(plan["services"] as? [[String: Any]])
        let allowed = ["lr": ["lundi", "mardi", "mercredi"], "m1000j": ["jeudi", "vendredi"]]
        for service in services {
            let id = try #require(service["id"] as? String)
            let days = try #require(service["journees"] as? [[String: Any]])
            #expect(!days.isEmpty && days.allSatisfy { allowed[id]!.contains($0["jour"] as? String ?? "") })
        }
        let check = try runner.run(["verifier", "plan/plan.json"])
        #expect(check.code == 0, "\(check.output)")
        // What one hour more would bring is solved with the share of each service, and the plan of each is its best.
        let rule = try runner.run(["expliquer", "plan/plan.json", "--regle", "R22", "--json"])
        #expect(rule.code == 0, "\(rule.error)")
        let van = try runner.run(["expliquer", "plan/plan.json", "--vehicule", "van-1"])
        #expect(van.code == 0 && van.output.contains("LR d'essai") && van.output.contains("m1000j"), "\(van.output)")
        let forced = try runner.run(["expliquer", "plan/plan.json", "--commune", "59229", "--sortie", "avec"])
        #expect(forced.code == 0, "\(forced.error)")
        // A day moved to the other service's weekday is told.
        let text = try runner.read("plan/tournees.csv")
        let row = try #require(text.components(separatedBy: "\r\n").first { $0.hasPrefix("lr;1;lundi") })
        try runner.write("plan/tournees.csv", text.replacingOccurrences(of: "lr;1;lundi", with: "lr;1;jeudi"))
        let moved = try runner.run(["verifier", "plan/tournees.csv", "--projet", "essai.yaml"])
        #expect(moved.code == 3)
        #expect(
            moved.output.contains("l'équipage ne travaille pas ce jour-là pour ce service"), "\(row) \(moved.output)")
    }

    @Test("A common weekday, weekdays of one only, and more hours than the contract are told")
    func wrong() throws {
        for (first, second, words) in [
            (", jours: [lundi, mardi]", ", jours: [mardi, jeudi]", "« van-1 » est déjà dans un équipage"),
            (", jours: [lundi, mardi]", "", "« equipe-1 » est déjà dans un équipage"),
            (", jours: [lundi], heures: 20", ", jours: [mardi], heures: 20", "ont ensemble 40"),
            (", jours: [lundi], heures: 0", ", jours: [mardi]", "un nombre d'heures par semaine est attendu"),
            (", jours: [dimanche]", ", jours: [mardi]", "dimanche"),
        ] {
            let runner = try CommandRunner()
            defer { runner.remove() }
            try share(runner, first, second)
            let result = try runner.plan()
            #expect(result.code == 2, "\(words)")
            #expect(result.error.contains(words), "\(result.error)")
            #expect(try runner.leftovers().isEmpty)
        }
    }
}
