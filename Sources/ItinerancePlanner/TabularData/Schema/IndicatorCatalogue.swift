import FileAccess
import GeoModel

/// Indicators a file may give, with their units.
package enum IndicatorCatalogue {
    private static let units = ages.merging(needs) { unit, _ in unit }

    private static let ages = Dictionary(
        AgeGroup.published.map { (Indicator.ages($0).word, $0.counts == .families ? "familles" : "enfants") },
        uniquingKeysWith: { first, _ in first })

    private static let needs: [String: String] = [
        "familles": "familles", "niveau_vie": "€ par an", "chomage": "%", "taux_pauvrete": "%",
        "familles_monoparentales": "%", "allocataires_dependants": "%", "menages_sans_voiture": "%",
        "niveau_densite": "1 à 7", "sans_tres_haut_debit": "%", "sans_4g": "%", "sans_diplome": "%",
        "laep_heures_par_enfant": "heures par an et par enfant", "actions_parentalite_par_famille": "par an",
    ]

    package static var keys: [String] { units.keys.sorted() }
    package static func unit(of key: String) -> String { units[key] ?? "" }
}
