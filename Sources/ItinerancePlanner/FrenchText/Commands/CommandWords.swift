import Foundation
import Optimizer
import PlanningModel

/// Help, progress and endings of the commands.
package enum CommandWords {
    package static var program: String { "Prépare les tournées hebdomadaires de services familiaux itinérants." }
    package static var programExamples: String {
        """
        Exemples :
          itinerance planifier data/nord/avesnois.yaml --sortie plans/avesnois
          itinerance verifier plans/avesnois/plan.json
          itinerance expliquer plans/avesnois/plan.json --commune Trélon
          itinerance publier plans/avesnois/plan.json --sortie publications/avesnois
          itinerance importer data/nord/*.csv data/nord/contours.geojson --vers territoire.gpkg
          itinerance qualite territoire.gpkg
          itinerance besoins data/nord/avesnois.yaml --sortie besoins/avesnois
          itinerance couverture plans/avesnois/plan.json --sortie couverture/avesnois
          itinerance historique plans.gpkg
          itinerance comparer plans/un-van/plan.json plans/deux-vans/plan.json --sortie comparaisons/vans
          itinerance front data/nord/avesnois.yaml --sortie fronts/avesnois

        Codes de sortie : 0 terminé ; 2 données fausses ou absentes ; 3 règle non respectée, ou preuve qui n'établit pas
        la borne ; 4 aucun plan possible (d'après la recherche) ; 5 pas de plan dans le temps donné ; 64 commande mal écrite ; 74 lecture ou écriture impossible ;
        130 interrompu sans plan ; 1 autre erreur.
        """
    }
    package static var plan: String {
        "Choisit arrêts, cadences, jours et horaires d'un cycle, et dit à combien du meilleur le plan est au plus."
    }
    package static var planExamples: String {
        """
        Exemples :
          itinerance planifier data/nord/avesnois.yaml --sortie plans/avesnois
          itinerance planifier data/nord/departement.yaml --sortie plans/nord --ecart 1 --duree 600
          itinerance planifier data/nord/avesnois.yaml --sortie plans/suite --depart plans/avesnois/plan.json

        Écrit horaires.html (à imprimer), horaires.csv, tournees.csv (à modifier et revérifier), plan.json et, pour les
        cartes, contours.geojson dans le dossier. Ctrl-C garde le meilleur plan trouvé. « publier » en fait ensuite les
        feuilles de route, affiches, calendriers et tableaux.
        """
    }
    package static var check: String { "Recalcule un plan et vérifie chaque règle, à partir du seul fichier." }
    package static var checkExamples: String {
        """
        Exemples :
          itinerance verifier plans/avesnois/plan.json
          itinerance verifier plans/avesnois/plan.json --dossier dossiers/avesnois
          itinerance verifier plans/avesnois/plan.json --preuve plans/avesnois/preuve.json
          itinerance verifier plans/avesnois/tournees.csv --projet data/nord/avesnois.yaml
        """
    }
    package static var scenarioHelp: String { "Fichier YAML du scénario." }
    package static var planFileHelp: String { "Fichier plan.json, ou version gardée (« plans.gpkg@3 »)." }
    package static var checkedFileHelp: String {
        "Fichier plan.json, ou tableau des tournées (tournees.csv, .xlsx), vérifié avec les données de --projet."
    }
    package static var outputHelp: String { "Dossier où écrire les résultats." }
    package static var startHelp: String {
        "Plan dont la recherche part, du même scénario ou d'un proche : ce qui y tient encore est gardé."
    }
    package static var replaceHelp: String { "Remplace les résultats d'un dossier qui existe déjà." }
    package static var gapHelp: String {
        "S'arrête quand le plan est, d'après la borne, à moins de ce pourcentage du meilleur ; 0 demande l'optimum (par défaut : 0 ; front : 0,5)."
    }
    package static var timeHelp: String { "Temps de recherche au plus, tous services et scénarios compris." }
    package static var seedHelp: String { "Graine du hasard : mêmes données et même graine donnent le même plan." }
    package static var coresHelp: String { "Cœurs au travail ; le plan n'en dépend pas." }
    package static var nodesHelp: String {
        "Nœuds de l'arbre par service au plus : une limite qui ne dépend pas de la machine."
    }
    package static var memoryHelp: String {
        "Mémoire au plus : au-delà, la recherche s'arrête et garde son meilleur plan."
    }
    package static var proofHelp: String {
        "Vérifie la borne une seconde fois sur tout l'arbre de recherche, par un calcul à part, et écrit preuve.json ; un peu plus long."
    }
    package static func notPositive(_ name: String, _ value: Int) -> String {
        "--\(name) attend un entier d'au moins 1, « \(value) » trouvé."
    }
    package static var jsonHelp: String { "Écrit le résultat en JSON sur la sortie standard." }
    package static var logHelp: String { "Montre les messages du solveur." }
    package static var strictHelp: String {
        "Refuse aussi un plan qui ne peut pas être dit conforme, faute de données."
    }
    package static var notConfirmed: String {
        "Le plan trouvé n'a pas passé le contrôle ; rien n'a été écrit. Merci de signaler ce défaut."
    }

    package static func badGap(_ text: String) -> String {
        "--ecart attend un pourcentage de 0 à 100, « \(text) » trouvé."
    }
    package static func badTime(_ text: String) -> String {
        "--duree attend un nombre de secondes positif, « \(text) » trouvé."
    }
    package static func solverFailed(_ detail: String) -> String { "le solveur s'est arrêté : \(detail)." }

    package static func notValid(_ isValid: Bool) -> String {
        isValid
            ? "Le plan est valide, mais ne peut pas être dit conforme (--strict)."
            : "Le plan n'est pas valide."
    }

    /// - Parameter proof: name of the file of the proof, where one was written.
    package static func written(_ path: String, proof: String? = nil, seconds: Double) -> String {
        "Écrit en \(ReportFigures.ungrouped(seconds, 1)) s : \(path)/horaires.html (à imprimer), horaires.csv, tournees.csv, plan.json"
            + (proof.map { ", \($0)" } ?? "")
    }

    package static func progress(_ progress: SolveProgress) -> String {
        let gap = progress.gap.map { ReportFigures.ungrouped(100 * $0, 2) + " %" }
        return
            "\(ReportFigures.ungrouped(progress.seconds, 1)) s · plan \(progress.value.map { ReportFigures.ungrouped($0, 1) } ?? "…") · borne "
            + "\(ReportFigures.ungrouped(progress.bound, 1)) · écart \(gap ?? "…") · \(progress.nodes) nœuds"
    }

    /// The parser's own words, in French.
    package static func french(_ text: String) -> String {
        translations.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    private static let translations: [(String, String)] = [
        ("OVERVIEW: ", ""), ("USAGE:", "UTILISATION :"), ("Usage:", "Utilisation :"), ("ARGUMENTS:", "ARGUMENTS :"),
        ("OPTIONS:", "OPTIONS :"), ("SUBCOMMANDS:", "COMMANDES :"), ("<subcommand>", "<commande>"),
        ("Show the version.", "Affiche la version."), ("Show help information.", "Affiche cette aide."),
        ("Show subcommand help information.", "Affiche l'aide d'une commande."),
        ("  See '", "  Voir « "), ("See '", "Voir « "), ("' for more information.", " » pour en savoir plus."),
        ("' for detailed help.", " » pour l'aide détaillée."), ("Error: ", "Erreur : "),
        ("Missing expected argument ", "argument attendu absent : "), ("Unknown option ", "option inconnue : "),
        ("Unexpected argument ", "argument inattendu : "), (". Did you mean ", ". Vouliez-vous dire "),
        ("Missing value for ", "valeur absente pour "), ("The value ", "la valeur "),
        (" is invalid for ", " ne convient pas à "), ("(default:", "(par défaut :"), ("(aliases: ", "(aussi : "),
        ("unexpected arguments:", "arguments inattendus :"),
    ]
}
