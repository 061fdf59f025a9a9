import Optimizer
import PlanningModel

/// What moving the limit of a rule brings, in sentences.
package struct RuleEffectWords {
    private let explanation: RuleExplanation
    private let words: ObstacleWords

    package init(_ explanation: RuleExplanation, of service: Service, in scenario: Scenario) {
        self.explanation = explanation
        words = ObstacleWords(service, in: scenario)
    }

    package var title: String { words.title(explanation.obstacle) }

    package var lines: [String] {
        guard !explanation.trials.isEmpty else {
            return ["Rien à essayer : aucune autre valeur n'est permise (docs/parametres.md)."]
        }
        return answer + estimates + explanation.trials.flatMap(figures)
    }

    /// What the duals said before anything was solved again.
    private var estimates: [String] {
        let known = zip(explanation.trials, explanation.estimates).compactMap { trial, points in
            points.map { points in
                let sign = points > 0.0005 ? "+" : ""
                return "  - \(words.measure(trial.relaxation)) : \(sign)\(ReportFigures.points(points)) points"
            }
        }
        guard !known.isEmpty else {
            return [
                "Pas d'estimation par les prix duaux : cette règle décide des journées possibles, elle n'est pas une ligne du modèle."
            ]
        }
        return ["Estimation d'avance, par les prix duaux de la relaxation (le calcul ci-dessus fait foi) :"] + known
    }

    private var answer: [String] {
        explanation.trials.map { trial in
            let measure = words.measure(trial.relaxation)
            let head = words.circumstance(trial.relaxation)
            switch trial.effect {
            case .none:
                return trial.isTighter
                    ? "\(head), le plan vaut autant (d'après la recherche)."
                    : "Cette règle ne limite pas ce plan : avec \(measure), aucun plan ne vaut plus (d'après la recherche)."
            case .changes(let gain):
                return trial.isTighter
                    ? "\(head), le meilleur plan vaut \(ExplanationWords.range(ValueRange(.zero) - gain)) de moins."
                    : "\(head), le meilleur plan vaut \(ExplanationWords.range(gain)) de plus (recalculé)."
            case .impossible: return "\(head), aucun plan n'est possible (d'après la recherche)."
            case .undecided(let gain?):
                return trial.isTighter
                    ? "\(head), le meilleur plan perd au plus \(ExplanationWords.points(.zero - gain.least)), peut-être rien (non tranché)."
                    : "\(head), le meilleur plan gagne au plus \(ExplanationWords.points(gain.most)), peut-être rien (non tranché)."
            case .undecided(nil): return "\(head), ni plan ni preuve dans le temps donné. Augmentez --duree."
            }
        }
    }

    private func figures(_ trial: RelaxationTrial) -> [String] {
        guard case .changes = trial.effect, let change = trial.comparison.figureChange,
            let stops = trial.comparison.stops
        else { return [] }
        return [
            "",
            "Avec \(words.measure(trial.relaxation)), \(ExplanationWords.inFourWeeks) : \(ExplanationWords.change(change)).",
        ]
            + ExplanationWords.difference(stops, words).map { "  " + $0 }
    }
}
