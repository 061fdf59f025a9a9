import Foundation
import Testing

/// Plans kept in a store: what is kept, read back, and said when the territory has changed.
@Suite("Register of plans")
struct RegisterTests {
    @Test("A plan is kept with its inputs, options, role and note, as Python recounts them; ogrinfo opens the store")
    func kept() throws {
        let fixture = try RegisterFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        let result = try fixture.plan(
            "plan", ["--auteur", "coordination", "--note", "premier essai", "--graine", "7", "--duree", "60"])
        #expect(result.output.contains("Gardé dans plans.gpkg : version 1."))
        let recount = try fixture.recount()
        #expect(recount.integrity == "ok" && recount.faults == [] && recount.store == 4)
        let version = try #require(recount.versions.first)
        #expect(recount.versions.count == 1 && version.numero == 1 && version.parent == nil)
        #expect(version.auteur == "coordination" && version.note == "premier essai" && version.scenario == "Essai")
        #expect(version.firstMonday == "2027-01-04" && version.programme == "0.1.0")
        let options = try fixture.object(version.options)
        #expect(options["graine"] as? Int == 7 && options["duree"] as? Double == 60)
        #expect(options["commande"] as? String == "planifier" && options["ecart"] as? Double == 0)
        #expect(try version.planHash == fixture.sha256("plan/plan.json"))
        #expect(try version.fichiers["recherche.csv"] == fixture.sha256("plan/recherche.csv"))
        let files = version.entrees.filter { $0[0] == "fichier" }
        #expect(files.map { $0[1] }.contains("communes.csv") && files.map { $0[1] }.contains("essai.yaml"))
        for file in files { #expect(try fixture.sha256(file[1]) == file[2], "\(file[1])") }
        let layers = try fixture.tool(["ogrinfo", "-so", "-al", "plans.gpkg"])
        #expect(layers.contains("Layer name: versions\n") && layers.contains("Layer name: contenus\n"))
        #expect(!layers.contains("Warning") && !layers.contains("ERROR"))
        #expect(try runner.leftovers() == ["plan", "plans.gpkg"])
    }

    @Test("A version is restored byte for byte, and every command that reads a plan takes it")
    func readBack() throws {
        let fixture = try RegisterFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        try fixture.plan()
        let venue = try fixture.firstStop()
        // The register is the plan's own.
        let changed = try runner.run([
            "replanifier", "plans.gpkg@1", "--evenement", "lieu-ferme=\(venue)", "--sortie", "suite", "--note", "salle",
        ])
        #expect(changed.code == 0, "\(changed.error)")
        #expect(changed.output.contains("version 2, après la version 1."))
        let recount = try fixture.recount()
        #expect(recount.faults == [] && recount.versions.map(\.parent) == [nil, 1])
        for (folder, number) in [("plan", "1"), ("suite", "derniere")] {
            let back = try runner.run(["restaurer", "plans.gpkg", number, "--sortie", "retour-\(folder)"])
            #expect(back.code == 0, "\(back.error)")
            #expect(try runner.files(in: "retour-\(folder)") == runner.files(in: folder))
            for file in try runner.files(in: folder) {
                #expect(try runner.data("retour-\(folder)/\(file)") == runner.data("\(folder)/\(file)"), "\(file)")
            }
        }
        // The plan that it starts from is no file of the territory.
        let today = try runner.run([
            "restaurer", "plans.gpkg", "2", "--sortie", "aujourd-hui", "--projet", "essai.yaml",
        ])
        #expect(today.error == "" && today.output.contains("Données inchangées depuis la version 2."))
        let diff = try runner.run(["diff", "plan/plan.json", "suite/plan.json", "--json"])
        #expect(try runner.run(["diff", "plans.gpkg@1", "plans.gpkg@2", "--json"]).output == diff.output)
        #expect(try runner.run(["verifier", "plans.gpkg@2"]).code == 0)
        #expect(try runner.run(["comparer", "plans.gpkg@1", "plans.gpkg@2", "--sortie", "comparaison"]).code == 0)
        #expect(try runner.run(["couverture", "plans.gpkg@1", "plans.gpkg@2", "--sortie", "couverture"]).code == 0)
        let published = try runner.run([
            "publier", "plans.gpkg@1", "--seulement", "rapport", "--sans-pdf", "--sortie", "publication",
        ])
        #expect(published.code == 0, "\(published.error)")
        let start = try runner.run([
            "planifier", "essai.yaml", "--depart", "plans.gpkg@1", "--registre", "plans.gpkg", "--sortie", "depart",
        ])
        #expect(start.code == 0, "\(start.error)")
        #expect(start.output.contains("version 3, après la version 1."))
        #expect(start.error.contains("itinerance diff plans.gpkg@2 plans.gpkg@3"))
        let listed = try runner.run(["historique", "plans.gpkg", "--json"])
        let versions = try #require(
            try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]])
        #expect(versions.compactMap { $0["numero"] as? Int } == [1, 2, 3])
        #expect(versions[1]["note"] as? String == "salle" && versions[1]["parent"] as? Int == 1)
        let shown = try runner.run(["historique", "plans.gpkg"]).output
        #expect(shown.contains("Version 2, après la version 1 : Essai, cycle du 4\u{A0}janvier\u{A0}2027"))
    }

    @Test("A scenario's own store keeps its plans; what changed in the territory since is named")
    func territoryChanged() throws {
        let fixture = try RegisterFixture.withTerritory()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        #expect(try runner.plan().code == 0)
        let recount = try fixture.recount("territoire.gpkg")
        let tables = Dictionary(
            uniqueKeysWithValues: try #require(recount.versions.first).entrees.filter { $0[0] == "table" }
                .map { ($0[1], $0[2]) })
        for (name, hash) in recount.tables { #expect(tables[name] == hash, "\(name)") }
        #expect(tables.count == 18)
        let same = try runner.run(["restaurer", "territoire.gpkg", "1", "--sortie", "avant"])
        #expect(same.code == 0 && same.error == "" && same.output.contains("Données inchangées"))
        try fixture.sql("UPDATE lieux SET nom = nom || ' bis' WHERE fid = 1", "territoire.gpkg")
        let other = try runner.run([
            "restaurer", "territoire.gpkg", "1", "--sortie", "apres", "--projet", "essai.yaml",
        ])
        #expect(other.code == 0)
        #expect(other.error.contains("territoire changé depuis la version 1 : table « lieux »."))
        #expect(try runner.data("apres/plan.json") == runner.data("plan/plan.json"))
        let shown = try runner.run(["historique", "territoire.gpkg"]).output
        #expect(shown.contains("territoire changé depuis : table « lieux »"))
    }

    @Test("Files that changed since are named, where the scenario is given")
    func filesChanged() throws {
        let fixture = try RegisterFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        try fixture.plan()
        let blind = try runner.run(["restaurer", "plans.gpkg", "1", "--sortie", "avant"])
        #expect(blind.output.contains("--projet SCENARIO"))
        try runner.edit("essai.yaml", "nom: LR d'essai", "nom: LR d'après")
        try runner.write("vehicules.csv", try runner.read("vehicules.csv") + "\n")
        let result = try runner.run([
            "restaurer", "plans.gpkg", "1", "--sortie", "apres", "--projet", "essai.yaml",
        ])
        #expect(result.code == 0)
        #expect(
            result.error.contains("changé depuis la version 1 : fichier « essai.yaml », fichier « vehicules.csv »."))
        // The plan is told of no file that changed when all are what they were.
        let again = try fixture.plan("autre")
        #expect(again.output.contains("version 2, après la version 1."))
        let same = try runner.run(["restaurer", "plans.gpkg", "2", "--sortie", "fin", "--projet", "essai.yaml"])
        #expect(same.error == "" && same.output.contains("Données inchangées depuis la version 2."))
    }

    @Test("A plan that is kept nowhere says so, and can be kept later")
    func keptLater() throws {
        let fixture = try RegisterFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        let plan = try runner.plan()
        #expect(plan.output.contains("gardé dans aucun registre") && plan.output.contains("itinerance conserver plan/"))
        #expect(try !runner.plan(["--remplacer", "--sans-registre"]).output.contains("registre"))
        let kept = try runner.run([
            "conserver", "plan/plan.json", "--registre", "plans.gpkg", "--auteur", "direction", "--json",
        ])
        #expect(kept.code == 0, "\(kept.error)")
        #expect(try fixture.object(kept.output)["version"] as? Int == 1)
        let recount = try fixture.recount()
        #expect(recount.faults == [] && recount.versions.first?.auteur == "direction")
        #expect(try recount.versions.first?.planHash == fixture.sha256("plan/plan.json"))
        try runner.edit("plan/plan.json", "\"valeur\" : ", "\"valeur\" : 9")
        let refused = try runner.run(["conserver", "plan/plan.json", "--registre", "plans.gpkg"])
        #expect(refused.code == 3)
        #expect(try fixture.recount().versions.count == 1)
    }

    @Test("What cannot be is told, with its exit code, and nothing is made")
    func refused() throws {
        let fixture = try RegisterFixture()
        defer { fixture.runner.remove() }
        let runner = fixture.runner
        try fixture.plan()
        let plan = ["planifier", "essai.yaml", "--sortie", "autre"]
        let cases: [([String], Int32, String)] = [
            (["restaurer", "plans.gpkg", "0", "--sortie", "autre"], 64, "n'est pas une version"),
            (["restaurer", "plans.gpkg", "7", "--sortie", "autre"], 2, "version 7 inconnue. Versions gardées : 1."),
            (["verifier", "plans.gpkg@7"], 2, "version 7 inconnue"),
            (["verifier", "absent.gpkg@1"], 2, "absent.gpkg"),
            (["historique", "absent.gpkg"], 2, "absent.gpkg"), (["historique", "essai.yaml"], 2, "essai.yaml"),
            (["historique", "plan"], 2, "plan"),
            (plan + ["--registre", "plans.txt"], 64, "un registre est un fichier .gpkg"),
            (plan + ["--registre", "plans.gpkg", "--sans-registre"], 64, "se contredisent"),
            (plan + ["--registre", "plans.gpkg", "--auteur", "prenom.nom@exemple.fr"], 64, "un rôle en quelques mots"),
            (plan + ["--registre", "plans.gpkg", "--note", "a\nb"], 64, "une seule ligne"),
            (["restaurer", "plans.gpkg", "1", "--sortie", "plan"], 74, "existe déjà"),
            (["verrouiller", "absent.gpkg", "--auteur", "direction"], 2, "absent.gpkg"),
            (
                ["verrouiller", "plans.gpkg", "--auteur", "direction", "--jusqu-a", "2020-01-01"], 64,
                "--jusqu-a attend"
            ),
        ]
        for (arguments, code, words) in cases {
            let result = try runner.run(arguments)
            #expect(result.code == code, "\(arguments): \(result.error)")
            #expect(result.error.contains(words), "\(arguments): \(result.error)")
            #expect(try runner.leftovers() == ["plan", "plans.gpkg"], "\(arguments)")
        }
        #expect(try fixture.recount().versions.count == 1)
    }
}
