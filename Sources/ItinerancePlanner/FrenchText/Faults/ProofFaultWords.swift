import FileAccess

extension ProofFault {
    package var sentence: String {
        switch self {
        case .otherFormat: "ce n'est pas un fichier de preuve écrit par « itinerance planifier --preuve »."
        case .otherVersion(let found, let expected):
            "version \(found) du format des preuves ; cette version d'itinerance lit la version \(expected)."
        case .changed: "le fichier a été modifié ou coupé : son empreinte SHA-256 n'est plus celle de son contenu."
        case .damagedGzip: "fichier gzip abîmé ou coupé."
        case .unpacksTooLarge(let limit):
            "une fois décompressé, le fichier dépasse \(limit / 1_000_000) Mo ; la lecture s'arrête là."
        case .otherPlan:
            "cette preuve n'est pas celle de ce plan : le fichier du plan n'est plus celui qu'elle accompagne, à l'octet près."
        case .otherData: "cette preuve n'est pas celle de ces données : leur empreinte SHA-256 est une autre."
        case .otherServices(let found, let expected):
            "services de la preuve : \(ErrorWords.listed(found)) ; services du plan : \(ErrorWords.listed(expected))."
        case .badCut(let place): "une coupe ne se lit pas (\(Self.words(place)))."
        case .badNode(let place, let node): "le nœud \(node) ne se lit pas (\(Self.words(place)))."
        case .notKept: "cette version n'a pas de preuve. Elle en garde une si elle est planifiée avec --preuve."
        case .notUnderstood(let path):
            path.isEmpty ? "contenu non compris." : "contenu non compris dans « \(path) »."
        }
    }

    private static func words(_ place: Place) -> String {
        "service « \(place.service) », arbre \(place.tree + 1)"
    }
}
