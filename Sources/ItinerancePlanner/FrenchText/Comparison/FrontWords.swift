import Optimizer
import PlanAnalysis
import PlanningModel

/// What a user of `front` reads on the terminal, and what is said of points and steps everywhere.
package enum FrontWords {
    package static var command: String {
        "Trace le front de Pareto d'un service : besoin couvert, coût, équité, chaque point avec sa borne."
    }
    package static var examples: String {
        """
        Chaque étape demande le plus de besoin couvert sous un coût au plus et une équité au moins (ε-contraintes), avec une
        borne. L'équité est le bénéfice moyen du cinquième du besoin le moins bien servi.

        Exemples :
          itinerance front data/nord/avesnois.yaml --sortie fronts/avesnois
          itinerance front data/nord/departement.yaml --service lr-flandre --points 8 --duree 600 --sortie fronts/flandre

        Écrit front.html (dessin et tableaux), front.csv, front-etapes.csv, front.json, et le plan de chaque point dans
        plans/point-01, plans/point-02… ; comparer, verifier et publier les prennent. Ctrl-C n'écrit rien.
        """
    }
    package static var pointsHelp: String { "Points voulus : des plans dont aucun n'en domine un autre." }
    package static var serviceHelp: String { "Service dont on trace le front, quand le scénario en a plusieurs." }

    // MARK: Errors

    package static func badPoints(_ count: Int) -> String {
        "--points attend un entier de 1 à 100, « \(count) » trouvé."
    }
    package static func whichService(_ wanted: String?, _ known: [String]) -> String {
        (wanted.map { "service « \($0) » inconnu. " } ?? "un front est celui d'un service. ")
            + "Choisissez-en un avec --service : \(known.joined(separator: ", "))."
    }
    package static func sharedTeam(_ service: String) -> String {
        "service « \(service) » : son véhicule ou son équipe sert aussi un autre service ; son front ne peut pas être tracé à part."
    }
    package static var noCost: String {
        "les plans de ce scénario ne coûtent rien (cout_km est nul, salaires fixes) : il n'y a pas de front à tracer."
    }
    package static var interrupted: String { "Recherche du front interrompue. Rien n'a été écrit." }

    // MARK: Progress

    package static func progress(_ progress: FrontProgress, wanted: Int) -> String {
        let phase = progress.phase == .ends ? "recherche des extrémités" : "étape \(progress.steps)"
        return "\(ReportFigures.ungrouped(progress.seconds, 1)) s · \(phase) · \(progress.points) points sur \(wanted)"
    }
    package static func written(_ path: String, plans: Int) -> String {
        "Écrit : \(path)/front.html, front.csv, front-etapes.csv, front.json et "
            + ReportFigures.plain(ReportFigures.counted(plans, "plan")) + " dans \(path)/plans"
    }

    // MARK: Lead

    package static func lead(_ report: FrontReport) -> [String] {
        let front = report.front
        let count = front.kept.count
        let proven = front.kept.filter { front.points[$0].gap <= report.limits.gap }
        let asked = gap(report.limits.gap)
        var lines = [
            "\(report.service.name) : \(ReportFigures.counted(count, "point")), "
                + (proven.count == count
                    ? (count < 2 ? "à \(asked) au plus de sa borne." : "chacun à \(asked) au plus de sa borne.")
                    : "dont \(proven.count) à \(asked) au plus de leur borne.")
        ]
        if proven.count < count {
            lines.append("Le temps donné n'a pas suffi pour les autres : leur écart est dit. Augmentez --duree.")
        } else if count < report.limits.points {
            lines.append(
                "\(ReportFigures.counted(report.limits.points, "point")) voulus : entre les points trouvés, aucune étape de plus n'en "
                    + "a donné un autre.")
        }
        return lines
    }
    package static func gap(_ gap: Double) -> String { ReportFigures.percent(gap, 2) }

    // MARK: Points

    package static let screenHeads = ["besoin", "borne", "écart", "€/4 sem.", "km", "équité"]
    package static func pointName(_ number: Int) -> String { "Point \(number)" }

    package static func cells(_ index: Int, _ report: FrontReport) -> [String] {
        let point = report.front.points[index]
        return [
            ReportFigures.points(point.figures.need.points), ReportFigures.points(point.bound.points),
            gap(point.gap), ReportFigures.decimal(point.figures.euros, 2),
            ReportFigures.decimal(report.resources(point).metres.kilometres, 1),
            ReportFigures.percent(point.figures.equity, 2),
        ]
    }

    /// What a point is: its place among the plans, a fact; then what is proven of it.
    package static func point(_ index: Int, _ report: FrontReport) -> String {
        let point = report.front.points[index]
        switch point.dominance {
        case .dominated(let by):
            return "Point \(report.number(index)) écarté : son plan est dominé par celui du point \(report.number(by)) "
                + "(autant de besoin couvert, pas plus cher, pas moins équitable, et mieux sur un des trois)."
        case .kept:
            let head =
                "Point \(report.number(index)) : \(ReportFigures.points(point.figures.need.points)) points de besoin pour "
                + "\(ReportFigures.decimal(point.figures.euros, 2)) € et une équité de \(ReportFigures.percent(point.figures.equity, 2))."
            return head + " "
                + (point.figures.need >= point.bound
                    ? "D'après la recherche, aucun plan aussi économe et aussi équitable ne couvre plus de besoin."
                    : "D'après la recherche, aucun plan aussi économe et aussi équitable ne couvre plus de "
                        + "\(ReportFigures.points(point.bound.points)) points.")
        }
    }

    // MARK: Steps

    package static func limits(_ cell: EpsilonCell) -> String {
        let parts =
            (cell.mostEuros.map { ["\(ReportFigures.decimal($0, 2)) € au plus"] } ?? [])
            + (cell.leastEquity.map { ["équité de \(ReportFigures.percent($0, 2)) au moins"] } ?? [])
        return parts.isEmpty ? "sans limite" : parts.joined(separator: ", ")
    }

    /// What one step showed: of all plans within its limits.
    package static func step(_ step: FrontStep, _ report: FrontReport) -> String {
        let head = limits(step.cell) + " : "
        switch step.answer {
        case .impossible: return head + "aucun plan possible (d'après la recherche)."
        case .undecided(let bound):
            return head
                + "ni plan ni preuve dans le temps donné ; aucun plan n'y couvre plus de \(ReportFigures.points(bound.points)) points."
        case .point(let index, let bound):
            let found = "le mieux trouvé est le point \(report.number(index)) ; "
            return head + found
                + (report.front.isBest(report.front.points[index], in: step)
                    ? "d'après la recherche, aucun plan n'y couvre plus de besoin."
                    : "d'après la recherche, aucun plan n'y couvre plus de \(ReportFigures.points(bound.points)) points.")
        }
    }
}
