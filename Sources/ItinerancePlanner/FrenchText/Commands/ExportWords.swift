import Optimizer
import PlanningModel

/// What a user reads about the exported model.
package enum ExportWords {
    package static var command: String {
        "Écrit le problème d'un scénario en programme linéaire en nombres entiers, pour un autre solveur."
    }
    package static var examples: String {
        """
        Exemples :
          itinerance exporter-modele data/nord/avesnois.yaml --mps avesnois.mps
          itinerance exporter-modele data/nord/departement.yaml --service lr-cambresis --lp cambresis.lp

        HiGHS, CBC et d'autres lisent ces fichiers. Le fichier MPS minimise l'objectif changé de signe (points) : son
        optimum est l'opposé de la valeur du plan. Les repos entre deux jours (R23, R24) n'y sont pas : la valeur trouvée
        est celle du meilleur plan, ou plus. Plusieurs services font des blocs indépendants, s1/, s2/… Les noms des
        lignes sont ceux de docs/modele.md.
        """
    }
    package static var mpsHelp: String { "Fichier MPS (libre) à écrire : exact, à préférer." }
    package static var lpHelp: String { "Fichier LP (CPLEX) à écrire : plus lisible, avec des noms adaptés." }
    package static var serviceHelp: String { "Un seul service du scénario ; sinon tous." }
    package static var countedHelp: String {
        "Compte les jours et les équipes semblables au lieu de les nommer : bien plus petit. Avec plusieurs équipes, la "
            + "valeur n'est plus qu'une borne ; avec une seule, rien ne change."
    }
    package static var replaceHelp: String { "Remplace les fichiers s'ils existent déjà." }
    package static var needsFile: String { "--mps ou --lp est attendu." }
    package static var sameFile: String { "--mps et --lp demandent deux fichiers." }
    package static var interrupted: String { "interrompu. Rien n'a été écrit." }

    package static func unknownService(_ id: String, known: [String]) -> String {
        "service « \(id) » inconnu. Connus : \(known.joined(separator: ", "))."
    }

    package static func failure(_ failure: CompactModel.Failure, _ scenario: Scenario) -> String {
        switch failure {
        case .refused(let refusal): SolveWords.refusal(refusal, scenario)
        case .tooLarge(let columns, let limit):
            "le modèle aurait environ \(columns) colonnes, pour \(limit) au plus. Choisissez un service (--service), "
                + "comptez les jours (--sans-jours) ou réduisez le territoire. Rien n'a été écrit."
        case .interrupted: interrupted
        }
    }

    package static func written(_ path: String, _ size: CompactModel.Size) -> String {
        "Écrit : \(path) (\(size.rows) lignes, \(size.columns) colonnes, \(size.coefficients) coefficients)"
    }
}
