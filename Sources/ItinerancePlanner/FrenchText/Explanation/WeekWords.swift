import PlanCheck
import PlanningModel

/// What a week holds against its limits.
package struct WeekWords {
    private let explanation: WeekExplanation
    private let names: ReportNames

    package init(_ explanation: WeekExplanation, in scenario: Scenario) {
        self.explanation = explanation
        names = ReportNames(scenario)
    }

    package var title: String { "Semaine \(explanation.week) du cycle" }

    package var lines: [String] { [opening] + explanation.closures.map(closure) + explanation.teams.flatMap(team) }

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
