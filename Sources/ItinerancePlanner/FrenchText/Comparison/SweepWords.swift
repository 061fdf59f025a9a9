import Foundation

/// What a user of `balayer` reads on the terminal, and what is wrong with a grid.
package enum SweepWords {
    package static var command: String {
        "Planifie toutes les cellules d'une grille de scénarios et dit ce que chaque pas apporte."
    }
    package static var examples: String {
        """
        La grille nomme un scénario et des axes ; chaque choix d'une valeur par axe est une cellule, planifiée comme par
        « planifier ». Le scénario tel quel en est une de plus : « base ».

        Exemples :
          itinerance balayer data/nord/avesnois-grille.yaml --sortie balayages/avesnois
          itinerance balayer data/nord/sambre-vehicules-grille.yaml --ecart 1 --duree-cellule 120 --sortie balayages/vans

        Écrit balayage.html (tableaux, courbes), balayage.csv et balayage.json dans le dossier, et chaque cellule faite dans
        cellules/. Ctrl-C ou une panne ne perdent pas les cellules faites : la même commande reprend là où elle en était.
        """
    }
    package static var gridHelp: String { "Fichier YAML de la grille." }
    package static var outputHelp: String {
        "Dossier des résultats et des cellules ; un balayage qui s'y trouve déjà est repris."
    }
    package static var cellTimeHelp: String { "Temps de recherche au plus pour une cellule." }
    package static var nodesHelp: String {
        "Nœuds de l'arbre par service et cellule au plus : une limite qui ne dépend pas de la machine."
    }
    package static var coresHelp: String { "Cœurs au travail, une cellule chacun ; les plans n'en dépendent pas." }
    package static var plansHelp: String { "Écrit aussi le plan de chaque cellule dans plans/." }
    package static func badCellTime(_ text: String) -> String {
        "--duree-cellule attend un nombre de secondes positif, « \(text) » trouvé."
    }

    // MARK: Folder

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
