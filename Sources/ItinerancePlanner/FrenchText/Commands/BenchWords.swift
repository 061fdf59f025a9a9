import Foundation
import PlanningModel

/// What a user of the benchmarks reads.
package enum BenchWords {
    package static var bench: String { "Résout des jeux d'essai publics avec le moteur du programme." }
    package static var benchExamples: String {
        """
        Exemple :
          itinerance bench top jeux/top --sortie resultats --duree 60
        """
    }
    package static var top: String {
        "Résout des instances de « Team Orienteering » et annonce une borne pour chacune."
    }
    package static var topExamples: String {
        """
        Exemples :
          itinerance bench top jeux/top --sortie resultats --duree 60
          itinerance bench top jeux/top --sortie resultats --duree 10 --seulement p4.2.j p5.3.q --graine 2

        Le dossier contient un fichier NOM.txt par instance, au format de Chao : « n », « m » et « tmax », puis une ligne
        par nœud avec abscisse, ordonnée et score ; le premier nœud est le départ, le dernier l'arrivée. Pour chacune,
        NOM.json reçoit les tournées, le score, la borne annoncée (upper_bound) et le temps ; un résultat plus ancien est
        remplacé. Une ligne par instance s'affiche : score, borne, écart, temps. Ctrl-C garde ce qui est trouvé.
        """
    }
    package static var folderHelp: String { "Dossier des instances (fichiers .txt)." }
    package static var outputHelp: String {
        "Dossier où écrire un fichier NOM.json par instance ; créé s'il n'existe pas."
    }
    package static var timeHelp: String { "Temps au plus par instance." }
    package static var workersHelp: String { "Instances résolues en même temps ; une par cœur si rien n'est dit." }
    package static var onlyHelp: String { "Noms des instances à résoudre ; toutes si rien n'est dit." }

    package static func badWorkers(_ count: Int) -> String {
        "--taches attend un nombre de 1 à 1024, « \(count) » trouvé."
    }

    /// One instance that is done. `seconds` is how long it took.
    package static func line(_ name: String, score: Int, bound: Int, seconds: Double) -> String {
        let gap = score > 0 ? 100 * Double(bound - score) / Double(score) : 0
        let proof = score >= bound ? "optimal" : "écart \(ReportFigures.ungrouped(gap, 2)) %"
        return "\(name) · score \(score) · borne \(bound) · \(proof) · \(ReportFigures.ungrouped(seconds, 1)) s"
    }
}
