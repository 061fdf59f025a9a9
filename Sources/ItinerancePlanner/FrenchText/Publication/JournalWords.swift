/// Words of the log of a search.
package enum JournalWords {
    package static let chapter = "Jusqu'où le plan est prouvé"
    package static let title = "Plan et borne au fil du temps"
    package static let text =
        "La borne est ce qu'aucun plan de ce scénario ne peut dépasser ; la recherche monte le plan et descend la borne. Ce qui "
        + "reste entre les deux est l'écart. Les temps sont ceux de la machine qui a fait le plan."
    package static let none = "–"
    package static let headers = ["Secondes", "Plan, points", "Borne, points", "Écart"]
    package static let caption = "Quelques instants de la recherche ; « recherche.csv », à côté du plan, les a tous"
    package static let seconds = "secondes"
    package static func points(_ share: Double) -> String {
        "points, de \(ReportFigures.percent(share, 0)) sous le plan à \(ReportFigures.percent(share, 0)) au-dessus"
    }
    package static let bound = "Borne prouvée"
    package static let plan = "Meilleur plan"

    package static func description(_ value: Double?, _ bound: Double?, seconds: Double) -> String {
        "Après \(CommandWords.decimal(seconds, 1)) s, le plan vaut "
            + "\(value.map { CommandWords.decimal($0, 3) } ?? "–") points et la borne "
            + "\(bound.map { CommandWords.decimal($0, 3) } ?? "–")."
    }
}
