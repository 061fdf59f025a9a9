import Foundation
import Optimizer
import RoundPlan

/// What a user of `balayer` reads on the terminal, and what is wrong with a grid.
package enum SweepWords {
    package static let command =
        "Planifie toutes les cellules d'une grille de scénarios et dit ce que chaque pas apporte."
    package static let examples = """
        La grille nomme un scénario et des axes ; chaque choix d'une valeur par axe est une cellule, planifiée comme par
        « planifier ». Le scénario tel quel en est une de plus : « base ».

        Exemples :
          itinerance balayer data/nord/avesnois-grille.yaml --sortie balayages/avesnois
          itinerance balayer data/nord/sambre-vehicules-grille.yaml --ecart 1 --duree-cellule 120 --sortie balayages/vans

        Écrit balayage.html (tableaux, courbes), balayage.csv et balayage.json dans le dossier, et chaque cellule faite dans
        cellules/. Ctrl-C ou une panne ne perdent pas les cellules faites : la même commande reprend là où elle en était.
        """
    package static let gridHelp = "Fichier YAML de la grille."
    package static let outputHelp =
        "Dossier des résultats et des cellules ; un balayage qui s'y trouve déjà est repris."
    package static let cellTimeHelp = "Temps de recherche au plus pour une cellule."
    package static let nodesHelp =
        "Nœuds de l'arbre par service et cellule au plus : une limite qui ne dépend pas de la machine."
    package static let coresHelp = "Cœurs au travail, une cellule chacun ; les plans n'en dépendent pas."
    package static let plansHelp = "Écrit aussi le plan de chaque cellule dans plans/."
    package static func badCellTime(_ text: String) -> String {
        "--duree-cellule attend un nombre de secondes positif, « \(text) » trouvé."
    }

    // MARK: Grid

    package static let base = "base"
    package static let noAxes = "des axes sont attendus ici, un par ligne : « nom: [valeur, valeur] »."
    package static func noValues(_ axis: String) -> String {
        "axe « \(axis) » : une liste de valeurs est attendue, « \(axis): [valeur, valeur] », ou sous « valeurs »."
    }
    package static func noValue(_ axis: String) -> String {
        "axe « \(axis) » : valeur vide. Complétez-la ou enlevez-la."
    }
    package static func unknownAxis(_ word: String, near: [String]) -> String {
        "axe « \(word) » inconnu." + ErrorWords.suggestion(near, "Axes proches")
            + " Sont possibles : depot, vehicules, budgets.km, budgets.heures, budgets.euros, planchers.…, poids, ouverture, "
            + "acces_voiture, acces_pied, poids_besoin, et chaque clé de « parametres »."
    }
    package static func sameSubject(_ axis: String, _ other: String) -> String {
        "axe « \(axis) » : l'axe « \(other) » change déjà la même chose. Gardez-en un."
    }
    package static func valueTwice(_ text: String) -> String { "« \(text) » est deux fois sur cet axe. Gardez-en une." }
    package static func whichService(_ known: [String]) -> String {
        "le scénario a plusieurs services. Dites lequel sous cet axe : « service: … ». Services : \(known.joined(separator: ", "))."
    }
    package static func unknownService(_ word: String, near: [String], _ known: [String]) -> String {
        "service « \(word) » inconnu." + ErrorWords.suggestion(near.isEmpty ? known : near, "Services")
    }
    package static func notForAxis(_ key: String, _ axis: String) -> String {
        key == "vehicule"
            ? "« vehicule » ne va qu'avec un axe de dépôts ; « \(axis) » n'en est pas un."
            : "« renforts » ne va qu'avec l'axe « vehicules » ; « \(axis) » n'en est pas un."
    }
    package static let noReserve =
        "« renforts » doit être une liste, un équipage par tiret, chacun avec « vehicule », « equipe » et « depot »."
    package static func badVans(_ text: String, _ own: Int, _ reserve: Int) -> String {
        "« \(text) » : un nombre de véhicules de 1 à \(max(1, own + reserve)) est attendu. Le service en a \(own), et « renforts » en "
            + "nomme \(reserve) ; aucun n'est inventé."
    }
    package static func severalValues(_ keys: [String]) -> String {
        "\(keys.count) valeurs sont attendues entre crochets : [\(keys.joined(separator: ", "))]."
    }
    package static func inCell(_ cell: String, _ message: String) -> String { "cellule « \(cell) » : \(message)" }
    package static func tooMany(_ count: Int?, most: Int) -> String {
        "la grille a \(count.map { ReportFigures.plain(ReportFigures.integer($0)) } ?? "bien trop de") cellules ; "
            + "\(ReportFigures.plain(ReportFigures.integer(most))) au plus. Enlevez des valeurs ou un axe."
    }

    // MARK: Folder

    package static func notASweep(_ path: String) -> String {
        "\(path) : ce dossier n'est pas celui d'un balayage et n'a pas été touché. Choisissez-en un autre."
    }
    package static func locked(_ path: String) -> String {
        "\(path) : un autre balayage travaille dans ce dossier. Attendez sa fin, ou choisissez-en un autre."
    }
    package static func unwritable(_ path: String) -> String {
        "\(path) : écriture impossible. Vérifiez les droits et la place sur le disque. Les cellules faites sont gardées : la même "
            + "commande reprend là où elle en était."
    }
    package static func damaged(_ cell: String) -> String {
        "cellule « \(cell) » : son fichier est abîmé, elle est résolue de nouveau."
    }

    // MARK: Progress

    /// What is to be done, and how long that may last.
    package static func plan(cells: Int, scenarios: Int, pending: Int, seconds: Double, width: Int) -> String {
        let same =
            scenarios < cells
            ? ", dont \(ReportFigures.counted(scenarios, "scénario différent", "scénarios différents"))" : ""
        let known = scenarios - pending
        let head =
            "\(ReportFigures.counted(cells, "cellule"))\(same) : "
            + "\(ReportFigures.integer(pending)) à résoudre, \(ReportFigures.integer(known)) déjà dans le dossier."
        guard pending > 0 else { return ReportFigures.plain(head) }
        let rounds = (pending + width - 1) / max(1, width)
        return ReportFigures.plain(
            head + " Au plus \(length(seconds)) par cellule, \(ReportFigures.integer(width)) à la fois : "
                + "\(length(seconds * Double(rounds))) au plus.")
    }

    private static func length(_ seconds: Double) -> String {
        seconds < 120
            ? "\(ReportFigures.decimal(seconds, seconds < 10 ? 1 : 0)) s"
            : seconds < 7200
                ? "\(ReportFigures.decimal(seconds / 60, 0)) min" : "\(ReportFigures.decimal(seconds / 3600, 1)) h"
    }

    package static func progress(_ done: Int, of count: Int, _ cell: String) -> String {
        "\(done) sur \(count) · \(cell)"
    }
    package static func interrupted(_ done: Int, of count: Int, _ path: String) -> String {
        "Interrompu. Cellules faites : \(done) sur \(count). Elles sont gardées dans \(path)/cellules : relancez la même commande pour "
            + "finir. Le compte rendu n'a pas été écrit."
    }
    /// What was said of a search, in the options of a sweep.
    package static func outcome(_ message: String) -> String { message.replacing("--duree.", with: "--duree-cellule.") }
    package static func failed(_ cell: String, _ message: String) -> String { "cellule « \(cell) » : \(message)" }
    package static func written(_ path: String, solved: Int, kept: Int) -> String {
        ReportFigures.plain(
            "\(ReportFigures.counted(solved, "scénario résolu", "scénarios résolus")), "
                + "\(ReportFigures.counted(kept, "repris", "repris")) du dossier. "
                + "Écrit : \(path)/balayage.html, balayage.csv, balayage.json")
    }
}
