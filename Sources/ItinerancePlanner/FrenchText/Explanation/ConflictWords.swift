import Optimizer
import PlanningModel

/// Why there is no plan, and what would help.
package struct ConflictWords {
    private let words: ObstacleWords
    private let service: Service
    private let scenario: Scenario

    package init(_ service: Service, in scenario: Scenario) {
        words = ObstacleWords(service, in: scenario)
        self.service = service
        self.scenario = scenario
    }

    /// What is impossible.
    package enum Subject {
        case service(String)
        /// A stop in a commune.
        case stop
    }

    package func lines(_ conflict: Conflict, _ subject: Subject) -> [String] {
        let head: String
        let (one, several): (String, String)
        switch subject {
        case .service(let name):
            head = ExplanationWords.noPlan(name)
            one = "À elle seule, avec les données (\(givens)), cette demande ne peut pas être tenue :"
            several = "Ces \(conflict.members.count) demandes ne peuvent pas être tenues ensemble (\(givens)) :"
        case .stop:
            head = ExplanationWords.noStop
            one = "S'y oppose, avec les données (\(givens)) :"
            several = "S'y opposent ensemble (\(givens)) :"
        }
        guard !conflict.members.isEmpty else {
            return [head, "Aucune règle ni promesse n'y change rien : cela tient aux données (\(givens))."]
        }
        var lines = [head, conflict.members.count == 1 ? one : several]
        lines += conflict.members.map {
            "  - \(words.title($0))"
                + (conflict.unsettled.contains($0) ? " (rôle non tranché dans le temps donné)" : "")
        }
        if conflict.members.count > 1 || !conflict.isIrreducible {
            lines.append(
                conflict.isIrreducible
                    ? "Chacune compte : sans l'une d'elles, les autres de cette liste peuvent être tenues (recalculé)."
                    : "La liste est peut-être trop longue : le temps donné n'a pas suffi pour tout trancher (--duree).")
        }
        return lines + [""] + remedies(conflict)
    }

    private var givens: String {
        let venues = scenario.venues(of: service).count
        let days = scenario.parameters.weekdays.count { weekday in service.teams.contains { $0.works(on: weekday) } }
        return ReportFigures.counted(days, "jour ouvrable", "jours ouvrables") + ", "
            + ReportFigures.counted(venues, "lieu d'arrêt", "lieux d'arrêt") + ", "
            + ReportFigures.counted(service.teams.count, "équipage")
    }

    private func remedies(_ conflict: Conflict) -> [String] {
        let helping = conflict.remedies.filter { $0.dropping == .helps }
        let allowed = helping.filter { !Self.isForbidden($0) }
        let forbidden = helping.filter(Self.isForbidden)
        let open = conflict.remedies.filter { $0.dropping == .undecided }
        var lines: [String] = []
        if !allowed.isEmpty {
            lines.append(
                allowed.count == 1
                    ? "Cette mesure suffit, le reste inchangé (confirmée par un plan) :"
                    : "Une seule de ces mesures suffit, le reste inchangé (chacune confirmée par un plan) :")
            lines += allowed.map(remedy)
        } else if !conflict.together.isEmpty {
            lines.append(
                "Aucune de ces demandes, levée seule, ne suffit (d'après la recherche). Il faut lever ensemble :")
            lines += conflict.together.map { "  - \(words.title($0))" }
            lines.append("Un plan existe alors (confirmé) ; il n'en est pas trouvé si l'on garde l'une d'elles.")
        } else if open.isEmpty {
            lines.append("Aucune de ces demandes, levée seule, ne suffit.")
        }
        if !forbidden.isEmpty {
            lines.append("Suffirait, mais aucune valeur que la règle permet n'y suffit :")
            lines += forbidden.map { "  - \(words.measure(Relaxation($0.obstacle, .dropped)))" }
        }
        if !open.isEmpty {
            lines.append("Non tranché dans le temps donné (--duree) :")
            lines += open.map { "  - \(words.measure(Relaxation($0.obstacle, .dropped)))" }
        }
        return lines
    }

    private func remedy(_ remedy: ConflictRemedy) -> String {
        guard let smallest = remedy.smallest else {
            return "  - \(words.measure(Relaxation(remedy.obstacle, .dropped)))"
        }
        let rule = remedy.obstacle.rule.map { $0.rawValue + ", " } ?? ""
        let line = "  - \(rule)\(words.measure(smallest))"
        if remedy.isSmallest { return line + " ; une mesure plus petite ne suffit pas (d'après la recherche)" }
        guard let little = remedy.tooLittle else {
            return line + " ; une mesure plus petite suffirait peut-être (non tranché)"
        }
        return line + " ; insuffisant d'après la recherche : \(words.measure(little)) ; entre les deux, non tranché"
    }

    /// Whether the rule itself permits no value that helps.
    private static func isForbidden(_ remedy: ConflictRemedy) -> Bool {
        guard remedy.smallest == nil else { return false }
        return switch remedy.obstacle {
        case .dailyWork, .weeklyWork, .referenceWeek, .dailyRest, .weeklyRest, .daySpan, .workBreak: true
        case .minimumOpening, .minimumVisits, .openingWindow, .floor, .budget, .pin, .formerStop, .venueHours,
            .premises, .permits, .closures:
            false
        }
    }
}
