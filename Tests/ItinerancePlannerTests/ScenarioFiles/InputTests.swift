import Foundation
import Testing

/// One thing wrong with an input, and all the user is told.
struct BadInput: Sendable, CustomTestStringConvertible {
    var what: String
    var file = "essai.yaml"
    var old: String
    var new: String
    var code: Int32 = 2
    /// The whole text on standard error.
    var message: String

    var testDescription: String { what }

    static let communeLine = "59012,Anor,200043404,49.99271,4.11557,"

    static let all: [BadInput] = [
        BadInput(
            what: "an unknown EPCI offers the nearest", old: "\"200043404\"", new: "\"200043405\"",
            message:
                "essai.yaml, ligne 9, colonne epci : EPCI « 200043405 » inconnu. EPCI proches : 200043263 CC Coeur de l'Avesnois, 200043321 CC du Pays de Mormal, 200043404 CC du Sud Avesnois. Les EPCI connus sont dans epci.csv."
        ),
        BadInput(
            what: "a missing column", file: "lieux.csv", old: "id,nom,code_insee,latitude",
            new: "id,nom,code_x,latitude",
            message:
                "lieux.csv, ligne 1, colonne code_insee : colonne « code_insee » absente. Colonnes proches : code_x. Ajoutez-la à l'en-tête."
        ),
        BadInput(
            what: "text in a number", file: "communes.csv", old: "59001,Abancourt,200068500,50.23675,3.20872,441,",
            new: "59001,Abancourt,200068500,50.23675,3.20872,beaucoup,",
            message:
                "communes.csv, ligne 2, colonne population : « beaucoup » n'est pas un nombre. Écrivez un nombre, ou laissez vide si la valeur est inconnue."
        ),
        BadInput(
            what: "an infinite number", file: "communes.csv", old: "59001,Abancourt,200068500,50.23675,3.20872,441,",
            new: "59001,Abancourt,200068500,50.23675,3.20872,inf,",
            message:
                "communes.csv, ligne 2, colonne population : « inf » n'est pas un nombre. Écrivez un nombre, ou laissez vide si la valeur est inconnue."
        ),
        BadInput(
            what: "a code without its zero", file: "communes.csv", old: "59001,Abancourt", new: "5900,Abancourt",
            message:
                "communes.csv, ligne 2, colonne code_insee : « 5900 » a 4 chiffres ; un code Insee a 5 caractères. Le zéro initial s'est-il perdu (05900) ? Mettez la colonne en texte."
        ),
        BadInput(
            what: "a duplicate commune", file: "communes.csv", old: "59002,Abscon", new: "59001,Abscon",
            message:
                "communes.csv, ligne 3, colonne code_insee : commune « 59001 » déjà donnée à la ligne 2. Gardez une seule ligne par commune."
        ),
        BadInput(
            what: "coordinates swapped", file: "communes.csv", old: "50.23675,3.20872", new: "3.20872,50.23675",
            message:
                "communes.csv, ligne 2, colonne latitude : latitude et longitude semblent inversées. En métropole, la latitude va de 41 à 51,6 et la longitude de -5,6 à 9,8."
        ),
        BadInput(
            what: "coordinates outside France", file: "communes.csv", old: "50.23675,3.20872", new: "60,3.20872",
            message:
                "communes.csv, ligne 2, colonne latitude : point (60 ; 3,20872) hors de France métropolitaine. Des degrés WGS 84 sont attendus."
        ),
        BadInput(
            what: "a negative weight", old: "poids: 1", new: "poids: -1",
            message:
                "essai.yaml, ligne 13, colonne poids : « -1 » est négatif ; une valeur positive ou nulle est attendue. Corrigez-la, ou laissez vide si elle est inconnue."
        ),
        BadInput(
            what: "negative households", file: "communes.csv",
            old: "59001,Abancourt,200068500,50.23675,3.20872,441,5.67,185,",
            new: "59001,Abancourt,200068500,50.23675,3.20872,441,5.67,-185,",
            message:
                "communes.csv, ligne 2, colonne menages : « -185 » est négatif ; une valeur positive ou nulle est attendue. Corrigez-la, ou laissez vide si elle est inconnue."
        ),
        BadInput(
            what: "no eligible commune", old: "min_visites: 4", new: "min_visites: 4\n  densite_max: 1",
            message:
                "service « lr » : aucune commune éligible. Toutes sont au-dessus de densite_max (1 hab./km²), exclues, ou sans donnée. Relevez densite_max, ou forcez des communes avec « forcer »."
        ),
        BadInput(
            what: "a depot outside the territory", file: "depots.csv", old: "depot-fourmies,Dépôt de Fourmies,59249",
            new: "depot-fourmies,Dépôt de Fourmies,62041",
            message:
                "depots.csv, ligne 6, colonne code_insee : dépôt hors du territoire : la commune « 62041 » n'est pas dans communes.csv. Communes proches : 59041 Bachant. Corrigez le code, ou ajoutez la commune."
        ),
        BadInput(
            what: "broken YAML", old: "    depot: depot-fourmies", new: "   depot: depot-fourmies",
            message:
                "essai.yaml, ligne 10, colonne 4 : YAML mal formé. Vérifiez l'alignement, les deux-points et les guillemets de cette ligne ou de la précédente."
        ),
        BadInput(
            what: "an unknown key offers the nearest", old: "min_visites", new: "min_visite",
            message:
                "essai.yaml, ligne 15, colonne 3 : clé « min_visite » inconnue. Vouliez-vous dire « min_visites » ?"),
        BadInput(
            what: "zero vans",
            old:
                "services:\n  - id: lr\n    nom: LR d'essai\n    type: LR\n    epci:\n      - \"200043404\"\n    depot: depot-fourmies\n    vehicule: van-1\n    equipe: equipe-1\n    poids: 1\n",
            new: "services: []\n",
            message:
                "essai.yaml, ligne 4, colonne services : aucun service. Décrivez au moins un service sous « services », chacun avec un véhicule."
        ),
        BadInput(
            what: "a van that does not exist", old: "vehicule: van-1", new: "vehicule: van-11",
            message:
                "essai.yaml, ligne 11, colonne vehicule : « van-11 » n'est pas dans vehicules.csv. Proches : van-1, van-10, van-2."
        ),
        BadInput(
            what: "a start that is no Monday", old: "2027-01-04", new: "2027-01-05",
            message:
                "essai.yaml, ligne 3, colonne premier_lundi : le 2027-01-05 est un mardi ; un lundi est attendu (par exemple le 2027-01-04)."
        ),
        BadInput(
            what: "an opening out of reach is proven so, with figures", old: "min_visites: 4",
            new: "min_visites: 4\n  heures_semaine_max: 10", code: 4,
            message:
                "service « lr » : l'ouverture minimale (R01) de 5 demi-journées par semaine est hors d'atteinte ; 2 au plus. Elle demande au moins 18 h de travail par semaine et par personne ; la limite est 10 h (R21, R22 : heures_semaine_max, contrat de l'équipe).\nPour savoir ce qui l'empêche et ce qui suffirait : itinerance expliquer essai.yaml"
        ),
    ]
}

@Suite("Bad input")
struct InputTests {
    @Test("A wrong input gets its message and its code, and nothing is written", arguments: BadInput.all)
    func message(_ bad: BadInput) throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try runner.edit(bad.file, bad.old, bad.new)
        let result = try runner.plan()
        #expect(result.error == bad.message + "\n")
        #expect(result.code == bad.code)
        #expect(result.output.isEmpty)
        #expect(try runner.leftovers().isEmpty)
    }

    @Test("A missing file is named")
    func missingFile() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        try FileManager.default.removeItem(at: runner.folder.appendingPathComponent("depots.csv"))
        let result = try runner.plan()
        #expect(result.error == "depots.csv : fichier introuvable. Vérifiez le chemin et le nom.\n")
        #expect(result.code == 2)
        #expect(try runner.leftovers().isEmpty)
    }

    @Test("An unreadable file is named")
    func unreadableFile() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        let copy = runner.folder.appendingPathComponent("programme.yaml")
        try FileManager.default.copyItem(at: CommandRunner.program, to: copy)
        chmod(runner.folder.path, 0o755)
        chmod(copy.path, 0o755)
        chmod(runner.folder.appendingPathComponent("epci.csv").path, 0o600)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", copy.path, "planifier", "essai.yaml",
            "--sortie", "/tmp/itinerance-\(UUID().uuidString)",
        ]
        process.currentDirectoryURL = runner.folder
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let error = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(error == "epci.csv : fichier illisible. Vérifiez les droits de lecture.\n")
        #expect(process.terminationStatus == 2)
    }

    @Test("A semicolon file with a mark and decimal commas gives the same plan; Windows-1252 is read and said")
    func spreadsheetForms() throws {
        let runner = try CommandRunner()
        defer { runner.remove() }
        #expect(try runner.plan().code == 0)
        let plain = try services(runner)
        let depots = try runner.read("depots.csv")
        let lines = depots.split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).enumerated().map { column, cell in
                column == 3 || column == 4 ? cell.replacingOccurrences(of: ".", with: ",") : String(cell)
            }.joined(separator: ";")
        }
        try runner.write("depots.csv", "\u{FEFF}" + lines.joined(separator: "\r\n"))
        #expect(try runner.plan(["--remplacer"]).code == 0)
        #expect(try services(runner) == plain)
        let latin = try #require(depots.data(using: .windowsCP1252))
        try latin.write(to: runner.folder.appendingPathComponent("depots.csv"))
        let result = try runner.plan(["--remplacer"])
        #expect(result.code == 0)
        #expect(
            result.error
                == "Avertissement : depots.csv : texte lu comme Latin-1, faute d'UTF-8 valide. Vérifiez les accents.\n"
        )
        #expect(try services(runner) == plain)
        #expect(try runner.read("plan/horaires.html").contains("Dépôt de Fourmies"))
    }

    private func services(_ runner: CommandRunner) throws -> NSArray {
        let data = try Data(contentsOf: runner.folder.appendingPathComponent("plan/plan.json"))
        let plan = try #require(JSONSerialization.jsonObject(with: data) as? NSDictionary)
        return try #require(plan["services"] as? NSArray)
    }
}
