import Foundation
import Testing

@Suite("Command robustesse")
struct RobustnessCommandTests {
    typealias Object = [String: Any]

    private func object(_ text: String) throws -> Object {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    }

    private func figures(_ file: Object) throws -> [String: Object] {
        let service = try #require((file["services"] as? [Object])?.first)
        let all = try #require(service["mesures"] as? [Object]) + #require(service["visites_perdues"] as? [Object])
        return Dictionary(uniqueKeysWithValues: all.compactMap { own in (own["mesure"] as? String).map { ($0, own) } })
    }

    @Test("Each figure has its plan's value, its mean inside its interval, and the same in all files; a seed is a seed")
    func report() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan(["--ecart", "1"]).code == 0)
        let command = ["robustesse", "plan/plan.json", "--tirages", "300", "--sortie"]
        let result = try runner.run(command + ["la", "--json"])
        #expect(result.code == 0 && result.error.isEmpty, "\(result.error)")
        #expect(try runner.files(in: "la") == ["robustesse.csv", "robustesse.html", "robustesse.json"])
        #expect(try runner.read("la/robustesse.json") == result.output)
        let figures = try figures(try object(result.output))
        let lines = try runner.read("la/robustesse.csv").components(separatedBy: "\r\n").dropFirst().filter {
            !$0.isEmpty
        }
        #expect(lines.count == figures.count)
        for (key, own) in figures {
            let (low, mean, high) = (
                try #require(own["au_moins_95"] as? Double), try #require(own["moyenne"] as? Double),
                try #require(own["au_plus_95"] as? Double)
            )
            #expect(low <= mean + 1e-12 && mean <= high + 1e-12, "\(key)")
            let text = String(format: "%.6f", mean).replacingOccurrences(of: ".", with: ",")
            #expect(lines.contains { $0.contains(";\(key);") && $0.contains(";\(text);") }, "\(key)")
        }
        let recount = try PlanRecount(try object(try runner.read("plan/plan.json")))
        let need = try #require(figures["besoin_couvert"]?["plan"] as? Double)
        #expect(abs(need - Double(recount.need) / 1000) < 1e-9)
        let page = try runner.read("la/robustesse.html")
        #expect(page.components(separatedBy: "<svg").count == 4 && page.contains("à confirmer"))

        #expect(try runner.run(command + ["bis"]).code == 0)
        #expect(try runner.run(command + ["ter", "--graine", "2"]).code == 0)
        for name in try runner.files(in: "la") { #expect(try runner.data("la/\(name)") == runner.data("bis/\(name)")) }
        #expect(try runner.data("la/robustesse.json") != runner.data("ter/robustesse.json"))
        #expect(try runner.run(command + ["la"]).code == 74)
        #expect(try runner.run(command + ["la", "--remplacer"]).code == 0)
        #expect(try runner.leftovers() == ["bis", "la", "plan", "ter"])
    }

    @Test("Without absences and with drives as planned, nothing is late, and no half-day falls")
    func unperturbed() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan(["--ecart", "1"]).code == 0)
        let result = try runner.run(
            [
                "robustesse", "plan/plan.json", "--tirages", "20", "--trajets", "0", "--taux-absence", "0", "--sortie",
                "la", "--json",
            ])
        for (key, own) in try figures(try object(result.output))
        where key != "besoin_couvert" && key != "part_du_besoin" && key != "regret_au_plus" {
            let mean = try #require(own["moyenne"] as? Double)
            #expect(mean == own["plan"] as? Double, "\(key)")
            #expect(mean == own["au_moins_95"] as? Double || own["intervalle"] as? String == "wilson", "\(key)")
        }
    }

    @Test(
        "Arguments that make no sense are told, and nothing is written",
        arguments: [
            (["--tirages", "1"], Int32(64), "--tirages attend"), (["--trajets", "101"], 64, "--trajets attend"),
            (["--taux-absence", "x"], 64, "--taux-absence attend"), ([], 2, "plan.json : fichier introuvable"),
        ])
    func refused(_ extra: [String], _ code: Int32, _ words: String) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let result = try runner.run(["robustesse", "plan.json", "--sortie", "la"] + extra)
        #expect(result.code == code && result.error.contains(words), "\(result.error)")
        #expect(try runner.leftovers() == [])
    }
}
