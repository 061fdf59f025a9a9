/// What a user reads when a file of outlines is wrong.
package enum ContourWords {
    package static let notJSON = "ce n'est pas du JSON valide. Le fichier est-il complet ?"
    package static let notACollection =
        "ce n'est pas un GeoJSON de communes. Un objet « FeatureCollection » avec « features » est attendu."

    package static func feature(_ number: Int, _ fault: ContourFault) -> String {
        "objet n° \(number) : " + text(fault)
    }

    private static func text(_ fault: ContourFault) -> String {
        switch fault {
        case .noCode: "propriété « code_insee » (ou « code ») absente. Ajoutez le code Insee, en texte."
        case .badCode(let code): ErrorWords.badCommuneCode(code)
        case .notAnArea(let kind):
            kind.isEmpty
                ? "géométrie absente ou illisible. Un « Polygon » ou un « MultiPolygon » est attendu."
                : "géométrie « \(kind) » ; un « Polygon » ou un « MultiPolygon » est attendu."
        case .badCoordinates:
            "coordonnées illisibles. Chaque anneau est une liste d'au moins quatre points [longitude, latitude]."
        case .openRing: "anneau ouvert : son dernier point doit être égal au premier."
        case .notDegrees(let x, let y):
            "point (\(ErrorWords.plain(x)) ; \(ErrorWords.plain(y))) hors de France métropolitaine. Des degrés WGS 84 "
                + "[longitude, latitude] sont attendus."
        case .twice(let code, let first): "commune « \(code) » déjà donnée à l'objet n° \(first). Gardez-en un."
        }
    }
}
