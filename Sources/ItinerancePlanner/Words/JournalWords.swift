/// Words of the log of a search.
enum JournalWords {
    static let title = "Plan et borne au fil du temps"
    static let seconds = "secondes"
    static let points = "points"
    static let bound = "Borne prouvée"
    static let plan = "Meilleur plan"

    static func description(_ value: Double?, _ bound: Double?, seconds: Double) -> String {
        "Après \(CommandWords.decimal(seconds, 1)) s, le plan vaut "
            + "\(value.map { CommandWords.decimal($0, 3) } ?? "–") points et la borne "
            + "\(bound.map { CommandWords.decimal($0, 3) } ?? "–")."
    }
}
