import GeoModel

/// Words for how far families are from the stops of a service, and for how its benefit is spread.
package enum ReachWords {
    package static let columns = [
        "code_insee", "commune", "volume", "cible", "lieu_le_plus_proche", "minutes", "besoin_points", "couvert_points",
    ]
    package static var text: String {
        "Le lieu le plus proche de chaque commune, parmi ceux du service, par les trajets qui ont servi à faire le plan ; un trajet "
            + "part du centre de la commune. Les communes éligibles sont celles que le service vise ; les autres ne pèsent pas dans le "
            + "choix, mais leurs habitants peuvent venir."
    }
    package static func mapTitle(_ service: String) -> String {
        "Minutes en voiture jusqu'au lieu le plus proche – \(service)"
    }
    package static func mapDescription(_ service: String, _ minutes: Double?) -> String {
        "Carte des communes de « \(service) », ombrées selon les minutes de trajet jusqu'au lieu le plus proche ; "
            + "en moyenne \(SummaryWords.travel(minutes)) pour les familles atteintes."
    }
    package static func mapSource(isRouted: Bool) -> String {
        isRouted ? "trajets par la route, lus avec le scénario" : "trajets estimés à vol d'oiseau (à confirmer)"
    }

    package static var curveTitle: String { "À combien de minutes du lieu le plus proche" }
    package static func curveDescription(_ shares: [(name: String, share: Double)], minutes: Int) -> String {
        "Part cumulée selon le temps de trajet. À \(minutes) min ou moins : "
            + shares.map { "\($0.name), \(ReportFigures.percent($0.share, 0))" }.joined(separator: " ; ") + "."
    }
    package static var curveHorizontal: String { "Minutes de trajet jusqu'au lieu le plus proche" }
    package static func curveVertical(_ measures: [NeedMeasure]) -> String {
        "Part des " + ReportWords.enumeration(Set(measures.map(ReportWords.measure)).sorted())
    }
    package static func targets(_ service: String) -> String { "\(service) : communes éligibles" }
    package static func all(_ service: String) -> String { "\(service) : toutes ses communes" }
    package static var curveTable: String { "Part des familles à ce nombre de minutes au plus" }
    package static var minutes: String { "Minutes" }

    package static func epciCaption(_ service: String) -> String { "\(service), par intercommunalité" }
    package static func epciHeaders(_ measure: NeedMeasure) -> [String] {
        ["Intercommunalité", "Communes", first(ReportWords.measure(measure)), "Temps moyen", "Besoin couvert"]
    }

    package static func lorenzDescription(_ ginis: [(name: String, gini: Double?)]) -> String {
        "Courbe de Lorenz : part du bénéfice reçue par la part la moins bien servie des communes éligibles. Indice de Gini : "
            + ginis.map { "\($0.name), \($0.gini.map { ReportFigures.decimal($0, 3) } ?? CoverageWords.none)" }
            .joined(separator: " ; ") + "."
    }
    package static var lorenzHorizontal: String {
        "Part des communes éligibles (familles), de la moins bien à la mieux servie"
    }

    package static var tooWeak: String { "accès trop faible pour compter" }
    package static var noWay: String { "aucun trajet connu" }

    private static func first(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
