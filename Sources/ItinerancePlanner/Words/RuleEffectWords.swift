import GeoModel
import Optimizer
import RoundPlan

/// What moving the limit of a rule brings, in sentences.
struct RuleEffectWords {
    private let explanation: RuleExplanation
    private let words: ObstacleWords

    init(_ explanation: RuleExplanation, of service: Service, in scenario: Scenario) {
        self.explanation = explanation
        words = ObstacleWords(service, in: scenario)
    }

    var title: String { words.title(explanation.obstacle) }

    var lines: [String] {
        guard !explanation.trials.isEmpty else {
            return ["Rien à essayer : aucune autre valeur n'est permise (docs/parametres.md)."]
        }
        return answer + explanation.trials.flatMap(figures)
    }

    private var answer: [String] {
        explanation.trials.map { trial in
            let measure = words.measure(trial.relaxation)
            let head = words.circumstance(trial.relaxation)
            switch trial.effect {
            case .none:
                return trial.isTighter
                    ? "\(head), le plan vaut autant (prouvé)."
                    : "Cette règle ne limite pas ce plan : avec \(measure), aucun plan ne vaut plus (prouvé)."
            case .changes(let gain):
                return trial.isTighter
                    ? "\(head), le meilleur plan vaut \(ExplanationWords.range(ValueRange(.zero) - gain)) de moins."
                    : "\(head), le meilleur plan vaut \(ExplanationWords.range(gain)) de plus (recalculé)."
            case .impossible: return "\(head), aucun plan n'est possible (prouvé)."
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

/// What a van does, and what the service is without it.
struct VanWords {
    private let explanation: VanExplanation
    private let words: ObstacleWords
    private let names: ReportNames

    init(_ explanation: VanExplanation, of service: Service, in scenario: Scenario) {
        self.explanation = explanation
        words = ObstacleWords(service, in: scenario)
        names = ReportNames(scenario)
    }

    var title: String { "\(names.vanName(explanation.van)) (\(explanation.van))" }

    var lines: [String] {
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
        case .impossible: return "Sans lui, aucun plan n'est possible (prouvé)."
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

/// What a week holds against its limits.
struct WeekWords {
    private let explanation: WeekExplanation
    private let names: ReportNames

    init(_ explanation: WeekExplanation, in scenario: Scenario) {
        self.explanation = explanation
        names = ReportNames(scenario)
    }

    var title: String { "Semaine \(explanation.week) du cycle" }

    var lines: [String] { [opening] + explanation.closures.map(closure) + explanation.teams.flatMap(team) }

    private var opening: String {
        let (found, least) = (explanation.halfDays, explanation.minimumHalfDays)
        let lost = explanation.closures.reduce(0) { $0 + $1.halfDays }
        let text =
            "Ouverture (R01) : \(ReportFigures.counted(found, "demi-journée")), \(least) au moins : "
            + (found <= least ? "aucune marge." : "\(found - least) de plus que le minimum.")
        guard lost > 0 else { return text }
        let left = found - lost
        return text
            + " Aux dates de ce cycle, \(ReportFigures.counted(lost, "demi-journée perdue", "demi-journées perdues")) : "
            + "il en reste \(left)\(left < least ? ", sous le minimum" : "")."
    }

    private func closure(_ closure: WeekExplanation.Closure) -> String {
        let date = ReportDates.withWeekday(closure.date)
        let lost = ReportFigures.counted(closure.halfDays, "demi-journée perdue", "demi-journées perdues")
        return switch closure.reason {
        case .publicHoliday(let name): "  \(date), \(name), férié : \(lost)."
        case .schoolHoliday(let name): "  \(date), \(name), vacances : \(lost)."
        case .notCovered: "  \(date) : date hors des calendriers donnés, à vérifier."
        }
    }

    private func team(_ team: WeekExplanation.Team) -> [String] {
        let left = team.limit - team.work
        let margin =
            explanation.overtimeAllowed && left < .zero
            ? "\(ReportFigures.duration(.zero - left)) d'heures supplémentaires"
            : left == .zero ? "aucune marge" : "reste \(ReportFigures.duration(left))"
        return [
            "\(names.vanName(team.van)) : \(ReportFigures.duration(team.work)) de travail par personne sur "
                + "\(ReportFigures.duration(team.limit)) (R22) : \(margin).",
            "  \(ReportFigures.counted(team.days, "jour")) de tournée sur \(team.workingDays) ; journée la plus longue : "
                + "\(ReportFigures.duration(team.longestWork)) de travail (au plus "
                + "\(ReportFigures.duration(explanation.dailyWork)), R20), \(ReportFigures.duration(team.longestSpan)) "
                + "d'amplitude (au plus \(ReportFigures.duration(explanation.daySpan)), R26).",
        ]
    }
}
