import Foundation
import Testing

/// `planifier --depart`.
@Suite("Planning from an earlier plan")
struct StartPlanCommandTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// Venue of each visit, with week and weekday.
    private func visits(_ plan: [String: Any]) throws -> [String] {
        let services = try #require(plan["services"] as? [[String: Any]])
        return services.flatMap { $0["journees"] as? [[String: Any]] ?? [] }.flatMap { day in
            (day["visites"] as? [[String: Any]] ?? []).map {
                "\(day["semaine"] ?? "") \(day["jour"] ?? "") \($0["lieu"] ?? "")"
            }
        }.sorted()
    }

    /// The plan with another venue in place of one that it visits, in its days only.
    private func losing(_ venue: String, _ text: String) throws -> String {
        var plan = try object(text)
        var services = try #require(plan["services"] as? [[String: Any]])
        for service in services.indices {
            var days = try #require(services[service]["journees"] as? [[String: Any]])
            for day in days.indices {
                var own = try #require(days[day]["visites"] as? [[String: Any]])
                for visit in own.indices where own[visit]["lieu"] as? String == venue {
                    own[visit]["lieu"] = "salle-disparue"
                }
                days[day]["visites"] = own
            }
            services[service]["journees"] = days
        }
        plan["services"] = services
        return String(decoding: try JSONSerialization.data(withJSONObject: plan), as: UTF8.self)
    }

    @Test("The plan comes back at once: the first line of the log has its value")
    func comesBack() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        let first = try object(try runner.read("plan/plan.json"))
        let again = try runner.run([
            "planifier", "essai.yaml", "--sortie", "suite", "--depart", "plan/plan.json", "--noeuds", "1",
        ])
        #expect(again.code == 0)
        #expect(again.error.isEmpty)
        let second = try object(try runner.read("suite/plan.json"))
        let value = try #require(first["valeur"] as? Double)
        #expect(second["valeur"] as? Double == value)
        #expect(try visits(second) == visits(first))
        let line = try runner.read("suite/recherche.csv").split(separator: "\n")[1].split(separator: ";")
        #expect(Double(line[1]) == value)
        #expect(line.last == "0")
        let files = try #require(second["fichiers"] as? [[String: String]])
        #expect(files.contains { $0["nom"] == "plan.json" })
        #expect(try runner.run(["verifier", "suite/plan.json"]).code == 0)
    }

    @Test("What has no place any more is said in one line, and the plan is as good")
    func lost() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        let text = try runner.read("plan/plan.json")
        let first = try object(text)
        let venue = try #require(try visits(first).first?.split(separator: " ").last.map(String.init))
        try runner.write("depart.yaml", try losing(venue, text))
        let result = try runner.run(["planifier", "essai.yaml", "--sortie", "suite", "--depart", "depart.yaml"])
        #expect(result.code == 0)
        #expect(result.error.hasPrefix("1 visite du plan de départ n'a plus sa place : salle-disparue ("))
        #expect(result.error.hasSuffix(", van-1).\n"))
        #expect(result.error.split(separator: "\n").count == 1)
        #expect(try object(try runner.read("suite/plan.json"))["valeur"] as? Double == first["valeur"] as? Double)
    }

    @Test(
        "A file that is no plan gets a message and code 2, and nothing is written",
        arguments: CommandTests.notPlans)
    func notAPlan(_ text: String, _ message: String) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.write("depart.yaml", text)
        let result = try runner.plan(["--depart", "depart.yaml"])
        #expect(result.code == 2)
        #expect(result.error == "depart.yaml : \(message)\n")
        #expect(try runner.leftovers().isEmpty)
    }

    @Test("A plan that is not there, or of other services, gets a message and code 2")
    func noService() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let missing = try runner.plan(["--depart", "absent.json"])
        #expect(missing.code == 2)
        #expect(missing.error == "absent.json : fichier introuvable. Vérifiez le chemin et le nom.\n")
        #expect(try runner.leftovers().isEmpty)
        #expect(try runner.plan().code == 0)
        try runner.edit("essai.yaml", "- id: lr", "- id: autre")
        let result = try runner.run(["planifier", "essai.yaml", "--sortie", "suite", "--depart", "plan/plan.json"])
        #expect(result.code == 2)
        #expect(
            result.error
                == "plan/plan.json : ce plan de départ n'a aucun service de ce scénario. Services du plan : « lr » ; du scénario : « autre ». Donnez un plan d'un de ces services (--depart).\n"
        )
        #expect(try runner.leftovers() == ["plan"])
    }
}
