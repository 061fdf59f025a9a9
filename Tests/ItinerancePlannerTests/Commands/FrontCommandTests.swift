import Foundation
import Testing

@Suite("Command front")
struct FrontCommandTests {
    typealias Object = [String: Any]

    private func object(_ text: String) throws -> Object {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    }

    /// Semicolons and a decimal comma, as Excel reads them.
    private func rows(_ text: String) -> [[String: String]] {
        let lines = text.replacingOccurrences(of: "\u{FEFF}", with: "").components(separatedBy: "\r\n")
            .filter { !$0.isEmpty }.map { $0.components(separatedBy: ";") }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    private func number(_ text: String?) -> Double? {
        text.flatMap { Double($0.replacingOccurrences(of: ",", with: ".")) }
    }

    @Test("Need, cost and equity of each point are those of its own plan, which passes the check of verifier")
    func figures() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let result = try runner.run(
            ["front", "essai.yaml", "--points", "6", "--duree", "120", "--sortie", "la", "--json"])
        #expect(result.code == 0 && result.error.isEmpty, "\(result.error)")
        #expect(try runner.read("la/front.json") == result.output)
        let file = try object(result.output)
        let points = try #require(file["points"] as? [Object])
        let kept = points.filter { $0["statut"] as? String == "garde" }
        #expect(kept.count >= 4, "\(kept.count)")
        let table = rows(try runner.read("la/front.csv"))
        #expect(table.count == points.count)
        let page = try runner.read("la/front.html")
        var figures: [(need: Double, euros: Double, equity: Double)] = []
        for (index, point) in points.enumerated() {
            func figure(_ key: String) throws -> Double { try #require(point[key] as? Double, "\(key)") }
            let row = table[index]
            #expect(row["point"] == String(index + 1) && point["point"] as? Int == index + 1)
            #expect(try abs(#require(number(row["besoin_couvert_points"])) - figure("besoin_couvert")) < 1e-9)
            #expect(try abs(#require(number(row["borne_points"])) - figure("borne")) < 1e-9)
            #expect(try abs(#require(number(row["euros_4_semaines"])) - figure("euros_4_semaines")) < 0.006)
            guard point["statut"] as? String == "garde" else { continue }
            let path = "la/" + (try #require(point["plan"] as? String))
            let plan = try object(try runner.read(path))
            let recount = try PlanRecount(plan)
            #expect(try abs(figure("besoin_couvert") - Double(recount.need) / 1000) < 1e-9)
            #expect(try abs(figure("euros_4_semaines") - recount.roadEuros) < 1e-6)
            #expect(try abs(figure("km_4_semaines") - recount.kilometres) < 1e-6)
            #expect(try abs(figure("heures_personnes_4_semaines") - recount.personHours) < 1e-6)
            #expect(try abs(figure("benefice_cinquieme_moins_servi") - recount.worstOffFifth) < 1e-9)
            let (need, bound) = (try figure("besoin_couvert"), try figure("borne"))
            #expect(try abs(figure("ecart") - (bound - need) / max(need, 1)) < 1e-9)
            #expect(try bound >= need && figure("ecart") <= 0.005)
            figures.append((need, try figure("euros_4_semaines"), try figure("benefice_cinquieme_moins_servi")))
            // Its limits are those that its proof is of, and it keeps them.
            let proof = try #require(point["preuve"] as? Object)
            let service = try #require(((plan["donnees"] as? Object)?["services"] as? [Object])?.first)
            let limit = (service["budgets"] as? Object)?["euros"] as? Double
            #expect(limit == proof["euros_au_plus"] as? Double)
            #expect(recount.roadEuros <= (limit ?? .infinity) + 1e-6)
            let floor = (service["planchers"] as? Object)?["moins_bien_servis"] as? Double
            #expect(floor == proof["equite_au_moins"] as? Double)
            #expect(recount.worstOffFifth >= (floor ?? 0) - 1e-9)
            #expect(try #require(plan["borne"] as? Double) <= bound + 1e-9)
            let check = try runner.run(["verifier", path, "--json"])
            #expect(check.code == 0, "\(check.output)")
            #expect(page.contains("plans/point-\(index + 1 < 10 ? "0" : "")\(index + 1)"))
        }
        for (place, own) in figures.enumerated() {
            for (other, rival) in figures.enumerated() where other != place {
                #expect(!(rival.need >= own.need && rival.euros <= own.euros && rival.equity >= own.equity))
            }
        }
        #expect(page.contains("<svg") && page.contains("aucun plan aussi économe et aussi équitable"))
        let steps = try #require(file["etapes"] as? [Object])
        #expect(rows(try runner.read("la/front-etapes.csv")).count == steps.count)
        for step in steps {
            let limits = try #require(step["limites"] as? Object)
            let bound = try #require(step["borne"] as? Double)
            for own in figures {
                let isInside =
                    own.euros <= (limits["euros_au_plus"] as? Double ?? .infinity)
                    && own.equity >= (limits["equite_au_moins"] as? Double ?? 0)
                #expect(!isInside || own.need <= bound)
            }
        }
        // Other commands take the plans.
        let two = kept.compactMap { $0["plan"] as? String }.prefix(2).map { "la/" + $0 }
        #expect(try runner.run(["comparer"] + two + ["--sortie", "deux", "--sans-pdf"]).code == 0)
    }

    @Test("The same scenario gives the same bytes; fewer points take the place of more; an older folder stays")
    func again() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let command = ["front", "essai.yaml", "--ecart", "1", "--points"]
        #expect(try runner.run(command + ["4", "--sortie", "la"]).code == 0)
        #expect(try runner.run(command + ["4", "--coeurs", "1", "--sortie", "bis"]).code == 0)
        let names = try runner.files(in: "la")
        #expect(try names == runner.files(in: "bis"))
        for name in names { #expect(try runner.data("la/\(name)") == runner.data("bis/\(name)"), "\(name)") }
        #expect(try runner.run(command + ["1", "--sortie", "la"]).code == 74)
        #expect(try runner.files(in: "la") == names)
        let result = try runner.run(command + ["1", "--sortie", "la", "--remplacer"])
        #expect(result.code == 0)
        let plans = try runner.files(in: "la").filter { $0.hasPrefix("plans/") }
        let points = try #require(try object(try runner.read("la/front.json"))["points"] as? [Object])
        #expect(plans == points.compactMap { $0["plan"] as? String }.sorted())
        #expect(try runner.leftovers() == ["bis", "la"])
    }

    @Test("Without a plan it is said that the search says so")
    func impossible() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.edit("essai.yaml", "    poids: 1", "    poids: 1\n    planchers:\n      moins_bien_servis: 0.99")
        let result = try runner.run(["front", "essai.yaml", "--sortie", "la"])
        #expect(result.code == 4 && result.error.contains("d'après la recherche"), "\(result.error)")
        #expect(try runner.leftovers() == [])
    }

    @Test("Ctrl-C ends it with 130, and nothing is written")
    func interrupted() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try FileManager.default.copyItem(
            at: CommandRunner.root.appendingPathComponent("data/nord/avesnois.yaml"),
            to: runner.folder.appendingPathComponent("avesnois.yaml"))
        let result = try runner.run(["front", "avesnois.yaml", "--sortie", "la"], interruptAfter: 3)
        #expect(result.code == 130 && result.error.contains("Rien n'a été écrit"), "\(result.error)")
        #expect(try runner.leftovers() == [])
    }

    @Test(
        "Arguments that make no sense are told, and nothing is written",
        arguments: [
            (["front", "essai.yaml", "--sortie", "x", "--points", "0"], Int32(64), "--points attend"),
            (["front", "essai.yaml", "--sortie", "x", "--ecart=-1"], 64, "--ecart attend"),
            (["front", "essai.yaml", "--sortie", "x", "--service", "autre"], 2, "service « autre » inconnu"),
            (["front", "gratuit.yaml", "--sortie", "x"], 2, "cout_km est nul"),
            (["front", "absent.yaml", "--sortie", "x"], 2, "absent.yaml"),
            (["front", "deux.yaml", "--sortie", "x"], 2, "--service : lr, autre"),
        ])
    func refused(_ arguments: [String], _ code: Int32, _ words: String) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.write("gratuit.yaml", CommandRunner.scenario + "\n  cout_km: 0\n")
        let second = """
              - id: autre
                nom: Autre
                type: LR
                communes: ["59001"]
                depot: depot-avesnes
                vehicule: van-2
                equipe: equipe-2
            parametres:
            """
        try runner.write(
            "deux.yaml", CommandRunner.scenario.replacingOccurrences(of: "parametres:", with: second))
        let result = try runner.run(arguments)
        #expect(result.code == code && result.error.contains(words), "\(result.error)")
        #expect(try runner.leftovers() == [])
    }
}
