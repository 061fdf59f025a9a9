/// Words of the log of a search.
enum JournalWords {
    static let chapter = "Jusqu'où le plan est prouvé"
    static let title = "Plan et borne au fil du temps"
    static let text =
        "La borne est ce qu'aucun plan de ce scénario ne peut dépasser ; la recherche monte le plan et descend la borne. Ce qui "
        + "reste entre les deux est l'écart. Les temps sont ceux de la machine qui a fait le plan."
    static let none = "–"
    static let headers = ["Secondes", "Plan, points", "Borne, points", "Écart"]
    static let caption = "Quelques instants de la recherche ; « recherche.csv », à côté du plan, les a tous"
    static let backwards = "temps plus petit que celui de la ligne d'avant ; les lignes vont dans l'ordre du temps"
    static let seconds = "secondes"
    static func points(_ share: Double) -> String {
        "points, de \(ReportFigures.percent(share, 0)) sous le plan à \(ReportFigures.percent(share, 0)) au-dessus"
    }
    static let bound = "Borne prouvée"
    static let plan = "Meilleur plan"

    static func description(_ value: Double?, _ bound: Double?, seconds: Double) -> String {
        "Après \(CommandWords.decimal(seconds, 1)) s, le plan vaut "
            + "\(value.map { CommandWords.decimal($0, 3) } ?? "–") points et la borne "
            + "\(bound.map { CommandWords.decimal($0, 3) } ?? "–")."
    }
}
