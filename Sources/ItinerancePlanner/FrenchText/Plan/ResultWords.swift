import GeoModel
import PlanAnalysis
import PlanningModel

/// What the figures of a plan are called, on the terminal and on the printed pages.
package enum ResultWords {
    /// A figure by its short name on the terminal, and its full one on paper.
    package enum Figure: Sendable {
        case halfDays, served, reached, offTarget, need, worstOff, highestNeed, gini, travel, road, work, cost, value
    }

    package static func short(_ figure: Figure) -> String {
        switch figure {
        case .halfDays: "Demi-journées par semaine"
        case .served: "Communes avec un arrêt"
        case .worstOff: "Cinquième le moins servi"
        case .highestNeed: "Besoin le plus intense"
        case .gini: "Inégalité (Gini)"
        case .travel: "Trajet moyen des familles"
        case .road: "Kilomètres par semaine"
        case .work: "Heures par semaine"
        default: full(figure)
        }
    }

    package static func full(_ figure: Figure) -> String {
        switch figure {
        case .halfDays: "Demi-journées d'accueil par semaine"
        case .served: "Communes avec un lieu d'accueil"
        case .reached: ReachLevelWords.title
        case .offTarget: "Communes hors cible"
        case .need: "Besoin couvert"
        case .worstOff: "Le cinquième du besoin le moins bien servi"
        case .highestNeed: "Le cinquième des familles au besoin le plus intense"
        case .gini: "Inégalité entre communes (Gini)"
        case .travel: "Trajet moyen des familles atteintes"
        case .road: "Route par semaine"
        case .work: "Travail par semaine"
        case .cost: "Coût pour 4 semaines"
        case .value: "Valeur et borne"
        }
    }

    /// A line of help where a figure needs one.
    package static func help(_ figure: Figure) -> String? {
        switch figure {
        case .reached: "part des ménages des communes éligibles, selon la distance et le bénéfice"
        case .need: "familles pondérées par leur besoin, leur accès et la cadence"
        case .worstOff: "100 % : un lieu tout proche, chaque semaine"
        default: nil
        }
    }

    // MARK: Terminal

    package static var allServices: String { "Ensemble des services" }
    package static var rules: String { "Règles" }
    package static var commitments: String { "Engagements" }
    package static var brokenRules: String { "Règles non respectées" }
    package static var remarks: String { "À signaler" }
    package static var discrepancies: String { "Chiffres qui ne se retrouvent pas" }
    package static func source(_ rule: RuleID) -> String {
        "source : \(RuleWords.source(rule)) (\(RuleWords.sourceDate(rule)))"
    }
    package static func findings(_ count: Int) -> String { ReportFigures.counted(count, "constat") }

    /// `Cycle de 2 semaines, du lundi 4 au vendredi 15 janvier 2027`.
    package static func cycle(_ weeks: Int, _ first: CivilDate, _ last: CivilDate) -> String {
        "Cycle de \(ReportFigures.counted(weeks, "semaine")), " + ReportDates.range(first, last)
    }

    /// `5, 6 (minimum 5`, left open for what follows.
    private static func halfDays(_ service: ServiceSummary) -> String {
        service.halfDays.map(String.init).joined(separator: ", ") + " (minimum \(service.minimumHalfDays)"
    }
    package static func halfDaysOfRule(_ service: ServiceSummary) -> String { halfDays(service) + ", R01)" }
    package static func halfDaysOfWeeks(_ service: ServiceSummary) -> String { halfDays(service) + ")" }

    package static func reached(_ service: ServiceSummary) -> String { ReachLevelWords.sentence(service.reach) }

    /// Whose hours those of a week are, after them.
    package static func workers(_ service: ServiceSummary) -> String {
        service.id == nil
            ? " pour toutes les équipes"
            : service.teams.count > 1 ? " pour les \(service.teams.count) équipes" : " par personne"
    }

    package static func needRows(_ needs: ServiceNeeds) -> [(String, String)] {
        [
            ("Besoin", ReportWords.dimensions(needs.score.usedDimensions)),
            ("Indicateurs du besoin", needs.score.usedIndicators.map(ReportWords.indicator).joined(separator: ", ")),
            ("Volume du besoin", volume(needs)),
        ]
    }

    private static func volume(_ needs: ServiceNeeds) -> String {
        ReportWords.volume(needs.measure, familiesGiven: needs.familiesGiven, of: needs.communes.count)
    }

    /// - Parameter unit: said after the bound too where it is not empty.
    private static func proof(
        _ summary: PlanSummary, _ unit: String, _ claim: ReportWords.BoundClaim
    ) -> String {
        "Valeur \(ReportFigures.points(summary.value)) points ; borne \(ReportFigures.points(summary.bound))\(unit) ; "
            + "écart \(ReportWords.gap(summary.gap)) : \(ReportWords.stop(summary.stop, claim))"
    }
    /// Of a plan that has just been made.
    package static func proofLine(_ summary: PlanSummary) -> String { proof(summary, "", .ownSearch) }
    /// On paper, which outlives the search.
    package static func proofSentence(_ summary: PlanSummary) -> String { proof(summary, " points", .announced) + "." }

    package static func toConfirm(_ entries: [ParameterEntry], _ parameters: Parameters) -> String {
        "À confirmer avec la Caf, \(ReportFigures.counted(entries.count, "paramètre")) : "
            + entries.map { "\($0.key) (\(ParameterWords.value($0, parameters)))" }.joined(separator: ", ")
    }

    // MARK: Paper

    package static func parameterCaption(_ summary: PlanSummary) -> String {
        "\(summary.parametersToConfirm) paramètres sur \(ParameterCatalogue.entries.count) sont à confirmer avec la Caf"
    }
    package static func insteadOf(_ usual: String) -> String { "au lieu de \(usual)" }
    package static var ownChoice: String { "choix du scénario" }

    /// Whose hours are shown, as a help.
    package static var hoursOfAll: String { "heures de toutes les équipes ensemble" }
    package static var hoursOfService: String { "heures de toutes les équipes du service ensemble" }
    package static var hoursOfMembers: String { "heures de chaque membre de l'équipe" }

    package static func leastHalfDays(_ minimum: Int) -> String { "minimum \(minimum)" }
    package static func sharedBy(services: Int, vans: Int) -> String {
        services > 1
            ? ReportFigures.counted(services, "service")
            : vans > 1 ? ReportFigures.counted(vans, "véhicule") : "un véhicule"
    }
    package static func worstOff(_ benefit: Double?) -> String {
        "le moins bien servi : " + (benefit.map { ReportFigures.percent($0, 0) } ?? "–")
    }
    package static var byCar: String { "en voiture" }
    package static func fourWeeks(_ euros: Double) -> String { "\(ReportFigures.euros(euros)) pour 4 semaines" }
    package static func workTile(several: Bool) -> String {
        several ? "Travail par semaine, toutes équipes" : "Travail par semaine et par personne"
    }
    package static var onAverage: String { "en moyenne" }
    package static var gapTile: String { "Écart au meilleur plan possible" }

    // MARK: One service

    package static var allReached: String {
        "Aucune : un lieu apporte quelque chose, si peu que ce soit, à toutes les communes éligibles."
    }
    package static var noneOffTarget: String { "Aucune." }
    package static func communes(_ names: [String]) -> String {
        "\(ReportFigures.counted(names.count, "commune")) : \(names.joined(separator: ", "))."
    }
    package static func offTarget(_ reason: Eligibility, _ names: [String]) -> String {
        let words = ReportWords.eligibility(reason)
        return words.prefix(1).uppercased() + words.dropFirst() + ", " + communes(names)
    }
    package static var noOpenDate: String { "aucune date ouverte" }
    package static func cancelled(_ date: CivilDate, _ why: String) -> String {
        "annulé le \(ReportDates.withWeekday(date)) : \(why)"
    }

    /// How the need of a service is made, a sentence each.
    package static func need(_ needs: ServiceNeeds) -> [String] {
        let score = needs.score
        var lines = [
            "Besoin : \(ReportWords.dimensions(score.usedDimensions)). \(NeedWords.weights(score)).",
            "Indicateurs pris en compte : \(score.usedIndicators.map(ReportWords.indicator).joined(separator: ", ")).",
        ]
        lines += NeedWords.leftOut(score)
        lines.append(
            "Volume : \(volume(needs)). Le besoin d'une commune est ce volume multiplié par 0,5 plus son intensité, entre 0 "
                + "et 1 : aucune famille ne compte pour rien.")
        let imputed = score.intensities.count { $0.ingredients.contains(where: \.imputed) }
        if imputed > 0 {
            lines.append(
                "\(ReportFigures.counted(imputed, "commune")) avec au moins un indicateur non publié, remplacé par la "
                    + "médiane de l'intercommunalité.")
        }
        let smoothed = needs.weights.count { $0.smoothed }
        if smoothed > 0 {
            lines.append(
                "\(ReportFigures.counted(smoothed, "commune")) avec peu de naissances, rapprochée du taux de son "
                    + "intercommunalité.")
        }
        lines.append("La capacité d'accueil d'une séance n'est pas prise en compte.")
        return lines
    }

    package static let needHeaders = ["Intensité (0 à 1)", "Poids, points", "Couvert, points"]
    package static var unknown: String { "inconnu" }
    package static var notAtStake: String { "hors cible" }
}
