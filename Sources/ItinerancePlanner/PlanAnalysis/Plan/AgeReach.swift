import FileAccess
import GeoModel
import PlanningModel

/// How many families, children or newborns of an age group live where the stops of a service reach them.
///
/// Unknown figures are counted apart: a commune without a figure adds nothing, and is said.
package struct AgeReach: Sendable, Codable, FrenchKeyed {
    package enum Group: Hashable, Sendable, Codable {
        /// Newborns of a year.
        case births
        case ages(AgeGroup)
    }

    package var group: Group
    /// In the service's communes whose figure is known.
    package var total: Double
    /// Of those, in communes that a stop reaches.
    package var reached: Double
    /// Each commune's figure times the share of its need that the plan covers.
    package var covered: Double
    package var communesUnknown: Int

    /// Births, and every age group that some commune of the service has a figure of.
    package static func all(_ outcome: ServiceOutcome) -> [AgeReach] {
        let births = AgeReach(.births, outcome) { $0.births.map(Double.init) }
        return [births]
            + AgeGroup.published.map { group in AgeReach(.ages(group), outcome, group.figure) }
            .filter { $0.communesUnknown < outcome.communes.count }
    }

    private init(_ group: Group, _ outcome: ServiceOutcome, _ figure: (Commune) -> Double?) {
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

extension AgeReach.Group: FileWord {
    package var word: String {
        switch self {
        case .births: "naissances"
        case .ages(let group): Indicator.ages(group).word
        }
    }

    package init?(word: String) {
        if case .ages(let group) = Indicator(word: word) {
            self = .ages(group)
        } else if word == Self.births.word {
            self = .births
        } else {
            return nil
        }
    }
}
