import PlanningModel

/// Words of the log of a search.
package enum JournalWords {
    package static var chapter: String { "Le plan et sa borne annoncée" }
    package static var title: String { "Plan et borne au fil du temps" }
    package static var text: String {
        "La borne est ce qu'aucun plan de ce scénario ne peut dépasser, d'après la recherche, qui monte le plan et descend la borne. Ce "
            + "qui reste entre les deux est l'écart. Les temps sont ceux de la machine qui a fait le plan."
    }
    package static var none: String { "–" }
    package static let headers = ["Secondes", "Plan, points", "Borne, points", "Écart"]
    package static var caption: String {
        "Quelques instants de la recherche ; « recherche.csv », à côté du plan, les a tous"
    }
    package static var seconds: String { "secondes" }
    package static func points(_ share: Double) -> String {
        "points, de \(ReportFigures.percent(share, 0)) sous le plan à \(ReportFigures.percent(share, 0)) au-dessus"
    }
    package static var bound: String { "Borne annoncée" }
    package static var plan: String { "Meilleur plan" }

    package static func description(_ value: Double?, _ bound: Double?, seconds: Double) -> String {
        "Après \(ReportFigures.ungrouped(seconds, 1)) s, le plan vaut "
            + "\(value.map { ReportFigures.ungrouped($0, 3) } ?? "–") points et la borne "
            + "\(bound.map { ReportFigures.ungrouped($0, 3) } ?? "–")."
    }
}
