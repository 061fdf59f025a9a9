/// What a user reads while files are imported.
enum ImportWords {
    static func note(_ note: Notes.Note, count: Int) -> String {
        let from = count > 1 ? " (\(count) lignes, à partir de celle-ci)" : ""
        return switch note {
        case .zeroRestored: "zéro initial d'un code Insee rétabli" + from + "."
        case .codeChanged: "ancien code Insee remplacé par celui de la commune nouvelle" + from + "."
        case .foundByName: "commune reconnue par son nom, faute de code" + from + "."
        case .outsideTerritory: "hors du territoire, non repris" + from + "."
        case .lambert93: "coordonnées Lambert-93 converties en degrés WGS 84" + from + "."
        case .hoursNotUnderstood: "horaires non compris, gardés tels quels" + from + "."
        case .withheld: "valeur couverte par le secret statistique, notée comme retenue et non comme zéro" + from + "."
        case .commentedOut: "ligne de commentaire" + from + "."
        case .centreOfCommune: "sans coordonnées : le centre de la commune en tiendra lieu" + from + "."
        case .mergedInto(let old, let new):
            "la commune \(old) fait partie de \(new) : ligne non reprise\(from). Donnez la valeur de \(new)."
        }
    }
}
