import Foundation
import Testing

@Suite("Grid of balayer")
struct SweepGridTests {
    @Test(
        "What is wrong with a grid is told by file, line and column, and nothing is written",
        arguments: [
            ("  dépots: [depot-fourmies]", "colonne dépots : axe « dépots » inconnu. Axes proches : depot"),
            ("  cadence: [2]", "colonne cadence : axe « cadence » inconnu."),
            (
                "  depot: [depot-fourmie, depot-avesnes]",
                "colonne depot : « depot-fourmie » n'est pas dans depots.csv. Proches : depot-fourmies"
            ),
            ("  budgets.km: [400, beaucoup]", "colonne budgets.km : « beaucoup » n'est pas un nombre."),
            ("  budgets.km: [400, -3]", "colonne km : « -3 » est négatif"),
            ("  budgets.km: 400", "colonne budgets.km : axe « budgets.km » : une liste de valeurs est attendue"),
            ("  budgets.km: []", "colonne budgets.km : axe « budgets.km » : une liste de valeurs est attendue"),
            ("  budgets.km: [400, 400]", "colonne budgets.km : « 400 » est deux fois sur cet axe."),
            ("  demi_journees_min: [5, 99]", "colonne demi_journees_min : « 99 » n'est pas une valeur connue."),
            ("  ouverture_fin: [\"17:00\", midi]", "colonne ouverture_fin : « midi » n'est pas une heure."),
            ("  ouverture: [\"8:30\"]", "colonne ouverture : 2 valeurs sont attendues entre crochets"),
            ("  vehicules: [1, 2]", "colonne vehicules : « 2 » : un nombre de véhicules de 1 à 1 est attendu."),
            (
                "  vehicules: {valeurs: [2], renforts: [{vehicule: van-99, equipe: equipe-2, depot: depot-avesnes}]}",
                "colonne vehicule : « van-99 » n'est pas dans vehicules.csv."
            ),
            (
                "  vehicules: {valeurs: [2], renforts: [{vehicule: van-1, equipe: equipe-2, depot: depot-avesnes}]}",
                "colonne vehicule : « van-1 » est déjà dans un équipage."
            ),
            ("  km: {axe: budgets.km, service: l, valeurs: [400]}", "colonne service : service « l » inconnu."),
            ("  km: {axe: budgets.km, valeurs: [400], reserve: []}", "clé « reserve » inconnue."),
            (
                "  poids: {valeurs: [1], renforts: []}",
                "colonne renforts : « renforts » ne va qu'avec l'axe « vehicules »"
            ),
            (
                "  debut: {axe: ouverture_debut, valeurs: [\"8:00\"]}\n  ouverture: [[\"8:30\", \"18:30\"]]",
                "axe « ouverture » : l'axe « debut » change déjà la même chose."
            ),
        ])
    func refused(_ axis: String, _ words: String) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.write("grille.yaml", "nom: Essai\nscenario: essai.yaml\naxes:\n\(axis)\n")
        let result = try runner.run(["balayer", "grille.yaml", "--sortie", "la"])
        let line = axis.contains("\n") ? 5 : 4
        #expect(result.code == 2)
        #expect(result.error.hasPrefix("grille.yaml, ligne \(line), colonne "), "\(result.error)")
        #expect(result.error.contains(words), "\(result.error)")
        #expect(result.error.split(whereSeparator: \.isNewline).count == 1, "\(result.error)")
        #expect(try runner.leftovers().isEmpty)
    }

    @Test("What only a cell contradicts is told with its name; a broken scenario by its own file")
    func inCells() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.write(
            "grille.yaml",
            "scenario: essai.yaml\naxes:\n  acces_voiture_plein: [10, 25]\n  acces_voiture_limite: [20, 30]\n")
        let result = try runner.run(["balayer", "grille.yaml", "--sortie", "la"])
        #expect(
            result.code == 2 && result.error.split(whereSeparator: \.isNewline).count == 1
                && result.error.contains("la limite doit dépasser le rayon d'accès plein."), "\(result.error)")
        try runner.write("grille.yaml", "scenario: essai.yaml\naxes:\n  acces_voiture_plein: [10, 25]\n")
        #expect(
            try runner.run(["balayer", "grille.yaml", "--sortie", "la"]).error
                .contains(
                    "grille.yaml, colonne acces_voiture_limite : cellule « acces_voiture_plein = 25 » : la limite doit")
        )

        try runner.edit("essai.yaml", "equipe-1", "equipe-x")
        let broken = try runner.run(["balayer", "grille.yaml", "--sortie", "la"])
        #expect(broken.code == 2 && broken.error.hasPrefix("essai.yaml, ligne 12, colonne equipe"), "\(broken.error)")
        try runner.write("grille.yaml", "scenario: absent.yaml\naxes:\n  depot: [depot-avesnes]\n")
        #expect(
            try runner.run(["balayer", "grille.yaml", "--sortie", "la"]).error.hasPrefix(
                "absent.yaml : fichier introuvable"))
        try runner.edit("essai.yaml", "equipe-x", "equipe-1")
        try runner.write("grille.yaml", "scenario: essai.yaml\n")
        #expect(try runner.run(["balayer", "grille.yaml", "--sortie", "la"]).error.contains("clé « axes » absente"))
        try runner.write("grille.yaml", "scenario: essai.yaml\naxes: [\n")
        #expect(try runner.run(["balayer", "grille.yaml", "--sortie", "la"]).error.contains("YAML mal formé"))
        #expect(try runner.leftovers().isEmpty)
    }

    @Test("More cells than can be done in earnest are refused before anything is read; options are checked")
    func tooMany() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let values = (1...46).map(String.init).joined(separator: ", ")
        try runner.write(
            "grille.yaml", "scenario: essai.yaml\naxes:\n  budgets.km: [\(values)]\n  budgets.euros: [\(values)]\n")
        let result = try runner.run(["balayer", "grille.yaml", "--sortie", "la"])
        #expect(
            result.code == 2 && result.error.contains("la grille a 2 117 cellules ; 2 000 au plus."), "\(result.error)")
        for (option, value) in [("--duree-cellule", "0"), ("--ecart", "101"), ("--coeurs", "0"), ("--noeuds", "0")] {
            let wrong = try runner.run(["balayer", "grille.yaml", "--sortie", "la", option, value])
            #expect(wrong.code == 64 && wrong.error.contains(option), "\(wrong.error)")
        }
        #expect(try runner.leftovers().isEmpty)
    }

    @Test(
        "Vans come from the data: one more team is the scenario with that team written by hand, and its depot alone may move"
    )
    func vans() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.write(
            "grille.yaml",
            """
            scenario: essai.yaml
            axes:
              vehicules:
                valeurs: [1, 2]
                renforts:
                  - {vehicule: van-2, equipe: equipe-2, depot: depot-avesnes}
              second:
                axe: depot
                vehicule: van-2
                valeurs: [depot-avesnes, depot-maubeuge]
            """)
        let options = ["--ecart", "5", "--duree-cellule", "20"]
        let result = try runner.run(["balayer", "grille.yaml", "--sortie", "la"] + options)
        #expect(result.code == 0, "\(result.error)")
        let file = try SweepFixture.object(try runner.read("la/balayage.json"))
        let prints = try #require(file["cellules"] as? [SweepFixture.Object]).map { $0["empreinte"] as? String }
        // With one van the depot of the other changes nothing.
        #expect(prints[0] == prints[1] && prints[1] == prints[2] && Set(prints).count == 3)
        try runner.edit(
            "essai.yaml", "    depot: depot-fourmies\n    vehicule: van-1\n    equipe: equipe-1",
            """
                equipages:
                  - {vehicule: van-1, equipe: equipe-1, depot: depot-fourmies}
                  - {vehicule: van-2, equipe: equipe-2, depot: depot-maubeuge}
            """)
        #expect(try runner.plan(["--ecart", "5"]).code == 0)
        #expect(try SweepFixture.object(try runner.read("plan/plan.json"))["empreinte"] as? String == prints[4])
    }
}
