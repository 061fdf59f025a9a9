import FileAccess
import GeoModel

/// How many families, children or newborns of an age group live where the stops of a service reach them.
///
/// Unknown figures are counted apart: a commune without a figure adds nothing, and is said.
package struct AgeReach: Sendable, Codable, FrenchKeyed {
    /// `naissances` for the births of a year, else the group's indicator.
    package var group: String
    /// In the service's communes whose figure is known.
    package var total: Double
    /// Of those, in communes that a stop reaches.
    package var reached: Double
    /// Each commune's figure times the share of its need that the plan covers.
    package var covered: Double
    package var communesUnknown: Int

    /// Births, and every age group that some commune of the service has a figure of.
    package static func all(_ outcome: ServiceOutcome) -> [AgeReach] {
        let births = AgeReach("naissances", outcome) { $0.births.map(Double.init) }
        return [births]
            + AgeGroup.published.map { group in AgeReach(group.indicator, outcome, group.figure) }
            .filter { $0.communesUnknown < outcome.communes.count }
    }

    private init(_ group: String, _ outcome: ServiceOutcome, _ figure: (Commune) -> Double?) {
        self.group = group
        (total, reached, covered, communesUnknown) = (0, 0, 0, 0)
        for commune in outcome.communes {
            guard let count = figure(commune.commune) else {
                communesUnknown += 1
                continue
            }
            total += count
            guard let credit = commune.credit, commune.weight.points > .zero else { continue }
            reached += count
            covered += count * credit.points.points / commune.weight.points.points
        }
    }

    package static var frenchKeys: [String: String] {
        [
            "group": "tranche", "total": "total", "reached": "dans_une_commune_atteinte",
            "covered": "selon_le_besoin_couvert", "communesUnknown": "communes_sans_chiffre",
        ]
    }
}
