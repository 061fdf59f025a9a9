import Foundation
import Testing

@Suite("The four services on the command line")
struct FourServicesTests {
    private static let data = CommandRunner.root.appendingPathComponent("data/nord")

    @Test("The example plans all four services and a fixed centre, keeps every hard rule, and makes its dossier")
    func example() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let scenario = Self.data.appendingPathComponent("quatre-services.yaml").path
        let planned = try runner.run(["planifier", scenario, "--sortie", "quatre", "--ecart", "1", "--duree", "120"])
        #expect(planned.code == 0, "\(planned.error)")
        let checked = try runner.run([
            "verifier", "quatre/plan.json", "--dossier", "dossier", "--projet", scenario, "--json",
        ])
        #expect(checked.code == 0)
        let summary = try #require(
            JSONSerialization.jsonObject(with: Data(checked.output.utf8)) as? [String: Any])
        #expect(summary["valide"] as? Bool == true)
        #expect((summary["donnees_changees"] as? [Any])?.isEmpty == true)
        let rules = try #require(summary["regles"] as? [[String: Any]])
        #expect(rules.count == 38)
        let states = Dictionary(
            rules.map { ($0["id"] as? String ?? "", $0["etat"] as? String ?? "") }, uniquingKeysWith: { a, _ in a })
        for rule in ["R01", "R03", "R08", "R13", "R16", "R17", "R18", "R19", "R28", "R29", "R30"] {
            #expect(states[rule] == "respectée", "\(rule)")
        }
        // What no source says of the venues stays unknown.
        #expect(states["R05"] == "non vérifiable" && states["R34"] == "non vérifiable")

        let plan = try #require(
            JSONSerialization.jsonObject(with: Data(try runner.read("quatre/plan.json").utf8)) as? [String: Any])
        let shifts = try #require(plan["permanences"] as? [[String: Any]])
        #expect(shifts.count { $0["service"] as? String == "ecoute" } == 8)
        #expect(shifts.count { $0["service"] as? String == "lr-fixe" } == 20)
        let outings = try #require(plan["sorties_parloir"] as? [[String: Any]])
        #expect(Set(outings.compactMap { $0["etablissement"] as? String }).count == 2 && outings.count == 3)
        let services = try #require(plan["services"] as? [[String: Any]])
        let sessions = services.flatMap { $0["seances"] as? [[String: Any]] ?? [] }
        #expect(sessions.count { $0["seance"] as? String == "laep" } == 4)
        let mediations = sessions.filter { $0["seance"] as? String == "mediation" }
        #expect(mediations.count == 2)
        #expect(mediations.allSatisfy { ["mercredi", "jeudi"].contains($0["jour"] as? String) })
        #expect(sessions.count { $0["seance"] as? String == "acteurs" } == 1)

        // Figures no plan can hold are refused, not computed with.
        let text = try runner.read("quatre/plan.json")
        let start = try #require(text.range(of: "\"permanences\""))
        let week = try #require(text.range(of: "\"semaine\" : ", range: start.upperBound..<text.endIndex))
        try runner.write("faux.yaml", text.replacingCharacters(in: week, with: "\"semaine\" : 99999999999"))
        #expect(try runner.run(["verifier", "faux.yaml"]).code == 2)

        let page = try runner.read("dossier/conformite.html")
        for word in ["R01 – ", "R35 – ", "Preuve de l", "relais enfants-parents", "exemple fictif", "anonyme"] {
            #expect(page.contains(word), "\(word)")
        }
        let lines = try runner.read("dossier/conformite.csv").split(separator: "\r\n")
        #expect(lines[0].hasPrefix("regle;intitule;nature;etat"))
        #expect(Set(lines.dropFirst().map { $0.prefix(3) }).count == 38)
        let timetable = try runner.read("quatre/horaires.html")
        #expect(timetable.contains("écoute à distance (R16"))
    }

    /// An edit of the example, and what is said of it.
    static let wrong: [(String, String, String)] = [
        ("equipe: equipe-ecoute", "equipe: equipe-12", "colonne equipe : « equipe-12 » n'est pas dans personnel.csv."),
        (
            "fin: \"21:00\"}\n      - {jour: jeudi", "fin: \"17:00\"}\n      - {jour: jeudi",
            "colonne fin : la fin précède le début."
        ),
        (
            "a_cote_de: [lr, m1000j, lr-fixe]", "a_cote_de: [lr, autre]",
            "« autre » n'est ni un service de tournées ni un lieu fixe"
        ),
        ("equipe: equipe-rep", "equipe: equipe-1", "colonne equipe : « equipe-1 » fait déjà des tournées"),
        ("mission: collectifs", "mission: jeux", "colonne mission : « jeux » n'est pas une valeur connue."),
        (
            "fois_4_semaines: 2\n        minutes: 120\n        partenaires: [mediation",
            "fois_4_semaines: 0\n        minutes: 120\n        partenaires: [mediation",
            "colonne fois_4_semaines : « 0 » : un nombre entier de 1 à 20 est attendu."
        ),
        ("ages: 0-6", "ages: petits", "colonne ages : « petits » n'est pas une tranche d'âge."),
        ("nombre: 2}", "nombre: Léa}", "colonne nombre : « Léa » : un nombre entier de 1 à 60 est attendu."),
        ("commune: \"59481\"", "commune: \"5948\"", "colonne commune : commune « 5948 »"),
        (
            "etablissement: prison-maubeuge", "etablissement: prison",
            "colonne etablissement : « prison » n'est pas dans etablissements_penitentiaires.csv."
        ),
        ("publie_le: 2026-12-18", "publie_le: vendredi", "colonne publie_le : « vendredi »"),
        (
            "tarif: gratuit              #", "tarif: cher              #",
            "colonne tarif : « cher » n'est pas une valeur connue."
        ),
    ]

    @Test("What is wrong with sessions, listening or prison visits is told by line and key", arguments: wrong)
    func wrongInput(_ text: String, _ replacement: String, _ message: String) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let source = try String(
            contentsOf: Self.data.appendingPathComponent("quatre-services.yaml"), encoding: .utf8)
        #expect(source.contains(text))
        try runner.write(
            "faux.yaml",
            source.replacing(text, with: replacement, maxReplacements: 1))
        let result = try runner.run(["planifier", "faux.yaml", "--sortie", "faux"])
        #expect(result.code == 2)
        #expect(result.error.contains(message), "\(result.error)")
        #expect(result.error.contains("faux.yaml, ligne "))
        #expect(!FileManager.default.fileExists(atPath: runner.folder.appendingPathComponent("faux").path))
    }

    @Test("A slot that nobody can hold ends with the reason before any search, and nothing is written")
    func nobodyListens() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let source = try String(
            contentsOf: Self.data.appendingPathComponent("quatre-services.yaml"), encoding: .utf8)
        try runner.write(
            "seul.yaml",
            source.replacing("equipe: equipe-ecoute", with: "equipe: equipe-lieu-fixe"))
        let result = try runner.run(["planifier", "seul.yaml", "--sortie", "seul"])
        #expect(result.code == 4)
        #expect(result.error.contains("personne ne peut tenir l'écoute du mardi à 18 h"))
        #expect(!FileManager.default.fileExists(atPath: runner.folder.appendingPathComponent("seul").path))
    }
}
