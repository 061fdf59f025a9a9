import GeoModel
import Optimizer
import PlanAnalysis
import PlanningModel

/// What a user of `comparer` reads on the terminal, and what is said of two scenarios everywhere.
package enum ComparisonWords {
    package static var command: String {
        "Compare des plans ou des scénarios : ce qui change, pour qui, et ce que disent leurs bornes."
    }
    package static var examples: String {
        """
        Chaque argument est un plan.json ou un scénario .yaml, planifié d'abord. Le premier est la référence des autres.

        Exemples :
          itinerance comparer plans/un-van/plan.json plans/deux-vans/plan.json --sortie comparaisons/vans
          itinerance comparer data/nord/avesnois.yaml variante.yaml --duree 120 --ecart 0,5 --sortie comparaisons/variante

        Écrit comparaison.html (tableaux, cartes ; PDF si WeasyPrint est là), comparaison.csv, comparaison-communes.csv,
        comparaison-epci.csv et comparaison.json dans le dossier, et les plans faits pour les scénarios dans plans/.
        """
    }
    package static var argumentsHelp: String {
        "Plans (plan.json) ou scénarios (.yaml) à comparer, deux au moins ; le premier est la référence."
    }
    package static var contoursHelp: String {
        "Contours des communes (GeoJSON) pour les cartes ; par défaut ceux des scénarios ou du dossier des plans."
    }

    // MARK: Errors

    package static var tooFew: String { "deux plans ou scénarios au moins sont attendus." }
    package static func sameBytes(_ path: String, _ other: String) -> String {
        "\(path) : mêmes octets que \(other). Les deux plans sont comparés quand même."
    }
    package static func interrupted(_ path: String) -> String {
        "\(path) : recherche interrompue ; les scénarios suivants n'ont pas de plan. Rien n'a été écrit."
    }
    package static func solving(_ path: String, _ index: Int, of count: Int) -> String {
        "Scénario \(index) sur \(count) : \(path)"
    }
    package static func written(_ path: String) -> String {
        "Écrit : \(path)/comparaison.html, comparaison.csv, comparaison-communes.csv, comparaison-epci.csv, comparaison.json"
    }

    // MARK: Verdicts

    package static func difference(_ difference: PairVerdict.Difference) -> String {
        switch difference {
        case .services: "les services"
        case .scale(.communes): "les communes éligibles"
        case .scale(.needs): "les besoins"
        case .scale(.frequency): "les valeurs données à la fréquence"
        case .scale(.access): "les valeurs données à la proximité"
        case .scale(.travel): "les temps de trajet"
        case .scale(.prices): "les prix"
        }
    }

    private static func points(_ value: MilliPoints) -> String { ReportFigures.points(Double(abs(value.count)) / 1000) }

    /// `12,000 points`, or `entre 3,000 et 12,000 points`.
    private static func margin(_ range: ValueRange) -> String {
        range.isExact
            ? points(range.least) + " points"
            : "entre \(points(min(abs: range.least, range.most))) et \(points(max(abs: range.least, range.most))) points"
    }
    private static func min(abs a: MilliPoints, _ b: MilliPoints) -> MilliPoints {
        abs(a.count) <= abs(b.count) ? a : b
    }
    private static func max(abs a: MilliPoints, _ b: MilliPoints) -> MilliPoints {
        abs(a.count) <= abs(b.count) ? b : a
    }

    /// What is said of the best plans of two scenarios.
    package static func verdict(_ verdict: PairVerdict, _ first: String, _ second: String) -> String {
        guard let standing = verdict.comparison, let margin = verdict.margin else {
            return
                "Valeurs de \(first) et \(second) non comparables : \(ReportWords.enumeration(verdict.differences.map(difference))) diffèrent. "
                + "Seuls les faits des deux plans se comparent."
        }
        let rounding =
            verdict.rounding > .zero ? " " + ComparisonWords.rounding(verdict.rounding) : ""
        switch standing {
        case .secondIsBetter:
            return
                "\(second) est meilleur que \(first) à coup sûr : son meilleur plan vaut \(self.margin(margin)) de plus."
                + rounding
        case .firstIsBetter:
            return
                "\(first) est meilleur que \(second) à coup sûr : son meilleur plan vaut \(self.margin(margin)) de plus."
                + rounding
        case .equal:
            return "\(first) et \(second) se valent à coup sûr : leurs meilleurs plans ont la même valeur."
        case .undecided:
            return "On ne peut pas le dire à ces écarts : le meilleur plan de \(second) vaut entre "
                + "\(signed(margin.least)) et \(signed(margin.most)) points par rapport à celui de \(first)." + rounding
        }
    }

    private static func rounding(_ value: MilliPoints) -> String {
        "Les cycles n'ont pas la même longueur : jusqu'à \(points(value)) point peut venir des arrondis, et c'est compté."
    }

    package static func short(_ verdict: PairVerdict, _ first: String, _ second: String) -> String {
        switch verdict.comparison {
        case nil: "non comparables"
        case .secondIsBetter: "\(second) meilleur à coup sûr"
        case .firstIsBetter: "\(first) meilleur à coup sûr"
        case .equal: "de même valeur à coup sûr"
        case .undecided: "on ne peut pas le dire"
        }
    }

    package static func signed(_ value: MilliPoints) -> String {
        value == .zero ? "0" : (value < .zero ? "−" : "+") + points(value)
    }
    /// `+3,2` or `−3,2`; `=` where nothing shows at these places.
    package static func signed(_ value: Double, _ places: Int) -> String {
        let text = ReportFigures.decimal(abs(value), places)
        guard text.contains(where: { $0 != "0" && $0 != "," }) else { return "=" }
        return (value < 0 ? "−" : "+") + text
    }

    // MARK: Rows

    package static var halfDays: String { "Demi-journées d'accueil par semaine" }
    package static var served: String { "Communes avec un arrêt" }
    package static var need: String { "Besoin couvert, en points" }
    package static var share: String { "Part du besoin éligible couverte" }
    package static var worstOff: String { "Bénéfice du cinquième du besoin le moins bien servi" }
    package static var benefitHelp: String { "100 % : un lieu tout proche, chaque semaine" }
    package static var gini: String { "Inégalité entre communes (Gini)" }
    package static var giniHelp: String { "0 : le même bénéfice pour toutes ; 1 : tout à une seule" }
    package static var kilometres: String { "Kilomètres de tournée en 4 semaines" }
    package static var hours: String { "Heures de travail en 4 semaines" }
    package static var hoursHelp: String { "toutes personnes comptées" }
    package static var road: String { "Coût de la route en 4 semaines" }
    package static var staff: String { "Coût du personnel en 4 semaines" }
    package static func staffHelp(_ priced: Set<Bool>) -> String {
        priced == [true]
            ? "compté dans la valeur"
            : priced == [false] ? "non compté dans la valeur" : "compté dans la valeur de certains plans"
    }
    package static var value: String { "Valeur du plan" }
    package static var valueHelp: String { "besoin couvert moins le prix des coûts, en points pour 4 semaines" }
    package static var bound: String { "Borne : aucun plan du scénario ne vaut plus" }
    package static var gap: String { "Écart" }
    package static var gapHelp: String { "de la valeur à la borne, en part du besoin couvert" }
    package static var broken: String { "Règles obligatoires non respectées" }
    package static var unchecked: String { "Règles obligatoires non vérifiables" }
    package static var none: String { "–" }

    package static func rules(_ rules: [RuleID]) -> String {
        rules.isEmpty ? "0" : "\(rules.count) (\(rules.map(\.rawValue).joined(separator: ", ")))"
    }

    // MARK: Lead

    package static func lead(_ comparison: ScenarioComparison) -> String {
        let first = comparison.plans.first
        return "\(ReportFigures.counted(comparison.plans.count, "plan")). La référence est A"
            + (first.map { " (\($0.label))" } ?? "") + " ; chaque différence est celle d'un plan avec elle."
    }
    package static func plan(_ plan: ComparedPlan) -> String {
        let scenario = plan.plan.scenario
        let name = plan.label == scenario.name ? "" : " : \(scenario.name)"
        return "\(plan.letter) – \(plan.label)\(name) (\(plan.file)), cycle de "
            + ReportFigures.counted(scenario.parameters.cycleWeeks, "semaine") + " dès le "
            + ReportDates.full(scenario.firstMonday)
    }
    package static var factsTitle: String { "Les plans côte à côte : des faits" }
    package static var claimsTitle: String { "Les scénarios : ce que disent leurs bornes, annoncées et non vérifiées" }
    package static func differentCycles(_ weeks: [Int]) -> String {
        "Les cycles n'ont pas la même longueur (\(weeks.map(String.init).joined(separator: ", ")) semaines) : kilomètres, heures "
            + "et euros sont ramenés à 4 semaines."
    }
}
