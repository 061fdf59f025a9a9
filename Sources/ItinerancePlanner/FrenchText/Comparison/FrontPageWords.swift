import Optimizer
import PlanAnalysis
import PlanningModel

/// What the page of a front says around its drawing.
package enum FrontPageWords {
    package static func title(_ service: String) -> String { "Front de Pareto : \(service)" }
    package static var drawingTitle: String { "Le dessin" }
    package static var pointsTitle: String { "Les points" }
    package static var stepsTitle: String { "Les étapes" }
    package static var endsTitle: String { "Les extrémités" }
    package static var methodTitle: String { "Comment c'est fait" }

    package static var plotTitle: String { "Besoin couvert selon le coût, par équité" }
    package static var plotDescription: String {
        "Chaque point est un plan. Une ligne par plancher d'équité. Au-dessus de chaque point, jusqu'à la borne : là où un plan "
            + "aussi économe et aussi équitable pourrait encore se trouver."
    }
    package static var plotHorizontal: String { "Coût en euros pour 4 semaines" }
    package static var plotVertical: String { "Besoin couvert, en points" }
    package static func line(_ floor: Double?) -> String {
        floor.map { "équité de \(ReportFigures.percent($0, 1)) au moins" } ?? "sans plancher d'équité"
    }
    package static var bandLegend: String { "bande : le vrai front de la ligne y passe (d'après la recherche)" }
    package static var plotText: String {
        "Le nombre dans la marque est le numéro du point ; sa forme est celle de sa ligne. La bande claire va des plans trouvés aux "
            + "bornes : pour chaque coût, le meilleur plan possible se trouve dedans. Plus elle est mince, moins il reste à gagner."
    }

    package static var pointsCaption: String { "Plans gardés, du moins cher au plus cher" }
    package static let pointHeaders = [
        "Point", "Besoin couvert (points)", "Borne", "Écart", "Coût (€, 4 semaines)", "km", "Équité", "Heures", "Plan",
    ]
    package static var pointsText: String {
        "La borne d'un point : aucun plan aussi économe et aussi équitable ne couvre plus de besoin, d'après la recherche. L'écart va du "
            + "besoin couvert à la borne, en part du besoin couvert."
    }
    package static var droppedTitle: String { "Points écartés" }
    package static var droppedText: String {
        "Un plan dominé est écarté à coup sûr : un autre fait aussi bien sur tout et mieux sur un des trois. Cela ne dit rien des plans "
            + "qui n'ont pas été trouvés : la borne de l'étape le dit."
    }

    package static var stepsCaption: String { "Étapes, par plancher d'équité puis par coût" }
    package static let stepHeaders = ["Limites de l'étape", "Résultat", "Borne", "D'après la recherche"]
    package static func answer(_ step: FrontStep, _ report: FrontReport) -> String {
        switch step.answer {
        case .point(let index, _): FrontWords.pointName(report.number(index))
        case .impossible: "aucun plan"
        case .undecided: "indécis"
        }
    }
    package static func proven(_ step: FrontStep, _ report: FrontReport) -> String {
        switch step.answer {
        case .impossible: "aucun plan possible dans ces limites"
        case .undecided: "ni plan ni preuve dans le temps donné"
        case .point(let index, let bound):
            if report.front.isBest(report.front.points[index], in: step) {
                "rien de mieux dans ces limites"
            } else {
                "au plus \(ReportFigures.points((bound - report.front.points[index].figures.need).points)) points de mieux"
            }
        }
    }

    package static func ends(_ report: FrontReport) -> [String] {
        let ends = report.front.ends
        return [
            "Besoin : aucun plan ne couvre plus de \(ReportFigures.points(ends.needBound.points)) des "
                + "\(ReportFigures.points(report.weight.points)) points du service (d'après la recherche).",
            "Coût : le plan le moins cher trouvé coûte \(ReportFigures.decimal(ends.leastEuros, 2)) € en 4 semaines ; aucun plan ne "
                + "coûte moins de \(ReportFigures.decimal(ends.leastEurosBound, 2)) € (d'après la recherche).",
            "Équité : la plus haute trouvée est \(ReportFigures.percent(ends.mostEquity, 2))"
                + (ends.impossibleEquity.map {
                    " ; \(ReportFigures.percent($0, 2)) est impossible à \(ReportFigures.decimal(ends.mostEuros, 0)) € au plus (d'après la recherche)."
                } ?? " ; on ne sait pas si plus est possible."),
        ]
    }

    package static func method(_ report: FrontReport) -> [String] {
        let price = report.front.scenario.parameters.pricePerEuro
        return [
            "Besoin : les points de besoin couverts, sans en retirer de prix. Les prix du scénario (lambda, prix_r10 à prix_r26) sont mis "
                + "de côté : ici le coût est une limite, pas un prix.",
            "Coût : les euros que le plan compte, en 4 semaines : la route, et les heures de l'équipe si salaires est « variables ».",
            "Équité : le bénéfice moyen du cinquième du besoin le moins bien servi (100 % : un lieu tout proche, chaque semaine).",
            "Chaque étape demande le plus de besoin sous un coût au plus et une équité au moins (ε-contraintes : Haimes, Lasdon, Wismer, "
                + "1971).",
            "Entre deux points voisins, la première étape compte l'euro à un prix qui les rend équivalents (Aneja et Nair, 1979). La borne "
                + "trouvée à ce prix, plus le prix de la limite, vaut pour toute limite de coût (dualité lagrangienne). Si elle n'apporte rien "
                + "de nouveau, l'étape suivante pose une limite de coût entre les deux.",
            "Ailleurs, un euro vaut \(ReportFigures.exact(price)) point, juste assez pour préférer le moins cher de deux plans égaux (Mavrotas, 2009) ; "
                + "ce que ce prix peut cacher est ajouté à chaque borne.",
            "Une borne établie pour des limites larges vaut pour des limites plus serrées ; un plan trouvé dans des limites serrées vaut "
                + "pour des plus larges. Un point prend la borne la plus serrée parmi toutes celles qui parlent de lui.",
            "Chaque plan gardé passe le contrôle complet, comme avec « verifier ».",
        ]
    }
}
