import GeoModel
import Optimizer
import PlanAnalysis
import PlanningModel

/// What the page of a comparison says around its figures.
package enum ComparisonPageWords {
    package static func title(_ count: Int) -> String { "Comparaison de \(ReportFigures.counted(count, "plan"))" }
    package static var measured: String { "Mesure" }
    package static var factsText: String {
        "Ce tableau compare les plans tels qu'ils sont écrits. Sous chaque chiffre : sa différence avec la référence A, quand les deux "
            + "se mesurent de la même façon."
    }
    package static func factsCaption(_ service: String?) -> String {
        service.map { "Service : \($0)" } ?? "Tous les services"
    }
    package static var claimsText: String {
        "Un plan n'est pas toujours le meilleur de son scénario. La valeur du meilleur plan se trouve entre la valeur du plan écrit "
            + "et sa borne. Un scénario n'est dit meilleur « à coup sûr » que si son plan vaut plus que la borne de l'autre. Ces bornes "
            + "sont celles que les plans annoncent ; elles ne sont pas vérifiées ici (« itinerance verifier --preuve » le fait)."
    }
    package static var claimsCaption: String { "Valeur du meilleur plan de chaque scénario, en points" }
    package static let claimHeaders = [
        "Comparaison", "Référence : de la valeur à la borne", "Autre : de la valeur à la borne", "Verdict",
    ]
    package static var allServices: String { "tous les services" }
    package static func range(_ range: ValueRange) -> String {
        range.isExact
            ? ReportFigures.points(range.least.points) + " (exacte)"
            : "de \(ReportFigures.points(range.least.points)) à \(ReportFigures.points(range.most.points))"
    }
    package static func audit(_ plan: ComparedPlan) -> String {
        "\(plan.letter) : \(ReportWords.stop(plan.plan.stop, .announced)). "
            + (plan.summary.audit.map { ReportWords.announcedAudit($0) + "." }
                ?? "Le plan ne dit pas si sa borne a été vérifiée.")
    }

    package static var lorenzTitle: String { "Comment le bénéfice se répartit" }
    package static var lorenzDescription: String {
        "Courbe de Lorenz de chaque plan : part du bénéfice reçue par la part la moins bien servie. Plus la courbe pend, plus c'est "
            + "inégal."
    }
    package static var lorenzVertical: String { "Part de tout le bénéfice" }
    package static var lorenzHorizontal: String { "Part des familles, de la moins bien à la mieux servie" }

    // MARK: Who gains, who loses

    package static func pairTitle(_ pair: PlanPair) -> String {
        "\(pair.second.letter) à la place de \(pair.first.letter) : qui gagne, qui perd"
    }
    package static func pairLink(_ pair: PlanPair) -> String {
        "\(pair.second.letter) à la place de \(pair.first.letter)"
    }
    package static func lacking(_ services: [String], in plan: String) -> String {
        "Dans \(plan) seulement : " + services.map { "« \($0) »" }.joined(separator: ", ") + "."
    }
    package static var noServiceInCommon: String {
        "Aucun service n'est dans les deux plans : leurs communes ne se comparent pas."
    }
    package static var otherBenefit: String {
        "Le bénéfice n'est pas mesuré de la même façon dans les deux plans (fréquence, proximité ou trajets) : une différence peut "
            + "venir de la mesure."
    }

    /// Communes told by name in a sentence.
    private static let named = 12

    /// `12 communes gagnent (3 400 ménages), 5 perdent (900 ménages)…`.
    package static func summary(_ change: BenefitChange) -> [String] {
        func part(_ direction: BenefitChange.Direction, _ one: String, _ many: String) -> String {
            let rows = change.rows(direction)
            return ReportFigures.counted(rows.count, "commune") + " " + (rows.count < 2 ? one : many)
                + (rows.isEmpty ? "" : " (\(families(rows, change.measure)))")
        }
        var lines = [
            part(.gains, "gagne", "gagnent") + ", " + part(.loses, "perd", "perdent") + ", "
                + part(.same, "garde son bénéfice", "gardent leur bénéfice") + "."
        ]
        for (direction, words) in [
            (BenefitChange.Direction.onlyFirst, "Ne comptent que dans la référence"),
            (.onlySecond, "Ne comptent que dans l'autre plan"),
        ] {
            let rows = change.rows(direction)
            guard !rows.isEmpty else { continue }
            let names = rows.map(\.commune.name).sorted()
            let more = names.count - named
            lines.append(
                "\(words) (autre territoire, hors cible ou chiffre inconnu) : "
                    + names.prefix(named).joined(separator: ", ")
                    + (more > 0 ? " et \(ReportFigures.counted(more, "autre")) (comparaison-communes.csv)" : "")
                    + " (\(families(rows, change.measure))).")
        }
        return lines
    }

    package static func families(_ rows: [BenefitChange.Row], _ measure: NeedMeasure) -> String {
        let (known, unknown) = BenefitChange.families(rows)
        let count = ReportFigures.decimal(known, 0) + ReportFigures.noBreak + ReportWords.measure(measure)
        guard unknown > 0 else { return count }
        return unknown == rows.count
            ? "\(ReportWords.measure(measure)) : chiffre inconnu"
            : count + ", chiffre inconnu pour " + ReportFigures.counted(unknown, "commune")
    }

    package static func points(_ pair: ServicePair) -> String {
        let change = pair.change.rows.reduce(MilliPoints.zero) { $0 + $1.pointChange }
        return "Besoin couvert : \(ComparisonWords.signed(change)) points, somme de toutes les communes."
    }

    // MARK: Map

    package static func mapTitle(_ service: String, _ pair: PlanPair) -> String {
        "\(service) : le bénéfice de \(pair.second.letter) moins celui de \(pair.first.letter)"
    }
    package static func mapDescription(_ change: BenefitChange) -> String {
        "Carte des communes selon la différence de bénéfice. " + summary(change)[0]
    }
    package static var mapLegend: String { "Différence de bénéfice, en points sur 100" }
    package static let mapLabels = [
        "perd plus de 20 (hachures serrées)", "perd 20 ou moins (hachures)", "ne change pas", "gagne moins de 20",
        "gagne 20 ou plus",
    ]
    package static var stopInBoth: String { "arrêt dans les deux plans" }
    package static func stopOnly(_ letter: String) -> String { "arrêt dans \(letter) seulement" }
    package static var onlyOne: String { "commune qui ne compte que dans un plan" }
    package static func mapNote(_ row: BenefitChange.Row) -> String { "\(side(row.before)) puis \(side(row.after))" }
    package static func mapSource(_ pair: PlanPair) -> String {
        [pair.first, pair.second].map { plan in
            "plan \(plan.letter) (empreinte \(plan.plan.fingerprint.prefix(12)), cycle dès le "
                + "\(ReportDates.full(plan.plan.scenario.firstMonday)))"
        }.joined(separator: " ; ")
    }

    // MARK: Tables

    package static func epciCaption(_ service: String) -> String { "\(service), par intercommunalité" }
    package static func epciHeaders(_ measure: NeedMeasure, _ pair: PlanPair) -> [String] {
        [
            "Intercommunalité", "Bénéfice moyen, \(pair.first.letter)", "Bénéfice moyen, \(pair.second.letter)",
            "Différence",
            "Gagnent (\(ReportWords.measure(measure)))", "Perdent (\(ReportWords.measure(measure)))",
            "Différence de besoin couvert, points",
        ]
    }
    package static func communeCaption(_ service: String, changed: Int, of all: Int) -> String {
        "\(service), communes dont le bénéfice change : \(changed) sur \(all), de la plus grande perte au plus grand gain"
    }
    package static func communeHeaders(_ measure: NeedMeasure, _ pair: PlanPair) -> [String] {
        [
            "Commune", "Intercommunalité", ReportWords.volumeHeader(measure), "Bénéfice, \(pair.first.letter)",
            "Bénéfice, \(pair.second.letter)", "Différence",
        ]
    }
    package static var noChange: String { "Aucune commune ne change de bénéfice." }
    package static func counted(_ rows: [BenefitChange.Row]) -> String {
        guard !rows.isEmpty else { return "0" }
        let (known, unknown) = BenefitChange.families(rows)
        return
            "\(rows.count) (\(unknown == rows.count ? unknownFigure : ReportFigures.decimal(known, 0) + (unknown > 0 ? " + inconnu" : "")))"
    }
    package static var unknownFigure: String { "inconnu" }

    package static func side(_ side: BenefitChange.Side) -> String {
        switch side {
        case .counted(let benefit, _): ReportFigures.percent(benefit)
        case .offTarget: "hors cible"
        case .unknown: "chiffre inconnu"
        case .outside: "hors territoire"
        }
    }
    // MARK: Method

    package static var methodTitle: String { "Comment c'est calculé" }
    package static let method = [
        "Chaque plan a passé le contrôle indépendant de « itinerance verifier » avant d'être comparé.",
        "Bénéfice d'une commune : part de son besoin que lui apporte son meilleur arrêt, selon la proximité et la fréquence. "
            + "Les différences de bénéfice sont en points sur 100.",
        "Kilomètres, heures et euros sont ceux des tournées, ramenés à 4 semaines ; permanences, écoute et sorties de parloir n'y "
            + "sont pas.",
        "Deux valeurs ne se comparent que si elles sont faites de même : communes éligibles, besoins, valeur de la fréquence et de la "
            + "proximité, trajets, prix. Véhicules, équipes, horaires, règles, budgets et promesses peuvent différer.",
        "La borne est annoncée par le plan, et n'est pas vérifiée ici ; le tableau des bornes dit si le programme l'a vérifiée une "
            + "seconde fois quand il a fait le plan.",
        "Un chiffre de familles inconnu n'est pas compté comme zéro : il est dit inconnu.",
        CoverageWords.equityMethod,
    ]
}
