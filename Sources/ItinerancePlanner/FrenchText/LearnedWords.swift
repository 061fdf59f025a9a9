import GeoModel

/// What the reader of a scenario says of learned durations.
package enum LearnedWords {
    package static let form =
        "« durees_apprises » nomme un fichier : « durees_apprises: bilans/hiver/durees-apprises.csv », ou « fichier » et « observations_min »."
    package static func badLeast(_ text: String) -> String {
        "« \(text) » : un nombre d'observations de 1 à 1000 est attendu."
    }
    package static func used(
        _ from: String, _ to: String, _ planned: Minutes, _ learned: Minutes, _ observations: Int
    ) -> String {
        "durée apprise : de « \(from) » à « \(to) », \(learned.count) min au lieu de \(planned.count) "
            + "(\(observations) observations)."
    }
    package static func tooFew(_ from: String, _ to: String, _ observations: Int, _ least: Int) -> String {
        "de « \(from) » à « \(to) » : \(observations) \(observations > 1 ? "observations" : "observation"), il en faut \(least) "
            + "(observations_min, à confirmer). La durée prévue est gardée."
    }
    package static func notInScenario(_ id: String) -> String {
        "« \(id) » n'est ni un lieu ni un dépôt des services : ligne laissée."
    }
    package static func twice(_ first: Int) -> String { "ce trajet est déjà à la ligne \(first). Gardez une ligne." }
}
