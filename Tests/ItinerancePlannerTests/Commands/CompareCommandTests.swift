import Foundation
import FrenchText
import Testing

@Suite("Command comparer")
struct CompareCommandTests {
    typealias Object = [String: Any]

    private func object(_ text: String) throws -> Object {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    }

    /// A second scenario of the same name: fewer hours, and a name that would break a page.
    private func variant(_ runner: CommandRunner, _ name: String, _ parameters: String) throws {
        try runner.write(
            name,
            CommandRunner.scenario.replacingOccurrences(of: "nom: Essai", with: "nom: \"L'Orée de Mormal <b>\"")
                + "\n" + parameters)
    }

    @Test("Each figure of a plan is that of its own file, and gains over communes add up to the need reached")
    func figures() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try variant(runner, "moins.yaml", "  heures_semaine_max: 30\n")
        let result = try runner.run(
            ["comparer", "essai.yaml", "moins.yaml", "--duree", "60", "--sortie", "la", "--sans-pdf"])
        #expect(result.code == 0 && result.error.isEmpty, "\(result.error)")
        #expect(result.output.contains("A est meilleur que B à coup sûr"), "\(result.output)")
        #expect(
            try runner.files(in: "la") == [
                "comparaison-communes.csv", "comparaison-epci.csv", "comparaison.csv", "comparaison.html",
                "comparaison.json", "plans/essai/plan.json", "plans/moins/plan.json",
            ])

        let file = try object(try runner.read("la/comparaison.json"))
        let plans = try #require(file["plans"] as? [Object])
        var recounts: [PlanRecount] = []
        for (entry, name) in zip(plans, ["essai", "moins"]) {
            let path = "la/plans/\(name)/plan.json"
            let plan = try object(try runner.read(path))
            let recount = try PlanRecount(plan)
            recounts.append(recount)
            let total = try #require(entry["total"] as? Object)
            func figure(_ key: String) throws -> Double { try #require(total[key] as? Double, "\(key)") }
            #expect(try figure("valeur") == plan["valeur"] as? Double)
            #expect(try figure("borne") == plan["borne"] as? Double)
            #expect(try figure("ecart") == plan["ecart"] as? Double)
            #expect(try figure("points_couverts") == Double(recount.need) / 1000)
            #expect(abs(try figure("part_du_besoin_couvert") - Double(recount.need) / Double(recount.stake)) < 1e-9)
            #expect(abs(try figure("km_4_semaines") - recount.kilometres) < 1e-6)
            #expect(abs(try figure("heures_personnes_4_semaines") - recount.personHours) < 1e-6)
            #expect(abs(try figure("euros_route_4_semaines") - recount.roadEuros) < 1e-6)
            #expect(abs(try figure("euros_personnel_4_semaines") - recount.staffEuros) < 1e-6)
            #expect(abs(try figure("gini") - recount.gini) < 1e-9)
            #expect(abs(try figure("benefice_cinquieme_moins_servi") - recount.worstOffFifth) < 1e-9)
            let check = try object(try runner.run(["verifier", path, "--json"]).output)
            #expect(entry["valide"] as? Bool == check["valide"] as? Bool)
            let rules = try #require(check["regles"] as? [Object])
            let unchecked = rules.filter {
                $0["nature"] as? String == RuleWords.kind(.r05)
                    && $0["etat"] as? String == RuleWords.state(.notCheckable)
            }.compactMap { $0["id"] as? String }
            #expect(entry["regles_obligatoires_non_verifiables"] as? [String] == unchecked)
        }

        let pair = try #require((file["comparaisons"] as? [Object])?.first)
        let service = try #require((pair["services"] as? [Object])?.first)
        let communes = try #require(service["communes"] as? [Object])
        #expect(communes.count == 12)
        let gains = communes.reduce(0) { $0 + Int((($1["difference_points"] as? Double ?? 0) * 1000).rounded()) }
        #expect(gains == recounts[1].need - recounts[0].need && gains != 0)
        for commune in communes {
            guard let change = commune["difference_benefice"] as? Double else { continue }
            let code = try #require(commune["code_insee"] as? String)
            let own = try #require(recounts[1].benefits[code]?.benefit) - recounts[0].benefits[code]!.benefit
            #expect(abs(change - own) < 1e-12)
            #expect((commune["volume"] as? Double) == recounts[0].benefits[code]?.volume)
        }
        let page = try runner.read("la/comparaison.html")
        #expect(!page.contains("Mormal <b>") && page.contains("Mormal &lt;b&gt;"))
    }

    @Test(
        "Plans of the same bytes are told and compared; the same inputs give the same bytes; nothing is overwritten unasked"
    )
    func samePlan() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan(["--ecart", "1"]).code == 0)
        try FileManager.default.copyItem(
            at: runner.folder.appendingPathComponent("plan"), to: runner.folder.appendingPathComponent("autre"))
        try FileManager.default.createDirectory(
            at: runner.folder.appendingPathComponent("b/plan"), withIntermediateDirectories: true)
        try runner.write("b/plan/plan.json", try runner.read("plan/plan.json"))
        let inputs = ["plan/plan.json", "autre/plan.json", "b/plan/plan.json"]
        let result = try runner.run(["comparer"] + inputs + ["--sortie", "la", "--sans-pdf"])
        #expect(result.code == 0)
        #expect(result.error.contains("autre/plan.json : mêmes octets que plan/plan.json"))
        #expect(result.output.contains("se valent à coup sûr") || result.output.contains("On ne peut pas le dire"))
        #expect(
            result.output.contains("A – plan (plan/plan.json)") && result.output.contains("C – plan (b/plan/plan.json)")
        )
        #expect(result.output.contains("0 commune gagne, 0 commune perd"))
        let again = try runner.run(["compare"] + inputs + ["--sortie", "bis", "--sans-pdf"])
        #expect(again.code == 0)
        for name in try runner.files(in: "la") { #expect(try runner.data("la/\(name)") == runner.data("bis/\(name)")) }
        #expect(try runner.run(["comparer"] + inputs + ["--sortie", "la", "--sans-pdf"]).code == 74)
        #expect(try runner.run(["comparer"] + inputs + ["--sortie", "la", "--sans-pdf", "--remplacer"]).code == 0)
        #expect(try runner.leftovers() == ["autre", "b", "bis", "la", "plan"])
    }

    @Test("Other prices and another territory: only facts are compared, and communes of one plan are told")
    func otherScales() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try variant(runner, "prix.yaml", "  lambda: 0.05\n")
        let communes = try runner.read("communes.csv").split(whereSeparator: \.isNewline)
        let own = communes.filter { $0.contains("200043404") }.compactMap { line in
            line.split(separator: ",").first.map(String.init)
        }
        let kept = own.dropLast().map { "\"\($0)\"" }.joined(separator: ", ")
        try runner.write(
            "onze.yaml",
            CommandRunner.scenario.replacingOccurrences(
                of: "    epci:\n      - \"200043404\"", with: "    communes: [\(kept)]"))
        let result = try runner.run(
            [
                "comparer", "essai.yaml", "prix.yaml", "onze.yaml", "--ecart", "2", "--duree", "60", "--sortie", "la",
                "--sans-pdf", "--json",
            ])
        #expect(result.code == 0, "\(result.error)")
        let pairs = try #require(try object(result.output)["comparaisons"] as? [Object])
        let verdicts = pairs.compactMap { $0["meilleurs_plans"] as? Object }
        #expect(verdicts.map { $0["valeurs_comparables"] as? Bool } == [false, false])
        #expect(verdicts[0]["differences"] as? [String] == ["prix"] && verdicts[0]["verdict"] == nil)
        #expect((verdicts[1]["differences"] as? [String])?.contains("communes") == true)
        #expect(
            (verdicts[0]["phrase"] as? String)?.hasPrefix("Valeurs de A et B non comparables : les prix diffèrent.")
                == true)
        let services = try #require(pairs[1]["services"] as? [Object])
        let alone = try #require(services.first?["communes"] as? [Object]).filter {
            $0["statut_plan"] as? String == "hors_territoire"
        }
        #expect(alone.compactMap { $0["code_insee"] as? String } == [own.last])
        #expect(alone.allSatisfy { $0["difference_benefice"] == nil })
        #expect(try runner.read("la/comparaison.html").contains("Ne comptent que dans la référence"))
        #expect(try runner.read("la/comparaison.json") == result.output)
    }

    @Test("Between cycles of different lengths, what rounding may bring is counted and told")
    func differentCycles() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try variant(runner, "court.yaml", "  cycle_semaines: 2\n")
        let result = try runner.run(
            ["comparer", "essai.yaml", "court.yaml", "--ecart", "2", "--sortie", "la", "--sans-pdf", "--json"])
        #expect(result.code == 0, "\(result.error)")
        let pair = try #require((try object(result.output)["comparaisons"] as? [Object])?.first)
        let verdict = try #require(pair["meilleurs_plans"] as? Object)
        func figure(_ range: String, _ end: String) throws -> Double {
            try #require((verdict[range] as? Object)?[end] as? Double, "\(range) \(end)")
        }
        let own = "meilleur_plan_de_la_reference"
        let other = "meilleur_plan_de_l_autre"
        // Half a thousandth for each of 20 days and of 10.
        let least = try figure(other, "au_moins") - figure(own, "au_plus") - 0.015
        let most = try figure(other, "au_plus") - figure(own, "au_moins") + 0.015
        #expect(abs(try figure("valeur_en_plus", "au_moins") - least) < 1e-9)
        #expect(abs(try figure("valeur_en_plus", "au_plus") - most) < 1e-9)
        #expect((verdict["verdict"] as? String == "indecis") == (least <= 0 && most >= 0))
        #expect((verdict["phrase"] as? String)?.contains("0,015 point peut venir des arrondis") == true)
    }

    @Test(
        "Arguments that make no sense are told, and nothing is written",
        arguments: [
            (["comparer", "essai.yaml", "--sortie", "x"], Int32(64), "deux plans ou scénarios au moins"),
            (["comparer", "a.json", "b.txt", "--sortie", "x"], 64, "b.txt : un plan (.json) ou un scénario"),
            (["comparer", "essai.yaml", "essai.yaml", "--sortie", "x", "--ecart", "200"], 64, "--ecart attend"),
            (["comparer", "absent.json", "essai.yaml", "--sortie", "x"], 2, "absent.json : fichier introuvable"),
            (["comparer", "absent.json", "vide.yaml", "--sortie", "x"], 2, "vide.yaml : fichier introuvable"),
            (["comparer", "geste.json", "essai.yaml", "--sortie", "x"], 2, "geste.json : "),
            (["comparer", "vieux.json", "essai.yaml", "--sortie", "x"], 2, "vieux.json : version 3 du format"),
        ])
    func refused(_ arguments: [String], _ code: Int32, _ words: String) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.write("geste.json", "{\"type\": \"FeatureCollection\"}")
        try runner.write("vieux.json", "{\"format\": \"itinerance-plan\", \"version\": 3}")
        let result = try runner.run(arguments)
        #expect(result.code == code && result.error.contains(words), "\(result.error)")
        #expect(try runner.leftovers() == ["geste.json", "vieux.json"])
    }

    @Test("A plan that does not pass the check is refused with its fault")
    func invalid() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan(["--ecart", "1"]).code == 0)
        var plan = try object(try runner.read("plan/plan.json"))
        plan["valeur"] = 999
        try FileManager.default.createDirectory(
            at: runner.folder.appendingPathComponent("faux"), withIntermediateDirectories: true)
        try JSONSerialization.data(withJSONObject: plan).write(
            to: runner.folder.appendingPathComponent("faux/plan.json"))
        let result = try runner.run(["comparer", "plan/plan.json", "faux/plan.json", "--sortie", "la"])
        #expect(result.code == 3)
        #expect(
            result.error.contains("faux/plan.json : ce plan ne passe pas le contrôle") && result.error.contains("999"))
        #expect(try runner.leftovers() == ["faux", "plan"])
    }

    @Test("Ctrl-C while the page is printed ends it at once: nothing is written, and WeasyPrint stops")
    func interrupted() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan(["--ecart", "1"]).code == 0)
        try EndlessRenderer.interrupt(["comparer", "plan/plan.json", "plan/plan.json", "--sortie", "la"], runner)
        #expect(!FileManager.default.fileExists(atPath: runner.folder.appendingPathComponent("la").path))
    }
}
