import GeoModel
import PlanAnalysis
import Planning

/// Sentences of `besoins.html`.
package enum NeedPageWords {
    package static func topHeader(_ top: Int) -> String { "Parmi les \(top) premières" }
    package static func highest(_ communes: [String]) -> String {
        "Plus forts poids, en points : \(communes.joined(separator: ", "))."
    }
    package static func share(_ kept: Int, of draws: Int) -> String { "\(kept) sur \(draws)" }
    package static func kept(_ stop: String, _ kept: Int, of draws: Int) -> String {
        "\(stop) (\(share(kept, of: draws)))"
    }
    package static func dependent(_ stops: [String]) -> String {
        "Arrêts qui dépendent des poids : " + (stops.isEmpty ? "aucun" : stops.joined(separator: ", ")) + "."
    }

    package static func title(_ name: String) -> String { "Les besoins – \(name)" }

    package static func summary(_ findings: NeedFindings) -> String {
        let needs = findings.needs
        let eligible = findings.ranking.count
        let imputed = needs.score.intensities.count { $0.ingredients.contains(where: \.imputed) }
        var text =
            "\(ReportFigures.counted(needs.communes.count, "commune")), dont "
            + "\(ReportFigures.counted(eligible, "éligible")). Le score repose sur "
            + "\(ReportWords.dimensions(needs.score.usedDimensions)). \(NeedWords.weights(needs.score)). Volume compté : "
            + ReportWords.volume(needs.measure, familiesGiven: needs.familiesGiven, of: needs.communes.count) + "."
        if imputed > 0 {
            text +=
                " Pour \(ReportFigures.counted(imputed, "commune")), au moins un chiffre n'est pas publié : la médiane de "
                + "l'intercommunalité le remplace (étoile *)."
        }
        return text
    }

    package static func topCaption(_ count: Int) -> String {
        "Les \(ReportFigures.integer(count)) communes de plus fort poids. La barre dit de quoi est faite l'intensité ; "
            + "l'intervalle, entre quels rangs 90 % des tirages des poids la placent"
    }

    package static func interval(_ spread: WeightRobustness.Spread) -> String {
        spread.low == spread.high ? "\(spread.low)" : "\(spread.low) à \(spread.high)"
    }

    package static func robustness(_ findings: NeedFindings) -> [String] {
        let robustness = findings.robustness
        let spreads = robustness.byPoints.compactMap { $0 }
        guard !spreads.isEmpty else { return ["Aucune commune éligible : il n'y a pas de rang à éprouver."] }
        let sure = spreads.count { $0.topShare >= 0.95 }
        let open = spreads.count { $0.topShare > 0.05 && $0.topShare < 0.95 }
        let widest = spreads.map { $0.high - $0.low }.max() ?? 0
        var lines = [
            "Les poids des dimensions ont été tirés \(ReportFigures.integer(robustness.draws)) fois autour de ceux du "
                + "scénario (loi de Dirichlet, 20 × poids). "
                + "\(ReportFigures.counted(sure, "commune reste", "communes restent")) parmi les "
                + "\(ReportFigures.integer(robustness.top)) premières dans au moins 95 % des tirages ; pour "
                + "\(ReportFigures.counted(open, "commune")), cela dépend des poids. L'intervalle de rangs le plus large "
                + "va sur \(ReportFigures.counted(widest, "rang"))."
        ]
        for trial in findings.normalisations {
            let correlation = trial.correlation.map { ReportFigures.decimal($0, 3) } ?? "sans objet"
            lines.append(
                "Avec \(normalisation(trial.method)) : corrélation des rangs (Spearman) \(correlation), plus grand "
                    + "changement \(ReportFigures.counted(trial.largestChange, "rang")).")
        }
        if findings.needs.score.usedDimensions.count == 1 {
            lines.append(
                "Une seule dimension est connue : ses poids ne changent rien, les rangs ne peuvent pas bouger.")
        }
        return lines
    }

    package static func normalisation(_ method: NormalisationMethod) -> String {
        switch method {
        case .minMax: "le minimum-maximum écrêté"
        case .rank: "les rangs en place des chiffres"
        case .zScore: "l'écart à la moyenne (±2 écarts types)"
        }
    }

    package static func isolation(_ findings: NeedFindings) -> [String] {
        let isolation = findings.isolation
        func count(_ presence: Presence) -> String {
            ReportFigures.integer(isolation.rows.count { $0.socialCentre == presence })
        }
        var lines = [
            "Communes sans centre social : \(count(.absent)) ; avec : \(count(.present)) ; non connu : "
                + "\(count(.unknown)). Non connu ne veut pas dire absent."
        ]
        let missing = isolation.kindsNotGiven.map(NeedWords.facility)
        if !missing.isEmpty {
            lines.append("Temps de trajet non donnés, faute de liste : \(missing.joined(separator: ", ")).")
        }
        if isolation.rows.allSatisfy({ $0.digital == nil }) {
            lines.append("Isolement numérique : non donné.")
        }
        if isolation.rows.contains(where: { $0.times.contains(where: \.isApproximate) }) {
            lines.append("Un équipement sans adresse est placé au centre de sa commune.")
        }
        return lines
    }

    package static func trial(_ trial: WeightTrial) -> String {
        guard trial.draws > 0 else { return "Aucun plan n'a été trouvé dans le temps donné avec d'autres poids." }
        let lost = trial.asked - trial.draws
        return "Le plan a été refait avec \(ReportFigures.counted(trial.draws, "tirage")) des poids, chaque plan à "
            + "\(ReportWords.gap(trial.gap)) près au plus"
            + (lost > 0 ? " ; \(ReportFigures.counted(lost, "tirage")) sans plan dans le temps donné" : "")
            + ". Un arrêt peut aussi changer parce que deux plans se valent à cet écart près."
    }

    package static func dependence(_ kept: Int, of draws: Int) -> String {
        let share = Double(kept) / Double(max(1, draws))
        return share >= 0.95 ? "tient" : share >= 0.5 ? "dépend des poids" : "dépend beaucoup des poids"
    }

    package static let method = [
        "Chaque indicateur est mis sur une échelle de 0 à 1 parmi les communes du service, 1 pour le plus grand besoin.",
        "Par défaut : les valeurs sont écrêtées aux 5e et 95e centiles, puis étirées du minimum au maximum.",
        "Un indicateur égal partout vaut 0,5 partout.",
        "Un chiffre non publié est remplacé par la médiane de l'intercommunalité, si la moitié de ses communes sont publiées.",
        "Sinon l'indicateur est laissé de côté, et c'est dit. Rien n'est inventé.",
        "Un indicateur de remplacement ne compte que si celui qu'il remplace manque : rien n'est compté deux fois.",
        "L'intensité est la moyenne des dimensions, selon leurs poids ; une dimension vide partage le sien.",
        "Le poids d'une commune est son volume × (0,5 + intensité) : chaque famille compte, le besoin triple au plus.",
        "Là où il n'y a pas de centre social, ce poids est multiplié (priorité de la plaquette). Inconnu ne multiplie pas.",
        "Les poids des communes éligibles font 1 000 points par service. La capacité d'une séance n'est pas comptée.",
    ]
    package static var methodSource: String {
        "Méthode : OCDE/JRC, Handbook on Constructing Composite Indicators, 2008 ; Saisana et al., 2005. Les poids égaux "
            + "sont un choix, à confirmer."
    }
    package static var itinerant: String {
        "Les équipements itinérants, sans lieu fixe, ne sont pas comptés dans les temps de trajet."
    }
}
