import Foundation
import GeoModel
import PlanAnalysis

/// What the command `besoins` and its files say.
package enum NeedWords {
    // MARK: Command

    package static var command: String { "Calcule le besoin de chaque commune, ce dont il est fait, et s'il tient." }
    package static var commandExamples: String {
        """
        Exemples :
          itinerance besoins data/nord/avesnois.yaml --sortie besoins/avesnois
          itinerance besoins data/nord/avesnois.yaml --sortie besoins/avesnois --premiers 10 --tirages 5000 --remplacer
          itinerance besoins data/nord/avesnois.yaml --sortie besoins/avesnois --plan-tirages 20 --remplacer

        Pour chaque service, écrit besoins-<service>.csv (tableau) et besoins-<service>.svg (carte), puis besoins.html,
        une page à lire en commission. Les poids des dimensions sont ceux du scénario (poids_fragilite, poids_eloignement,
        poids_numerique, poids_offre_absente) ; les tirages les font varier autour.
        """
    }
    package static var drawsHelp: String { "Tirages des poids, de 1 à 10000." }
    package static var topHelp: String {
        "Combien de communes sont « les premières » ; sinon 20, ou un cinquième des communes éligibles s'il y en a "
            + "moins de 100."
    }
    package static var seedHelp: String {
        "Graine du hasard : mêmes données et même graine donnent les mêmes fichiers."
    }
    package static var planDrawsHelp: String {
        "Refait aussi le plan avec ce nombre de tirages des poids et dit quels arrêts en dépendent. Chaque plan prend "
            + "30 secondes au plus (écart demandé : 0,5 %) ; pour 20 tirages, compter au plus 11 minutes."
    }

    package static func badDraws(_ count: Int) -> String {
        "--tirages attend un nombre de 1 à 10000, « \(count) » trouvé."
    }
    package static var badTop: String { "--premiers attend un nombre d'au moins 1." }
    package static func badPlanDraws(_ count: Int) -> String {
        "--plan-tirages attend un nombre de 0 à 1000, « \(count) » trouvé."
    }
    package static func planProgress(_ number: Int, of all: Int) -> String { "plan \(number) sur \(all)" }

    package static func written(_ path: String, seconds: Double) -> String {
        "Écrit en \(ReportFigures.ungrouped(seconds, 1)) s : \(path)/besoins.html (à lire), un tableau et une carte par service"
    }

    // MARK: Score

    /// How the known dimensions weigh.
    package static func weights(_ score: NeedScore) -> String {
        let used = score.usedDimensions
        let total = used.reduce(0) { $0 + score.weights[$1] }
        guard total > 0, let first = used.first, used.contains(where: { score.weights[$0] != score.weights[first] })
        else { return "Chaque dimension connue pèse autant que les autres" }
        let parts = used.map { "\(ReportWords.dimension($0)) \(ReportFigures.percent(score.weights[$0] / total, 0))" }
        return "Poids des dimensions connues : " + ReportWords.enumeration(parts)
    }

    /// Which indicators are lacking, one sentence for each reason.
    package static func leftOut(_ score: NeedScore) -> [String] {
        func names(_ fits: (NeedOmission.Reason) -> Bool) -> String {
            score.omissions.filter { fits($0.reason) }.map { ReportWords.indicator($0.indicator) }
                .joined(separator: ", ")
        }
        let few = names { if case .tooFewPublished = $0 { true } else { false } }
        let none = names { $0 == .notGiven }
        return [
            few.isEmpty ? "" : "Laissés de côté, faute de données publiées pour assez de communes : \(few).",
            none.isEmpty ? "" : "Non donnés, donc laissés de côté : \(none).",
        ].filter { !$0.isEmpty }
    }

    package static var notGiven: String { "non donné" }

    /// Where an ingredient's figure comes from.
    package static func origin(_ ingredient: NeedIngredient) -> String {
        ingredient.imputed ? "non publiée : médiane de l'EPCI" : "publiée"
    }

    package static func position(_ time: FacilityTimes.Time) -> String {
        time.isApproximate ? "centre de la commune, faute d'adresse" : "exacte"
    }

    package static func noSocialCentre(_ presence: Presence) -> String {
        switch presence {
        case .present: "non"
        case .absent: "oui"
        case .unknown: "inconnu"
        }
    }

    /// Sources and vintages of the figures that the score uses, one sentence each.
    package static func sources(_ findings: NeedFindings) -> [String] {
        var sentences: [String] = []
        var fromColumns: [String] = []
        for indicator in findings.needs.score.usedIndicators {
            let listed = findings.sources(of: indicator)
            if listed.isEmpty {
                fromColumns.append(ReportWords.indicator(indicator))
            } else {
                sentences.append(ReportWords.indicator(indicator) + " : " + listed.joined(separator: " ; "))
            }
        }
        guard !fromColumns.isEmpty else { return sentences }
        return [fromColumns.joined(separator: ", ") + " : fichiers du dossier de données (millésimes dans sa notice)"]
            + sentences
    }

    package static func facility(_ kind: FacilityKind) -> String {
        switch kind {
        case .socialCentre: "centre social"
        case .communityVenue: "espace de vie sociale"
        case .laep: "LAEP"
        case .rpe: "relais petite enfance"
        case .nursery: "crèche (EAJE)"
        case .pmi: "PMI"
        case .school: "école"
        case .maternity: "maternité"
        case .leisureCentre: "centre de loisirs"
        case .franceServices: "France services"
        case .digitalHelp: "médiation numérique"
        case .transportStop: "arrêt de transport"
        }
    }

    // MARK: Map

    package static var mapLegend: String { "Intensité du besoin, de 0 à 1" }
    package static func mapTitle(_ service: String) -> String { "Intensité du besoin par commune – \(service)" }

    package static func mapDescription(_ findings: NeedFindings) -> String {
        let score = findings.needs.score
        let names = findings.ranking.prefix(5).map { findings.needs.communes[$0].name }
        return
            "Carte de \(ReportFigures.counted(findings.needs.communes.count, "commune")). Plus la couleur est foncée, "
            + "plus le besoin est intense. \(ReportWords.dimensions(score.usedDimensions))."
            + (names.isEmpty ? "" : " Communes au plus fort poids : \(ReportWords.enumeration(names)).")
    }

    package static func mapHighlights(_ count: Int, _ measure: NeedMeasure) -> String {
        (count < 2 ? "Commune au plus fort poids" : "Rang des \(count) communes au plus fort poids")
            + " (\(ReportWords.measure(measure)) × besoin)"
    }

    package static func rankTitle(_ rank: Int, _ commune: String) -> String { "Rang \(rank) : \(commune)" }

    package static func mapNote(_ weight: NeedWeight, rank: Int?, _ measure: NeedMeasure) -> String {
        let volume = weight.volume.map { "\(ReportFigures.decimal($0, 0)) \(ReportWords.measure(measure))" }
        return [
            rank.map { "rang \($0)" }, rank == nil ? nil : "\(ReportFigures.decimal(weight.points.points, 1)) points",
            volume, ReportWords.eligibility(weight.eligibility),
        ].compactMap { $0 }.joined(separator: ", ")
    }
}
