import Foundation
import Testing

/// `expliquer`.
@Suite("Explaining plans")
struct ExplainCommandTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// A stop of the plan and a commune without one, by code.
    private func communes(_ plan: [String: Any]) throws -> (stop: String, other: String) {
        let data = try #require(plan["donnees"] as? [String: Any])
        let territory = try #require(data["territoire"] as? [String: Any])
        let venues = try #require(territory["lieux"] as? [[String: Any]])
        let services = try #require(plan["services"] as? [[String: Any]])
        let days = services.flatMap { $0["journees"] as? [[String: Any]] ?? [] }
        let visited = Set(
            days.flatMap { ($0["visites"] as? [[String: Any]] ?? []).compactMap { $0["lieu"] as? String } })
        let codes = (data["services"] as? [[String: Any]])?.first?["communes"] as? [String] ?? []
        func code(_ isStop: Bool) -> String? {
            venues.first {
                visited.contains($0["id"] as? String ?? "") == isStop
                    && codes.contains($0["code_insee"] as? String ?? "")
            }?[
                "code_insee"] as? String
        }
        return (try #require(code(true)), try #require(code(false)))
    }

    @Test("A stop, a commune without one, a week, a van and a rule are explained; the plan written passes the check")
    func explain() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        let (stop, other) = try communes(try object(try runner.read("plan/plan.json")))
        let result = try runner.run([
            "expliquer", "plan/plan.json", "--commune", stop, other, "--semaine", "1", "--vehicule", "van-1", "--regle",
            "r22", "--sortie", "variantes",
        ])
        #expect(result.code == 0, "\(result.error)")
        #expect(result.error.isEmpty)
        for text in [
            "(\(stop))\n  Arrêt au plan : ", "Ne plus y passer ", "(\(other))\n  Pas d'arrêt au plan.", "Besoin : ",
            "Inconnu, donc laissé de côté et non compté zéro", "Semaine 1 du cycle", "(R22)", "(van-1)",
            "C'est le seul véhicule du service", "R22, 35 h de travail par semaine", "Expliqué en ",
        ] { #expect(result.output.contains(text), "\(text)\n\(result.output)") }
        #expect(!result.output.contains("Optional") && !result.output.contains("nil"))
        #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 101 })
        guard result.output.contains("La desservir") else { return }
        #expect(try runner.run(["verifier", "variantes/\(other)-plan.json"]).code == 0)
        #expect(try runner.read("variantes/\(other)-horaires.html").contains("<html"))
        let pins = try object(try runner.read("variantes/\(other)-plan.json"))["donnees"] as? [String: Any]
        let service = try #require((pins?["services"] as? [[String: Any]])?.first)
        #expect((service["epingles"] as? [[String: Any]])?.last?["commune"] as? String == other)
    }

    @Test("The same as JSON: bounds are two figures")
    func json() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        let (stop, other) = try communes(try object(try runner.read("plan/plan.json")))
        let result = try runner.run(["expliquer", "plan/plan.json", "--commune", "\(stop),\(other)", "--json"])
        #expect(result.code == 0)
        let found = try #require(try object(result.output)["communes"] as? [[String: Any]])
        #expect(found.map { $0["code_insee"] as? String } == [stop, other])
        let without = try #require(found[0]["sans_arret"] as? [String: Any])
        if without["reponse"] as? String == "plan" {
            let change = try #require(without["valeur_moins_celle_du_plan"] as? [String: Double])
            #expect(change["au_moins", default: 1] <= change["au_plus", default: 0])
        }
        #expect(found[1]["avec_arret"] is [String: Any])
        #expect(found[1]["essais"] is [[String: Any]])
    }

    @Test(
        "A commune by its name without accents; one unknown, one outside, one of no service gets a message and code 2")
    func names() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        let named = try runner.run(["expliquer", "plan/plan.json", "--commune", "trelon"])
        #expect(named.code == 0)
        #expect(named.output.hasPrefix("Trélon (59601)\n"))
        let unknown = try runner.run(["expliquer", "plan/plan.json", "--commune", "Trellon"])
        #expect(unknown.code == 2)
        #expect(unknown.error.contains("commune « Trellon » inconnue dans ce plan. Communes proches : Trélon"))
        let week = try runner.run(["expliquer", "plan/plan.json", "--semaine", "5"])
        #expect(week.code == 2)
        let van = try runner.run(["expliquer", "plan/plan.json", "--vehicule", "van-9"])
        #expect(van.code == 2)
        #expect(van.error == "véhicule « van-9 » inconnu dans ce plan. Véhicules du plan : van-1.\n")
    }

    @Test(
        "A question badly put ends with 64",
        arguments: [
            ["plan.json"], ["essai.yaml", "--commune", "59601"], ["plan.json", "--regle", "R32"],
            ["plan.json", "--semaine", "1", "--sortie", "d"], ["plan.txt", "--semaine", "1"],
            ["plan.json", "--semaine", "1", "--duree", "0"],
        ])
    func usage(_ arguments: [String]) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.run(["expliquer"] + arguments).code == 64)
    }

    @Test("An altered plan is not explained: code 3")
    func altered() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        let text = try runner.read("plan/plan.json")
        let range = try #require(text.range(of: "\"metres\" : "))
        let digits = text[range.upperBound...].prefix { $0.isNumber }
        var altered = text
        altered.replaceSubrange(digits.startIndex..<digits.endIndex, with: "1\(digits)")
        try runner.write("autre.json", altered)
        let result = try runner.run(["expliquer", "autre.json", "--semaine", "1"])
        #expect(result.code == 3)
        #expect(result.error.contains("itinerance verifier autre.json"))
    }

    @Test(
        "Too few hours for the opening: planifier names the command, which says what cannot be met, and what suffices")
    func impossible() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.edit("essai.yaml", "min_visites: 4", "min_visites: 4\n  heures_semaine_max: 15")
        let planned = try runner.plan()
        #expect(planned.code == 4)
        #expect(planned.error.contains("itinerance expliquer essai.yaml"))
        let result = try runner.run(["expliquer", "essai.yaml"])
        #expect(result.code == 4)
        #expect(result.error == "Aucun plan possible.\n")
        for text in [
            "aucun plan n'est possible (d'après la recherche).", "ne peuvent pas être tenues ensemble",
            "  - R22, 15 h de travail par semaine et par personne au plus",
            "  - R01, 5 demi-journées d'ouverture par semaine au moins", "Chacune compte",
            "de travail de plus par semaine et par personne",
            "une mesure plus petite ne suffit pas (d'après la",
        ] { #expect(result.output.contains(text), "\(text)\n\(result.output)") }
        let json = try object(try runner.run(["expliquer", "essai.yaml", "--json"]).output)
        let conflict = try #require((json["empechements"] as? [[String: Any]])?.first)
        #expect(conflict["irreductible"] as? Bool == true)
        #expect((conflict["ensemble"] as? [[String: Any]])?.map { $0["empechement"] as? String } == ["R22", "R01"])
    }

    @Test("A scenario that has a plan is not blamed for anything")
    func feasible() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let result = try runner.run(["expliquer", "essai.yaml"])
        #expect(result.code == 0)
        #expect(result.output.contains("un plan existe"))
    }
}

@Suite(
    "Explaining plans, Long",
    .enabled(if: ProcessInfo.processInfo.environment["ITINERANCE_LONG"] != nil))
struct ExplainLongTests {
    @Test("Long: 20 communes of the Avesnois are explained within a minute")
    func twenty() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let scenario = CommandRunner.root.appendingPathComponent("data/nord/avesnois.yaml").path
        #expect(try runner.run(["planifier", scenario, "--sortie", "plan"]).code == 0)
        let plan = try JSONSerialization.jsonObject(with: Data(try runner.read("plan/plan.json").utf8))
        let data = (plan as? [String: Any])?["donnees"] as? [String: Any]
        let codes = try #require((data?["services"] as? [[String: Any]])?.first?["communes"] as? [String])
        let start = ContinuousClock.now
        let result = try runner.run(["expliquer", "plan/plan.json", "--commune"] + codes.prefix(20))
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print("20 communes of the Avesnois explained in \(seconds) s")
        #expect(result.code == 0)
        #expect(seconds <= 60)
        for code in codes.prefix(20) { #expect(result.output.contains("(\(code))")) }
    }
}
