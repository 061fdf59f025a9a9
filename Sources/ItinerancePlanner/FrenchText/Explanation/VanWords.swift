import Optimizer
import PlanningModel

/// What a van does, and what the service is without it.
package struct VanWords {
    private let explanation: VanExplanation
    private let words: ObstacleWords
    private let names: ReportNames

    package init(_ explanation: VanExplanation, of service: Service, in scenario: Scenario) {
        self.explanation = explanation
        words = ObstacleWords(service, in: scenario)
        names = ReportNames(scenario)
    }

    package var title: String { "\(names.vanName(explanation.van)) (\(explanation.van))" }

    package var lines: [String] {
        [answer] + change + [
            "",
            "En 4 semaines : \(ReportFigures.counted(explanation.days, "jour")) de tournée, "
                + "\(ReportFigures.counted(explanation.halfDays, "demi-journée")), "
                + "\(ReportFigures.kilometres(explanation.metres)), "
                + "\(ReportFigures.duration(explanation.work)) de travail par personne.",
            "Arrêts : "
                + (explanation.stops.isEmpty
                    ? "aucun" : explanation.stops.map { ExplanationWords.stop($0, words) }.joined(separator: " ; "))
                + ".",
        ]
    }

    private var answer: String {
        guard let without = explanation.without else {
            return "C'est le seul véhicule du service : sans lui, pas de tournée."
        }
        switch without.answer {
        case .impossible: return "Sans lui, aucun plan n'est possible (d'après la recherche)."
        case .undecided: return "Sans lui : ni plan ni preuve dans le temps donné. Augmentez --duree."
        case .plan: return "Se passer de lui " + (without.change.map(CommuneWords.costs) ?? "") + "."
        }
    }

    private var change: [String] {
        guard let without = explanation.without, let change = without.figureChange, let stops = without.stops else {
            return []
        }
        return ["Sans lui, \(ExplanationWords.inFourWeeks) : \(ExplanationWords.change(change))."]
            + ExplanationWords.difference(stops, words).map { "  " + $0 }
    }
}
