import Foundation
import GeoModel
import PlanAnalysis
import PlanCheck
import Testing

@Suite("Coverage command")
struct CoverageCommandTests {
    private func rows(_ csv: String) -> [[String: String]] {
        let lines = csv.trimmingPrefix("\u{FEFF}").split(separator: "\r\n").map {
            $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
    }

    private func number(_ text: String?) -> Double? {
        text.flatMap { Double($0.replacingOccurrences(of: ",", with: ".")) }
    }

    @Test("Two plans side by side: a row a commune and plan, the benefit that of the plan's own credits")
    func twoPlans() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        try runner.edit("essai.yaml", "min_visites: 4", "min_visites: 2\n  lambda: 0.05")
        try runner.edit("essai.yaml", "nom: Essai", "nom: \"=Essai <b>bis</b>\"")
        #expect(try runner.run(["planifier", "essai.yaml", "--sortie", "bis"]).code == 0)
        let result = try runner.run(
            [
                "couverture", "plan/plan.json", "bis/plan.json", "--sortie", "acces", "--contours",
                CommandRunner.root.appendingPathComponent("data/nord/contours.geojson").path,
            ])
        #expect(result.code == 0 && result.error.isEmpty, "\(result.error)")
        #expect(result.output.contains("A : Essai") && result.output.contains("Inégalité (indice de Gini)"))

        let csv = try runner.read("acces/couverture.csv")
        let bytes = try Data(contentsOf: runner.folder.appendingPathComponent("acces/couverture.csv"))
        #expect(bytes.starts(with: Data("\u{FEFF}code_insee;".utf8)))
        let table = rows(csv)
        #expect(table.count == 24)
        #expect(table.count { $0["plan"] == "'=Essai <b>bis</b>" } == 12, "no formula for a spreadsheet")

        // The plan itself says what each commune gains, worked out by other code.
        let plan = try #require(
            JSONSerialization.jsonObject(with: Data(try runner.read("plan/plan.json").utf8)) as? [String: Any])
        let services = try #require(plan["services"] as? [[String: Any]])
        let credits = try #require(services.first?["credits"] as? [[String: Any]])
        #expect(!credits.isEmpty)
        for credit in credits {
            let row = try #require(
                table.first { $0["plan"] == "Essai" && $0["code_insee"] == credit["code_insee"] as? String })
            let access = try #require(credit["acces"] as? Double)
            let visits = try #require(credit["visites_4_semaines"] as? Int)
            let expected = access * (1 - exp(-0.5 * Double(visits))) / (1 - exp(-2))
            #expect(abs(try #require(number(row["benefice"])) - expected) < 0.0006)
        }

        let epci = rows(try runner.read("acces/couverture-epci.csv"))
        #expect(epci.count == 2 && epci.allSatisfy { $0["communes"] == "12" })
        let own = table.filter { $0["plan"] == "Essai" }
        let weight = own.reduce(0) { $0 + (number($1["poids"]) ?? 0) }
        let mean = own.reduce(0) { $0 + (number($1["poids"]) ?? 0) * (number($1["benefice"]) ?? 0) } / weight
        #expect(abs(try #require(number(epci[0]["benefice_moyen"])) - mean) < 0.001)

        let page = try runner.read("acces/couverture.html")
        #expect(!page.contains("<b>bis</b>") && page.contains("&lt;b&gt;bis&lt;/b&gt;"))
        #expect(page.components(separatedBy: "<svg").count == 5, "two plots and two maps")
        #expect(!page.contains("http://") || page.contains("xmlns=\"http://www.w3.org/2000/svg\""))
    }

    @Test("The JSON holds the curve and the figures; the weight may be need, births or families")
    func json() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        for weight in ["population", "familles", "naissances", "besoin"] {
            let result = try runner.run(
                ["coverage", "plan/plan.json", "--poids", weight, "--sortie", weight, "--json"])
            #expect(result.code == 0)
            let object = try #require(
                JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            #expect(object["poids"] as? String == weight)
            let compared = try #require(object["comparaison"] as? [[String: Any]])
            let curve = try #require(compared.first?["part_par_minute"] as? [Double])
            #expect(curve.count == 61 && zip(curve, curve.dropFirst()).allSatisfy { $0 <= $1 })
            #expect((0...1).contains(try #require(compared.first?["gini"] as? Double)))
        }
        #expect(try runner.leftovers() == ["besoin", "familles", "naissances", "plan", "population"])
    }

    @Test("By need, the mean benefit is the plan's share of the need")
    func sameAsPlan() throws {
        let plan = try ReportFixture.planned.get()
        var single = plan
        single.services = [plan.services[0]]
        single.scenario.services = [plan.scenario.services[0]]
        let comparison = CoverageComparison(
            [CoverageOption(single, named: "essai")], scenarios: [single.scenario], weight: .points)
        let entry = try #require(comparison.entries.first)
        let summary = PlanSummary(single, PlanCheck(single))
        // The plan rounds each credit to a thousandth of a point.
        #expect(abs(entry.coverage.total.benefit - summary.total.shareReached) < 1e-5)
        #expect(
            abs(try #require(entry.coverage.spread.worstOff()) - (try #require(summary.total.worstOffFifth))) < 1e-4)
        #expect(comparison.withoutFigure.map(\.name) == ["Sans-Chiffres"])
    }

    @Test("Facilities are always there; one without a position stands at its commune's centre, which is said")
    func facilities() throws {
        var scenario = ReportFixture.scenario()
        scenario.territory.facilities = [
            Facility(id: "a", kind: .socialCentre, name: "Centre", commune: "01001", openingHours: "Mo-Fr 09:00-12:00"),
            Facility(id: "b", kind: .school, name: "École", commune: "01002"),
        ]
        let option = CoverageOption(facilitiesOf: scenario, kinds: [.socialCentre], named: "aujourd'hui")
        #expect(option.places.map(\.id) == ["a"] && option.places[0].visits == nil)
        #expect(option.places[0].position == scenario.territory.communes[0].centre)
        // Four weeks from 8 March 2027, 3 hours on 20 days.
        #expect(option.places[0].openHours == 60)
        #expect(option.gaps.atCentre == 1 && option.gaps.unreadableHours == 0 && option.gaps.unknownHours == 0)
        let comparison = CoverageComparison([option], scenarios: [scenario], weight: .population)
        let own = try #require(comparison.entries.first?.coverage.communes.first)
        #expect(own.demand.commune.code == "01001" && own.benefit == own.best?.access && own.benefit > 0.7)
    }

    @Test(
        "Arguments that make no sense are told",
        arguments: [
            (["couverture", "plan.txt", "--sortie", "x"], Int32(64), "un plan (.json) ou un scénario (.yaml, .yml)"),
            (
                ["couverture", "a.json", "--sortie", "x", "--equipements", "gare"], 64,
                "« gare » n'est pas un type connu"
            ),
            (["couverture", "a.json", "--sortie", "x", "--poids", "age"], 64, "« age » n'est pas connu"),
            (["couverture", "absent.json", "--sortie", "x"], 2, "absent.json : fichier introuvable"),
            (
                ["couverture", "essai.yaml", "--sortie", "x", "--equipements", "maternite"], 2,
                "aucun équipement de ces types"
            ),
        ])
    func refused(_ arguments: [String], _ code: Int32, _ words: String) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let result = try runner.run(arguments)
        #expect(result.code == code && result.error.contains(words), "\(result.error)")
        #expect(try runner.leftovers().isEmpty)
    }
}
