import Foundation
import Testing

@Suite("Command balayer")
struct SweepCommandTests {
    typealias Object = SweepFixture.Object

    @Test("Cells are the product of the axes, and each is what planifier makes of the scenario edited by hand")
    func cellsArePlans() throws {
        let fixture = try SweepFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        try runner.write(
            "deux.yaml",
            """
            scenario: essai.yaml
            axes:
              depot: [depot-fourmies, depot-avesnes]
              heures_semaine_max: [27, 35]
            """)
        let result = try fixture.sweep("la", ["--plans"], grid: "deux.yaml")
        #expect(result.code == 0, "\(result.error)")
        let cells = try fixture.cells("la")
        #expect(
            cells.map { $0["nom"] as? String } == [
                "base", "depot = depot-fourmies, heures_semaine_max = 27",
                "depot = depot-fourmies, heures_semaine_max = 35",
                "depot = depot-avesnes, heures_semaine_max = 27", "depot = depot-avesnes, heures_semaine_max = 35",
            ])
        // The base is one of them, and is solved once.
        #expect(cells[0]["empreinte"] as? String == cells[2]["empreinte"] as? String)
        #expect(try runner.files(in: "la/cellules").count == 4)
        #expect(result.output.contains("4 scénarios résolus, 0 repris du dossier"), "\(result.output)")
        #expect(
            result.error.hasPrefix("5 cellules, dont 4 scénarios différents : 4 à résoudre, 0 déjà dans le dossier."))

        var turn = 0
        for depot in ["depot-fourmies", "depot-avesnes"] {
            for hours in [27, 35] {
                turn += 1
                try runner.write(
                    "main.yaml",
                    CommandRunner.scenario.replacingOccurrences(of: "depot: depot-fourmies", with: "depot: \(depot)")
                        + "\n  heures_semaine_max: \(hours)\n")
                let planned = try runner.run(["planifier", "main.yaml", "--sortie", "plan", "--remplacer"])
                #expect(planned.code == 0)
                let plan = try SweepFixture.object(try runner.read("plan/plan.json"))
                let total = try #require(cells[turn]["total"] as? Object)
                #expect(total["valeur"] as? Double == plan["valeur"] as? Double)
                #expect(total["borne"] as? Double == plan["borne"] as? Double)
                #expect(cells[turn]["empreinte"] as? String == plan["empreinte"] as? String)
                // The rounds are the same too, and the plan written beside passes the check.
                let own = "la/plans/depot-\(depot)-heures-semaine-max-\(hours)/plan.json"
                let kept = try SweepFixture.object(try runner.read(own))
                #expect((kept["services"] as? NSArray) == (plan["services"] as? NSArray))
                #expect(try runner.run(["verifier", own]).code == 0)
            }
        }
    }

    @Test("A second sweep solves nothing and gives the same bytes; another grid solves only what is new")
    func nothingTwice() throws {
        let fixture = try SweepFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        #expect(try fixture.sweep("la").code == 0)
        try FileManager.default.copyItem(
            at: runner.folder.appendingPathComponent("la"), to: runner.folder.appendingPathComponent("copie"))
        let again = try fixture.sweep("la", ["--json", "--coeurs", "1"])
        #expect(again.code == 0)
        var report = try SweepFixture.object(again.output)
        #expect(report["scenarios_resolus"] as? Int == 0 && report["scenarios_repris"] as? Int == 8)
        report["scenarios_resolus"] = nil
        report["scenarios_repris"] = nil
        #expect(report as NSDictionary == (try fixture.file("la")) as NSDictionary)
        try fixture.expectSameBytes("copie", "la")

        try runner.edit("grille.yaml", "[150, 400, 700, aucun]", "[400, 500]")
        let other = try SweepFixture.object(try fixture.sweep("la", ["--json"]).output)
        #expect(other["scenarios_resolus"] as? Int == 2 && other["scenarios_repris"] as? Int == 3)
        // Another seed or gap is another search.
        #expect(
            try SweepFixture.object(try fixture.sweep("la", ["--json", "--graine", "7"]).output)["scenarios_resolus"]
                as? Int == 5)
    }

    @Test("A damaged cell is told and solved again; what a killed sweep had begun to write is cleared")
    func damaged() throws {
        let fixture = try SweepFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        #expect(try fixture.sweep("la").code == 0)
        try FileManager.default.copyItem(
            at: runner.folder.appendingPathComponent("la"), to: runner.folder.appendingPathComponent("copie"))
        let plans = try runner.files(in: "la/cellules").filter {
            try runner.read("la/cellules/\($0)").contains("\"etat\":\"plan\"")
        }
        // A credit changed by hand, and a file cut short.
        let text = try runner.read("la/cellules/\(plans[0])")
        try runner.write(
            "la/cellules/\(plans[0])",
            text.replacingOccurrences(of: "\"visites_4_semaines\":4", with: "\"visites_4_semaines\":2"))
        try runner.write("la/cellules/\(plans[1])", String(try runner.read("la/cellules/\(plans[1])").dropLast(100)))
        try runner.write("la/.balayage.html.partiel", "<html>")
        try runner.write("la/cellules/.0123.json.partiel", "{")
        let result = try fixture.sweep("la", ["--json"])
        #expect(result.code == 0)
        #expect(result.error.components(separatedBy: "son fichier est abîmé, elle est résolue de nouveau.").count == 3)
        #expect(try SweepFixture.object(result.output)["scenarios_resolus"] as? Int == 2)
        try fixture.expectSameBytes("copie", "la")
    }

    @Test("Killed at drawn instants and run again, a sweep ends with the same bytes as one that nobody stopped")
    func killed() throws { try SweepFixture.killAndResume(times: 5, seed: 20_261_127) }

    @Test("Ctrl-C keeps the cells that are done, says how to go on, and the sweep then ends with the same bytes")
    func interrupted() throws {
        let fixture = try SweepFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        #expect(try fixture.sweep("entier").code == 0)
        let result = try runner.run(
            ["balayer", "grille.yaml", "--sortie", "la", "--coeurs", "1"],
            interruptWhen: { ((try? runner.files(in: "la/cellules").count { !$0.hasPrefix(".") }) ?? 0) > 0 })
        #expect(result.code == 130, "\(result.output)")
        #expect(result.error.contains("sur 8. Elles sont gardées dans la/cellules : relancez la même commande"))
        let kept = try runner.files(in: "la")
        #expect(!kept.isEmpty && kept.allSatisfy { $0.hasPrefix("cellules/") && $0.hasSuffix(".json") })
        let resumed = try SweepFixture.object(try fixture.sweep("la", ["--json"]).output)
        #expect(resumed["scenarios_repris"] as? Int == kept.count)
        try fixture.expectSameBytes("entier", "la")
    }

    @Test("A full disk is told, the cells done stay whole, and with more room the sweep ends with the same bytes")
    func fullDisk() throws {
        let fixture = try SweepFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        let small = runner.folder.appendingPathComponent("petit")
        try FileManager.default.createDirectory(at: small, withIntermediateDirectories: true)
        func call(_ arguments: [String]) throws -> Int32 {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = arguments
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus
        }
        #expect(try fixture.sweep("entier").code == 0)
        let size =
            try runner.files(in: "entier/cellules").map { try runner.data("entier/cellules/\($0)").count }.max() ?? 0
        // Room for about two cells.
        try #require(
            try call(["mount", "-t", "tmpfs", "-o", "size=\(size / 1024 * 5 / 2)k", "tmpfs", small.path]) == 0,
            "the test mounts a small disk, and needs root for it")
        defer { _ = try? call(["umount", small.path]) }
        let result = try fixture.sweep("petit/la", ["--coeurs", "1"])
        #expect(result.code == 74, "\(result.output)")
        #expect(
            result.error.contains("petit/la : écriture impossible")
                && result.error.contains("Les cellules faites sont gardées"))
        let kept = try runner.files(in: "petit/la")
        #expect(
            !kept.isEmpty && kept.count < 8 && kept.allSatisfy { $0.hasPrefix("cellules/") && $0.hasSuffix(".json") })
        #expect(try call(["mount", "-o", "remount,size=64m", small.path]) == 0)
        let resumed = try SweepFixture.object(try fixture.sweep("petit/la", ["--json"]).output)
        #expect(resumed["scenarios_repris"] as? Int == kept.count)
        try fixture.expectSameBytes("entier", "petit/la")
    }

    @Test(
        "A second sweep in a folder is refused while the first is at work, and a folder of something else is left alone"
    )
    func folders() throws {
        let fixture = try SweepFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        try runner.edit("grille.yaml", "[150, 400, 700, aucun]", "[150]")
        let folder = runner.folder.appendingPathComponent("la")
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("cellules"), withIntermediateDirectories: true)
        let descriptor = open(folder.path, O_RDONLY)
        #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        let refused = try fixture.sweep("la")
        #expect(refused.code == 74 && refused.error.contains("un autre balayage travaille dans ce dossier"))
        #expect(try runner.files(in: "la").isEmpty)
        close(descriptor)
        #expect(try fixture.sweep("la").code == 0)

        try FileManager.default.createDirectory(
            at: runner.folder.appendingPathComponent("photos"), withIntermediateDirectories: true)
        try runner.write("photos/mer.txt", "bleue")
        let foreign = try fixture.sweep("photos")
        #expect(foreign.code == 74 && foreign.error.contains("n'est pas celui d'un balayage"))
        #expect(try runner.files(in: "photos") == ["mer.txt"])
        let file = try fixture.sweep("essai.yaml")
        #expect(file.code == 74 && file.error.contains("c'est un fichier"))
    }

    @Test(
        "Hours too few for five half-days: the cell is a result, proven, and the step out of it makes a plan possible")
    func infeasible() throws {
        let fixture = try SweepFixture()
        defer { fixture.runner.remove() }
        try fixture.runner.write(
            "heures.yaml", "scenario: essai.yaml\naxes:\n  heures_semaine_max: [35, 10, 12]\n")
        let result = try fixture.sweep("la", grid: "heures.yaml")
        #expect(result.code == 0, "\(result.error)")
        let cells = try fixture.cells("la")
        #expect(
            cells.map { $0["etat"] as? String } == ["plan", "plan", "aucun_plan_possible", "aucun_plan_possible"])
        #expect(cells[2]["total"] == nil && (cells[2]["messages"] as? [String])?.first?.contains("R01") == true)
        let slice = try #require((try fixture.file("la")["coupes"] as? [Object])?.first)
        let steps = try #require(slice["pas"] as? [Object])
        #expect(steps.map { $0["de"] as? String } == ["10", "12"])
        #expect(steps.map { $0["verdict"] as? String } == ["impossible", "devient_possible"])
        let rows = try fixture.runner.read("la/balayage.csv").split(whereSeparator: \.isNewline)
        #expect(rows.count == 5 && rows[3].contains("aucun_plan_possible;;;"))
        #expect(try fixture.runner.read("la/balayage.html").contains("Les cellules sans plan"))
    }

    @Test("Other access radii are another measure: values do not compare, and only facts are told")
    func otherMeasure() throws {
        let fixture = try SweepFixture()
        defer { fixture.runner.remove() }
        try fixture.runner.write(
            "rayons.yaml",
            "scenario: essai.yaml\naxes:\n  acces_voiture: [[5, 20], [10, 30]]\n  acces_pied_limite: [3, 4]\n")
        let result = try fixture.sweep("la", ["--ecart", "1"], grid: "rayons.yaml")
        #expect(result.code == 0, "\(result.error)")
        let cells = try fixture.cells("la")
        #expect(cells.map { $0["valeurs_comparables_a_la_base"] as? Bool } == [nil, true, false, false, false])
        let slices = try #require(try fixture.file("la")["coupes"] as? [Object])
        #expect(slices.filter { $0["axe"] as? String == "acces_voiture" }.allSatisfy { $0["classement"] == nil })
        let steps = slices.filter { $0["axe"] as? String == "acces_pied_limite" }.compactMap {
            ($0["pas"] as? [Object])?.first?["verdict"] as? String
        }
        #expect(steps == ["non_comparables", "non_comparables"])
    }
}
