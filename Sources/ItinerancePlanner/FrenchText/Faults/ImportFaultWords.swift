import FileAccess

extension ImportFault {
    package var sentence: String {
        switch self {
        case .note(let note, let count):
            note.sentence(from: count > 1 ? " (\(count) lignes, à partir de celle-ci)" : "")
        case .noCommunes:
            "le territoire n'a encore aucune commune. Importez d'abord, ou en même temps, communes.csv."
        case .unknownKind(let words):
            "type de fichier non reconnu d'après ses colonnes. Dites-le avec --type : \(words.joined(separator: ", "))."
        case .unknownColumn(let name, let kind, let near):
            "« \(name) » n'est pas une colonne de « \(kind) »." + ErrorWords.suggestion(near, "Colonnes proches")
        case .ignoredColumns(let names):
            "colonnes non reprises : \(names.prefix(12).joined(separator: ", "))"
                + "\(names.count > 12 ? " et \(names.count - 12) autres" : "")."
        case .incomplete(let key, let column):
            "« \(key) » est nouveau et n'a pas de « \(column) ». Complétez la ligne, ou importez d'abord le fichier qui le donne."
        case .contoursElsewhere(let codes):
            "\(codes.count) contours sans commune du territoire, non repris (\(codes.prefix(5).joined(separator: ", ")))."
        }
    }
}

extension ReadingNote {
    /// - Parameter from: how many lines it is about, where there are several.
    fileprivate func sentence(from: String) -> String {
        switch self {
        case .zeroRestored: "zéro initial d'un code Insee rétabli" + from + "."
        case .codeChanged: "ancien code Insee remplacé par celui de la commune nouvelle" + from + "."
        case .foundByName: "commune reconnue par son nom, faute de code" + from + "."
        case .outsideTerritory: "hors du territoire, non repris" + from + "."
        case .lambert93: "coordonnées Lambert-93 converties en degrés WGS 84" + from + "."
        case .hoursNotUnderstood: "horaires non compris, gardés tels quels" + from + "."
        case .withheld: "valeur couverte par le secret statistique, notée comme retenue et non comme zéro" + from + "."
        case .mergedInto(let old, let new):
            "la commune \(old) fait partie de \(new) : ligne non reprise\(from). Donnez la valeur de \(new)."
        }
    }
}

extension OutlineFault {
    package var sentence: String {
        switch self {
        case .notACollection:
            "ce n'est pas un GeoJSON de communes. Un objet « FeatureCollection » avec « features » est attendu."
        case .feature(let number, let fault): "objet n° \(number) : " + fault.sentence
        }
    }
}

extension OutlineFeatureFault {
    fileprivate var sentence: String {
        switch self {
        case .noCode: "propriété « code_insee » (ou « code ») absente. Ajoutez le code Insee, en texte."
        case .badCode(let code): TerritoryFault.badCommuneCode(code).sentence
        case .notAnArea(let kind):
            kind.isEmpty
                ? "géométrie absente ou illisible. Un « Polygon » ou un « MultiPolygon » est attendu."
                : "géométrie « \(kind) » ; un « Polygon » ou un « MultiPolygon » est attendu."
        case .badCoordinates:
            "coordonnées illisibles. Chaque anneau est une liste d'au moins quatre points [longitude, latitude]."
        case .openRing: "anneau ouvert : son dernier point doit être égal au premier."
        case .notDegrees(let x, let y):
            "point (\(ReportFigures.shortest(x)) ; \(ReportFigures.shortest(y))) hors de France métropolitaine. Des degrés WGS 84 "
                + "[longitude, latitude] sont attendus."
        case .twice(let code, let first): "commune « \(code) » déjà donnée à l'objet n° \(first). Gardez-en un."
        }
    }
}
