import FileAccess
import GeoModel

extension TravelFault {
    package var sentence: String {
        switch self {
        case .tooManyNodes:
            "plus de \(TravelMatrix.largestCount) lieux dans la matrice. Gardez les trajets du territoire du scénario."
        case .unknownNode(let id, let near):
            "« \(id) » n'est ni une commune, ni un lieu, ni un dépôt connu." + ErrorWords.suggestion(near, "Proches")
                + " Les identifiants viennent de communes.csv, lieux.csv et depots.csv."
        case .moreUnknownNodes(let count): "… et \(count) autres identifiants inconnus."
        case .otherFigures(let from, let to, let firstLine):
            "trajet de « \(from) » à « \(to) » déjà donné à la ligne \(firstLine), avec d'autres valeurs. Gardez une seule ligne."
        case .toItself(let id):
            "trajet de « \(id) » à lui-même qui n'est pas nul. Écrivez 0, ou retirez la ligne."
        case .oddSpeed(let from, let to, let leg):
            "de « \(from) » à « \(to) » : \(Self.speed(leg)) (\(ReportFigures.ungrouped(leg.distance.kilometres, 1)) km en "
                + "\(ReportFigures.ungrouped(Double(leg.duration.count) / 60, 1)) min). Vérifiez les unités : minutes et km."
        case .moreOddSpeeds(let count): "… et \(count) autres trajets à une vitesse peu plausible."
        case .holes(let pairs):
            "\(pairs.count == 1 ? "1 trajet nécessaire manque" : "\(pairs.count) trajets nécessaires manquent") : "
                + pairs.prefix(10).map { "\($0.from) → \($0.to)" }.joined(separator: ", ")
                + "\(pairs.count > 10 ? "…" : ""). Complétez le fichier : chaque sens a sa ligne."
        case .atCentre(let places):
            (places.count == 1
                ? "1 lieu sans trajet à son nom prend le centre de sa commune : "
                : "\(places.count) lieux sans trajet à leur nom prennent le centre de leur commune : ")
                + places.prefix(10).joined(separator: ", ") + (places.count > 10 ? "…" : "") + "."
        }
    }

    private static func speed(_ leg: Leg) -> String {
        let speed = leg.kilometresPerHour
        return speed.isFinite ? "\(ReportFigures.ungrouped(speed, speed < 10 ? 1 : 0)) km/h" : "vitesse infinie"
    }
}

extension LearnedLegFault {
    package var sentence: String {
        switch self {
        case .badLeast(let text): "« \(text) » : un nombre d'observations de 1 à 1000 est attendu."
        case .used(let from, let to, let planned, let learned, let observations):
            "durée apprise : de « \(from) » à « \(to) », \(learned.count) min au lieu de \(planned.count) "
                + "(\(observations) observations)."
        case .tooFew(let from, let to, let observations, let least):
            "de « \(from) » à « \(to) » : \(observations) \(observations > 1 ? "observations" : "observation"), il en faut \(least) "
                + "(observations_min, à confirmer). La durée prévue est gardée."
        case .notInScenario(let id): "« \(id) » n'est ni un lieu ni un dépôt des services : ligne laissée."
        case .twice(let first): "ce trajet est déjà à la ligne \(first). Gardez une ligne."
        }
    }
}
