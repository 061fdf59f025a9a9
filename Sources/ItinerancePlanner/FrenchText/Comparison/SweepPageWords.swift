import GeoModel
import Optimizer
import PlanAnalysis
import ScenarioFiles

/// What a reader of `balayage.html` finds, and what is said of a step or of candidates everywhere.
package enum SweepPageWords {
    package static func title(_ grid: SweepGrid) -> String { "Balayage : \(grid.name)" }

    package static func lead(_ results: SweepResults) -> String {
        let states = results.cells.map(\.state)
        let planned = results.cells.compactMap(\.plan)
        let proven = planned.count { $0.plan.stop == .optimal }
        var parts = [
            "\(ReportFigures.counted(results.cells.count, "cellule")), « \(SweepCell.baseName) » (le scénario tel quel) comprise",
            "\(ReportFigures.counted(planned.count, "plan")), dont \(ReportFigures.integer(proven)) à l'optimum d'après la recherche",
        ]
        let impossible = states.count { $0 == .infeasible || $0 == .refused }
        if impossible > 0 { parts.append("\(ReportFigures.integer(impossible)) sans plan possible") }
        let unknown = states.count { $0 == .noPlan }
        if unknown > 0 { parts.append("\(ReportFigures.integer(unknown)) sans plan trouvé dans le temps donné") }
        return parts.joined(separator: " ; ") + "."
    }

    /// What is fixed besides the axis of a slice.
    package static func others(_ slice: SweepSlice, _ grid: SweepGrid) -> String {
        let parts = zip(grid.axes, slice.choice).enumerated().filter { $0.offset != slice.axis }
            .map { "\($0.element.0.name) = \($0.element.0.values[$0.element.1].text)" }
        return parts.isEmpty ? value : parts.joined(separator: ", ")
    }

    // MARK: Axes

    /// What an axis is called in plain French.
    package static func name(_ axis: SweepAxis) -> String {
        switch axis.subject {
        case .parameters(let keys) where keys.count == 1: ParameterWords.words(keys[0])?.name ?? keys[0]
        case .parameters(["ouverture_debut", "ouverture_fin"]): "Plage d'ouverture"
        case .parameters(["acces_voiture_plein", "acces_voiture_limite"]): "Rayons d'accès en voiture"
        case .parameters(["acces_pied_plein", "acces_pied_limite"]): "Rayons d'accès à pied"
        case .parameters: "Poids des dimensions du besoin"
        case .service(["budgets", "km"]): "Budget de kilomètres"
        case .service(["budgets", "heures"]): "Budget d'heures de travail"
        case .service(["budgets", "euros"]): "Budget d'euros"
        case .service(["planchers", "epci"]): "Plancher de chaque intercommunalité"
        case .service(["planchers", "besoin_eleve"]): "Plancher du besoin le plus intense"
        case .service(["planchers", "moins_bien_servis"]): "Plancher des moins bien servis"
        case .service: "Poids du service"
        case .depot: axis.van.map { "Dépôt de \($0)" } ?? "Dépôt"
        case .vans: "Nombre de véhicules"
        }
    }

    private static func unit(_ axis: SweepAxis) -> String {
        switch axis.subject {
        case .parameters(let keys): keys.count == 1 ? ParameterWords.words(keys[0])?.unit ?? "" : ""
        case .service(["budgets", "km"]): "km en 4 semaines"
        case .service(["budgets", "heures"]): "heures en 4 semaines, toutes personnes comptées"
        case .service(["budgets", "euros"]): "euros en 4 semaines"
        case .service, .depot, .vans: ""
        }
    }

    package static func axisLabel(_ axis: SweepAxis) -> String {
        let unit = unit(axis)
        return name(axis) + (unit.isEmpty ? "" : ", \(unit)")
    }
    package static func axisTitle(_ axis: SweepAxis) -> String {
        axis.isOrdered ? "\(name(axis)) : ce que chaque pas apporte" : "\(name(axis)) : les candidats"
    }
    package static func axisLine(_ axis: SweepAxis) -> String {
        axisLabel(axis) + " (\(axis.name)" + (axis.service.map { ", service \($0)" } ?? "") + ") : "
            + axis.values.map(\.text).joined(separator: " ; ")
    }

    // MARK: Steps

    private static func signed(_ value: MilliPoints) -> String { ComparisonWords.signed(value) }

    /// What a step brings to the best plan.
    package static func step(_ outcome: SweepStep.Outcome) -> String {
        switch outcome {
        case .gain(let range, .secondIsBetter):
            range.isExact
                ? "apporte \(signed(range.least)) points : certain"
                : "apporte entre \(signed(range.least)) et \(signed(range.most)) points : certain"
        case .gain(let range, .firstIsBetter):
            range.isExact
                ? "retire \(signed(range.least)) points : certain"
                : "retire entre \(signed(range.most)) et \(signed(range.least)) points : certain"
        case .gain(_, .equal): "n'apporte ni ne retire rien : certain"
        case .gain(let range, .undecided):
            range.least == .zero
                ? "ne retire rien, apporte au plus \(signed(range.most)) points ; si cela apporte, on ne peut pas le dire à ces écarts"
                : range.most == .zero
                    ? "n'apporte rien, retire au plus \(signed(range.least)) points ; si cela retire, on ne peut pas le dire à ces écarts"
                    : "entre \(signed(range.least)) et \(signed(range.most)) points : on ne peut pas le dire à ces écarts"
        case .notComparable(let differences):
            "valeurs non comparables (\(ReportWords.enumeration(differences.map(ComparisonWords.difference))) diffèrent) : seuls les "
                + "faits se comparent"
        case .becomesPossible: "rend un plan possible ; avant, aucun ne l'était (d'après la recherche)"
        case .becomesImpossible: "ne laisse plus aucun plan possible (d'après la recherche)"
        case .bothImpossible: "aucun plan possible, avant comme après (d'après la recherche)"
        case .unknown: "on ne peut pas le dire : un plan manque, et la recherche n'en dit rien"
        }
    }

    package static let stepHeaders = [
        "Autres axes", "Pas", "Ce que le meilleur plan y gagne", "Par unité de l'axe", "km", "Heures",
        "Coût de la route",
    ]
    package static func stepCaption(_ axis: SweepAxis) -> String {
        "\(name(axis)) : ce qu'apporte chaque pas, bornes comprises. Kilomètres, heures et euros : différence des deux plans trouvés, en 4 semaines."
    }
    package static func stepName(_ axis: SweepAxis, from: Int, to: Int) -> String {
        "de \(ReportFigures.comma(axis.values[from].text)) à \(ReportFigures.comma(axis.values[to].text))"
    }

    /// `+0,015 à +0,020`, with as many decimals as a small step needs.
    package static func perUnit(_ range: ValueRange, over length: Double) -> String {
        func text(_ value: MilliPoints) -> String {
            guard value != .zero else { return "0" }
            let figure = value.points / length
            let places = abs(figure) >= 1 ? 2 : abs(figure) >= 0.01 ? 3 : 5
            return ComparisonWords.signed(figure, places)
        }
        return range.isExact ? text(range.least) : "\(text(range.least)) à \(text(range.most))"
    }

    // MARK: Candidates

    /// Which candidate is the best, as far as that is proven.
    package static func ranking(_ ranking: SweepRanking, _ slice: SweepSlice, _ axis: SweepAxis) -> String {
        func name(_ point: Int) -> String { axis.values[slice.points[point].value].text }
        guard let best = ranking.order.first else { return "" }
        let open = ranking.open
        if open == [best] {
            let next = ranking.ahead.dropFirst().compactMap { $0 }.min { $0.least < $1.least }
            guard let next else {
                return "\(name(best)) est le seul candidat dont un plan soit possible (d'après la recherche)."
            }
            return "\(name(best)) est le meilleur d'après les bornes : son meilleur plan vaut au moins "
                + "\(ReportFigures.points(next.least.points)) points de plus que celui de tout autre."
        }
        if ranking.isOneScenario { return "L'axe ne change rien ici : tous les candidats donnent le même scénario." }
        let isTie = open.allSatisfy {
            slice.points[$0].range.map { $0.isExact && $0 == slice.points[best].range } ?? false
        }
        let names = ReportWords.enumeration(open.map(name))
        return isTie
            ? "\(names) se valent à coup sûr, et nul ne vaut plus."
            : "On ne peut pas dire à ces écarts lequel est le meilleur parmi \(names)"
                + (open.count < slice.points.count ? " ; les autres ne le sont pas, à coup sûr." : ".")
    }
    package static let rankingHeaders = [
        "Candidat", "Valeur", "Borne", "Le premier vaut de plus", "Besoin couvert", "Communes", "km", "Heures",
        "Coût de la route",
    ]
    package static func rankingCaption(_ axis: SweepAxis, _ others: String) -> String {
        others == value ? "\(name(axis)), du meilleur plan au moins bon" : "\(name(axis)), \(others)"
    }
    package static func notRanked(_ axis: SweepAxis) -> String {
        "\(name(axis)) : les valeurs des plans ne se comparent pas d'une cellule à l'autre, ou un plan manque. Seuls les faits du tableau "
            + "des cellules se comparent."
    }
    package static func ahead(_ range: ValueRange) -> String {
        range.isExact ? signed(range.least) : "\(signed(range.least)) à \(signed(range.most))"
    }

    // MARK: Cells

    package static var cellsTitle: String { "Toutes les cellules : des faits" }
    package static var cellsText: String {
        "Chaque ligne est un plan trouvé et contrôlé. Kilomètres, heures (toutes personnes comptées) et euros : en 4 semaines. « Face à "
            + "la base » : ce que le meilleur plan vaut de plus que celui du scénario tel quel, bornes comprises."
    }
    package static func cellHeaders(_ grid: SweepGrid) -> [String] {
        ["Cellule"] + grid.axes.map(\.name) + [
            "Demi-journées par semaine", "Communes avec arrêt", "Besoin couvert", "Cinquième le moins bien servi",
            "Gini",
            "km", "Heures", "Route", "Valeur", "Borne", "Écart", "Face à la base",
        ]
    }
    package static let screenHeads = ["Valeur", "Borne", "Besoin", "km", "Heures"]
    package static func cellsCaption(_ count: Int) -> String { "Les \(ReportFigures.counted(count, "cellule"))" }
    package static func short(_ state: CellState) -> String {
        switch state {
        case .plan: "plan"
        case .infeasible: "aucun plan possible (d'après la recherche)"
        case .noPlan: "aucun plan trouvé dans le temps donné"
        case .refused: "rien à planifier"
        }
    }
    package static var missingTitle: String { "Les cellules sans plan" }
    package static func missing(_ cell: SweptCell) -> String {
        "\(cell.name) : \(short(cell.state))."
            + (cell.messages.isEmpty ? "" : " " + cell.messages.joined(separator: " "))
    }

    // MARK: Plots

    package static var value: String { "valeur du meilleur plan trouvé" }
    package static var points: String { "Points" }
    package static func boundOf(_ letter: String) -> String { "borne de \(letter)" }
    package static func plotTitle(_ axis: SweepAxis) -> String { "\(name(axis)) : valeur du plan" }
    package static func plotDescription(_ axis: SweepAxis) -> String {
        "Valeur du plan trouvé et borne selon l'axe « \(name(axis)) ». Chaque point est une cellule résolue. Les mêmes chiffres sont dans "
            + "le tableau des cellules."
    }
    package static var plotText: String {
        "Chaque point est une cellule résolue ; entre deux points rien n'est calculé, le trait ne fait que guider l'œil. En gris, la "
            + "borne, là où le plan ne l'atteint pas."
    }
    package static func moreSlices(_ drawn: Int, of all: Int) -> String {
        "\(ReportFigures.integer(drawn)) coupes dessinées sur \(ReportFigures.integer(all)) ; toutes sont dans le tableau."
    }

    // MARK: Method

    package static var methodTitle: String { "Comment c'est calculé" }
    package static let method = [
        "Chaque cellule est le fichier du scénario avec d'autres valeurs, lu et contrôlé comme un fichier écrit à la main, puis planifié "
            + "comme par « itinerance planifier ». Rien n'est extrapolé.",
        "Chaque plan a passé le contrôle indépendant de « itinerance verifier », aussi quand il vient du dossier.",
        "La valeur du meilleur plan d'une cellule est entre la valeur du plan trouvé et sa borne. Ce qu'un pas apporte est donc un "
            + "intervalle ; « certain » veut dire que tout l'intervalle est du même côté de zéro, "
            + "si les bornes, annoncées par la recherche, sont justes.",
        "Là où un pas ne peut que permettre plus de plans (budget plus grand, minimum ou plancher plus bas), le meilleur plan ne peut pas "
            + "valoir moins : cela resserre l'intervalle.",
        "Deux valeurs ne se comparent que si elles sont faites de même : communes éligibles, besoins, fréquence, proximité, trajets, prix. "
            + "Sur un axe qui change cela (rayons, poids du besoin, prix), seuls les faits se comparent.",
        "Véhicules, équipes, dépôts et lieux d'arrêt viennent des données ; aucun n'est inventé. Ce qui y est marqué « exemple fictif » "
            + "n'est pas réel.",
    ]
}
