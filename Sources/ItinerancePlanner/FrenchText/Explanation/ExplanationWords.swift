import GeoModel
import Optimizer

/// Help, headings and figures of `expliquer`.
package enum ExplanationWords {
    package static var command: String {
        "Explique un plan, commune par commune ou règle par règle, et pourquoi il n'y en a pas."
    }
    package static var commandExamples: String {
        """
        Exemples :
          itinerance expliquer plans/avesnois/plan.json --commune Trélon
          itinerance expliquer plans/avesnois/plan.json --commune 59066 59134 --sortie variantes
          itinerance expliquer plans/avesnois/plan.json --semaine 2
          itinerance expliquer plans/sambre/plan.json --vehicule van-2
          itinerance expliquer plans/avesnois/plan.json --regle R22
          itinerance expliquer data/nord/planchers-impossibles.yaml

        Chaque raison donnée a été confirmée par un nouveau calcul. Sans plan, le scénario suffit : le programme dit quelles
        demandes ne vont pas ensemble, et la plus petite mesure qui suffit.
        """
    }
    package static var fileHelp: String { "Fichier plan.json, ou fichier YAML d'un scénario qui n'a aucun plan." }
    package static var communeHelp: String { "Communes à expliquer, par code Insee ou par nom ; plusieurs possibles." }
    package static var weekHelp: String { "Semaine du cycle à expliquer, à partir de 1." }
    package static var vanHelp: String { "Véhicule à expliquer, par son identifiant." }
    package static var ruleHelp: String { "Règle à expliquer : R01, R15, R20, R21, R22, R23, R24 ou R26." }
    package static var outputHelp: String {
        "Dossier où écrire, pour chaque commune sans arrêt, le meilleur plan qui la dessert (plan.json et horaires.html, précédés du code)."
    }
    package static var timeHelp: String {
        "Temps de recherche au plus pour chaque question ; huit communes s'en partagent autant, davantage en prennent plus."
    }

    package static func wrongKind(_ path: String) -> String {
        "\(path) : un fichier .json (plan) ou .yaml (scénario) est attendu."
    }
    package static var nothingAsked: String {
        "Dites quoi expliquer de ce plan : --commune, --semaine, --vehicule ou --regle. Exemple : --commune 59066."
    }
    package static var scenarioWithQuestion: String {
        "--commune, --semaine, --vehicule, --regle et --sortie s'appliquent à un plan.json. Faites d'abord le plan avec « itinerance planifier »."
    }
    package static var outputWithoutCommune: String { "--sortie va avec --commune." }
    package static func unknownWeek(_ week: Int, of weeks: Int) -> String {
        "--semaine \(week) : le cycle de ce plan a \(ReportFigures.counted(weeks, "semaine")), numérotées à partir de 1."
    }
    package static func unknownVan(_ van: String, _ known: [String]) -> String {
        "véhicule « \(van) » inconnu dans ce plan. Véhicules du plan : \(known.joined(separator: ", "))."
    }
    package static func unknownRule(_ rule: String) -> String {
        "--regle \(rule) : cette règle n'a pas de seuil qui se déplace. Règles possibles : R01, R15, R20, R21, R22, R23, R24, R26."
    }
    package static func notConfirmed(_ commune: String) -> String {
        "Le plan qui dessert \(commune) n'a pas passé le contrôle ; rien n'a été écrit. Merci de signaler ce défaut."
    }
    package static var nothingToWrite: String {
        "Rien à écrire : aucun plan avec un arrêt de plus n'a été trouvé, ou demandé."
    }
    package static func written(_ path: String, _ names: [String]) -> String {
        "Écrit dans \(path) : \(names.joined(separator: ", "))"
    }
    package static func progress(_ answers: Int) -> String { "calculs faits : \(answers)…" }
    package static func seconds(_ seconds: Double) -> String { "Expliqué en \(ReportFigures.ungrouped(seconds, 1)) s." }

    // MARK: No plan

    package static func feasible(_ service: String) -> String {
        "\(service) : un plan existe (trouvé). Faites-le avec « itinerance planifier », puis expliquez le plan."
    }
    package static func noAnswer(_ service: String) -> String {
        "\(service) : ni plan ni preuve dans le temps donné. Augmentez --duree."
    }
    package static func noPlan(_ service: String) -> String {
        "\(service) : aucun plan n'est possible (d'après la recherche)."
    }
    package static var noStop: String { "Aucun plan ne peut y passer (d'après la recherche)." }
    package static var endsInfeasible: String { "Aucun plan possible." }
    package static var endsUndecided: String { "Ni plan ni preuve dans le temps donné. Augmentez --duree." }
    package static func next(_ path: String) -> String {
        "Pour savoir ce qui l'empêche et ce qui suffirait : itinerance expliquer \(path)"
    }

    // MARK: Figures

    package static func points(_ points: MilliPoints) -> String {
        ReportFigures.points(points.points) + ReportFigures.noBreak + (abs(points.count) < 2000 ? "point" : "points")
    }

    /// `3,214 points`; `au moins 2,900 et au plus 3,214 points` where something is left to prove.
    package static func range(_ range: ValueRange) -> String {
        range.isExact
            ? points(range.least)
            : "au moins \(ReportFigures.points(range.least.points)) et au plus \(points(range.most))"
    }

    private static func signed(_ text: String, _ isPositive: Bool) -> String { isPositive ? "+" + text : text }

    /// Need, road, work and costs of another plan less those of the plan at hand.
    package static func change(_ change: PlanFigures) -> String {
        let work = change.personMinutes
        return [
            "besoin couvert \(signed(points(change.need), change.need > .zero))",
            "route \(signed(ReportFigures.kilometres(change.metres), change.metres > .zero))",
            "travail \(signed(ReportFigures.duration(work), work > .zero)) toutes personnes",
            "coûts comptés \(signed(ReportFigures.decimal(change.euros, 2), change.euros > 0))" + ReportFigures.noBreak
                + "€",
        ].joined(separator: ", ")
    }

    package static var inFourWeeks: String { "en 4 semaines, par rapport au plan" }

    package static func stop(_ stop: StopState, _ names: ObstacleWords) -> String {
        "\(names.place(stop.venue)), \(ReportWords.cadence(stop.visits))"
            + (stop.isShort ? ", \(ReportWords.shortStop)" : "")
    }

    /// `mardi matin et jeudi après-midi`.
    package static func times(_ stop: StopState) -> String {
        ReportWords.enumeration(
            stop.times.map { time in
                time.weekday.key + " "
                    + (time.halves.count == 2 ? "toute la journée" : time.halves.map(ReportWords.halfDay).joined())
            })
    }

    /// What becomes of the stops, a line for each kind of change.
    package static func difference(_ difference: StopDifference, _ names: ObstacleWords) -> [String] {
        var lines: [String] = []
        if !difference.pushedOut.isEmpty {
            lines.append("Sort du plan : " + difference.pushedOut.map { stop($0, names) }.joined(separator: " ; "))
        }
        if !difference.added.isEmpty {
            lines.append("Entre au plan : " + difference.added.map { stop($0, names) }.joined(separator: " ; "))
        }
        if !difference.changed.isEmpty {
            let changes = difference.changed.map {
                stop($0.after, names) + " au lieu de " + ReportWords.cadence($0.before.visits)
            }
            lines.append("Change de fréquence : " + changes.joined(separator: " ; "))
        }
        if !difference.moved.isEmpty {
            let count = ReportFigures.counted(difference.moved.count, "arrêt")
            lines.append("\(count) \(difference.moved.count < 2 ? "change" : "changent") seulement de jour ou d'heure")
        }
        return lines
    }
}
