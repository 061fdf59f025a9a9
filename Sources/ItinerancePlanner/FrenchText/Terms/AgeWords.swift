import GeoModel
import PlanAnalysis

/// Words for the public of a plan by age.
package enum AgeWords {
    package static var title: String { "Familles atteintes, par âge des enfants" }
    package static var caption: String {
        "Une commune est atteinte quand un lieu d'accueil lui apporte un bénéfice, si petit qu'il soit ; « selon le besoin couvert » tient "
            + "compte du trajet et de la cadence. Une commune sans chiffre n'est comptée ni comme atteinte ni comme non atteinte"
    }
    package static let headers = [
        "Tranche d'âge", "Au total", "Dans une commune atteinte", "Selon le besoin couvert", "Communes sans chiffre",
    ]
    package static var unknown: String { "inconnu" }
    package static var noGroup: String {
        "Aucun nombre de familles ou d'enfants par âge n'est connu pour les communes de ce service : la Caf et l'Insee en ont."
    }

    package static func group(_ group: AgeReach.Group) -> String {
        guard case .ages(let group) = group else {
            return "naissances de l'année"
        }
        let ages = "de \(group.from) à \(group.until) ans"
        return switch group.counts {
        case .families: "familles avec un enfant \(ages)"
        case .children: "enfants \(ages)"
        }
    }
}
