import GeoModel
import PlanAnalysis
import PlanCheck
import PlanningModel

/// What a user of `robustesse` reads.
package enum RobustnessWords {
    package static var command: String { "Rejoue un plan tel qu'il est : autres besoins, autres trajets, absences." }
    package static var examples: String {
        """
        Rien n'est replanifié. Chaque chiffre est une moyenne sur des tirages, avec son intervalle de confiance à 95 %. La même
        graine donne les mêmes octets.

        Exemples :
          itinerance robustesse plans/avesnois/plan.json --sortie robustesse/avesnois
          itinerance robustesse plans/avesnois/plan.json --tirages 5000 --taux-absence 8 --sortie robustesse/hiver

        Écrit robustesse.html (tableaux et dessins), robustesse.csv et robustesse.json.
        """
    }
    package static var drawsHelp: String { "Nombre de tirages." }
    package static var seedHelp: String { "Graine du hasard." }
    package static var travelHelp: String { "Les trajets durent jusqu'à tant de plus ou de moins (à confirmer)." }
    package static var absenceHelp: String {
        "Chaque personne manque chaque jour avec cette probabilité (à confirmer)."
    }

    package static func badDraws(_ count: Int) -> String {
        "--tirages attend un entier de 2 à 1 000 000, « \(count) » trouvé."
    }
    package static func notAShare(_ name: String, _ text: String) -> String {
        "--\(name) attend un pourcentage de 0 à 100, « \(text) » trouvé."
    }
    package static func written(_ path: String) -> String {
        "Écrit : \(path)/robustesse.html, robustesse.csv, robustesse.json"
    }

    // MARK: Lead

    package static func title(_ plan: String) -> String { "Robustesse du plan : \(plan)" }
    package static func pageLead(_ replay: PlanReplay) -> String {
        "Le plan est rejoué tel quel, \(ReportFigures.counted(replay.draws.count, "tirage")), graine \(replay.draws.seed). Les lois des "
            + "tirages sont des hypothèses, à confirmer."
    }
    package static func lead(_ service: String, _ replay: PlanReplay) -> String {
        "\(service) : \(ReportFigures.counted(replay.draws.count, "tirage")), intervalles à 95 %"
    }
    package static let screenHeads = ["plan", "moyenne", "95 %"]
    package static let headers = ["Mesure", "Plan", "Moyenne des tirages", "Intervalle à 95 %"]
    package static var caption: String { "La moyenne se trouve dans l'intervalle, 95 fois sur 100" }

    package static func amount(_ value: Double, _ unit: RobustnessMeasure.Unit) -> String {
        switch unit {
        case .points: ReportFigures.decimal(value, 1)
        case .share: ReportFigures.percent(value, 1)
        case .minutes: ReportFigures.decimal(value, 1) + ReportFigures.noBreak + "min"
        case .halfDays, .visits: ReportFigures.decimal(value, 2)
        }
    }
    /// Of the plan, of the draws, and their interval.
    package static func cells(_ figure: RobustnessFigure) -> [String] {
        let unit = figure.measure.unit
        return [
            figure.planned.map { amount($0, unit) } ?? "–", amount(figure.estimate.mean, unit), interval(figure),
        ]
    }
    private static func interval(_ figure: RobustnessFigure) -> String {
        "\(amount(figure.estimate.low, figure.measure.unit)) à \(amount(figure.estimate.high, figure.measure.unit))"
    }

    /// A measure as people read it.
    package static func label(_ measure: RobustnessMeasure, _ names: ReportNames) -> String {
        switch measure {
        case .need: "Besoin couvert, en points"
        case .needShare: "Part du besoin couverte"
        case .regret: "Aucun autre plan ne vaudrait plus de… points de mieux"
        case .late: "Ouvertures qui commencent en retard"
        case .lateMinutes: "Retard moyen par ouverture"
        case .mostLate: "Plus grand retard d'un cycle"
        case .lost: "Ouvertures perdues"
        case .lateReturns: "Retours au dépôt après l'heure prévue"
        case .longWork: "Cycles avec une journée de travail trop longue (R20)"
        case .longSpan: "Cycles avec une amplitude trop longue (R26)"
        case .keepsOpening: "Cycles où chaque semaine garde ses demi-journées (R01)"
        case .lostRounds: "Tournées qui n'ont pas lieu"
        case .held(let week): "Semaine \(week) : demi-journées tenues"
        case .keepsMinimum(let week, let required): "Semaine \(week) : au moins \(required) demi-journées (R01)"
        case .keepsAll(let week): "Semaine \(week) : rien ne tombe"
        case .lostVisits(let commune): "Visites perdues dans le cycle, \(names.communeName(commune))"
        }
    }

    package static func title(_ part: RobustnessReport.Part) -> String {
        switch part {
        case .needs: "Autres poids des besoins"
        case .travel: "Autres temps de trajet"
        case .absences: "Absences"
        }
    }

    package static func text(_ part: RobustnessReport.Part, _ laws: ReplayLaws) -> String {
        switch part {
        case .needs: needText(laws)
        case .travel: travelText(laws)
        case .absences: absenceText(laws)
        }
    }

    // MARK: Needs

    private static func needText(_ laws: ReplayLaws) -> String {
        "Les poids des dimensions du besoin sont tirés autour de ceux du scénario"
            + (laws.concentration.map { " (loi de Dirichlet, concentration \(ReportFigures.decimal($0, 0)))" } ?? "")
            + " ; le plan reste, les points des communes changent, leur somme non."
    }
    package static var needPlot: String { "Besoin couvert, en points : nombre de tirages" }
    package static var needPlotText: String {
        "Histogramme : en combien de tirages le plan couvre tant de points de besoin."
    }
    package static func classOf(_ from: Double, _ to: Double) -> String {
        "de \(ReportFigures.decimal(from, 1)) à \(ReportFigures.decimal(to, 1))"
    }

    // MARK: Travel

    private static func travelText(_ laws: ReplayLaws) -> String {
        "Chaque trajet dure entre \(ReportFigures.percent(1 - laws.amplitude, 0)) et \(ReportFigures.percent(1 + laws.amplitude, 0)) de son "
            + "temps : une part tirée pour la journée (\(ReportFigures.percent(laws.common, 0)) de l'écart), une part pour le trajet, les deux "
            + "uniformes. L'équipe part à l'heure, ferme à l'heure annoncée, et garde sa pause. Une ouverture dans un lieu fermé ce "
            + "jour-là (R38) est perdue à chaque tirage."
    }

    // MARK: Absences

    private static func absenceText(_ laws: ReplayLaws) -> String {
        "Chaque personne manque chaque jour de tournée avec une probabilité de \(ReportFigures.percent(laws.absenceRate, 1)), sans lien avec "
            + "les autres ni avec la veille, et n'est pas remplacée. Une tournée a lieu s'il reste un accueillant (R02) et quelqu'un pour "
            + "conduire (R30), et si un de ses lieux au moins est ouvert ce jour-là (R38)."
    }
    package static func week(_ week: Int) -> String { "semaine \(week)" }
    package static var weekPlot: String { "Demi-journées tenues par semaine, en moyenne" }
    package static var weekPlotText: String {
        "Une barre par semaine du cycle ; le trait est le minimum demandé (R01)."
    }
    package static var weekLimit: String { "minimum demandé (R01)" }
    package static var stopPlot: String { "Visites perdues par commune dans le cycle, en moyenne" }
    package static var stopPlotText: String {
        "Une barre par commune où le service s'arrête ; le trait est le nombre de visites prévues."
    }
    package static var stopLimit: String { "visites prévues" }

    // MARK: Method

    package static var methodTitle: String { "Comment c'est fait" }
    package static let method = [
        "Rien n'est replanifié : arrêts, jours, heures et équipes sont ceux du plan.",
        "Chaque part a ses propres nombres au hasard : changer le taux d'absence ne change ni les besoins ni les trajets tirés. À un taux "
            + "plus haut, les mêmes personnes manquent, et d'autres.",
        "Intervalles : de Wilson pour la part des tirages où une chose arrive, normaux pour les moyennes. Ils disent ce que le nombre de "
            + "tirages laisse flou, pas si les lois sont justes.",
        "Regret : une borne. Avec les poids tirés, aucun plan ne vaudrait plus que celui-ci plus ce nombre de points ; le vrai regret est "
            + "souvent bien plus petit.",
        "Trajets : en secondes, comme les donne la route ; le plan arrondit à la minute du dessus, ce qui laisse un peu de marge. "
            + "R20 et R26 sont ici ceux des tournées seules.",
        "Amplitude des trajets, part commune du jour, taux d'absence, indépendance des absences : à confirmer.",
    ]
}
