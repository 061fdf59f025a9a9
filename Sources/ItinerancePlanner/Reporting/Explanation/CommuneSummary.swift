import FrenchText
import Optimizer
import PlanningModel

/// One commune of `expliquer --json`.
package struct CommuneSummary: Sendable, Encodable {
    package struct Cadence: Sendable, Encodable {
        package var visits: Int
        package var plan: ComparisonSummary

        package enum CodingKeys: String, CodingKey {
            case visits = "visites_4_semaines"
            case plan
        }
    }

    package struct Ingredient: Sendable, Encodable {
        package var indicator: String
        package var dimension: String
        package var figure: Double
        package var score: Double
        package var share: Double
        package var imputed: Bool

        package enum CodingKeys: String, CodingKey {
            case indicator = "indicateur"
            case dimension
            case figure = "valeur"
            case score = "note"
            case share = "part_de_l_intensite"
            case imputed = "mediane_de_l_epci"
        }
    }

    package var code: String
    package var name: String
    package var service: String
    package var eligibility: String
    package var points: Double
    package var volume: Double?
    package var intensity: Double
    package var rank: Int?
    package var ingredients: [Ingredient]
    package var missing: [String]
    package var venues: [String]
    package var stops: [StopSummary]
    package var creditVenue: String?
    package var creditMinutes: Int?
    package var share: Double?
    package var excluding: ComparisonSummary?
    package var cadences: [Cadence]
    package var forcing: ComparisonSummary?
    package var conflict: ConflictSummary?
    package var trials: [TrialSummary]
    package var reasons: [String]

    package init(_ explanation: CommuneExplanation, in scenario: Scenario) {
        let need = explanation.need
        code = explanation.commune
        name = ReportNames(scenario).communeName(explanation.commune)
        service = explanation.service
        eligibility = need.weight.eligibility.rawValue
        points = need.weight.points.points
        volume = need.weight.volume
        intensity = need.intensity.value
        rank = need.rank
        ingredients = need.intensity.ingredients.map {
            Ingredient(
                indicator: $0.indicator.rawValue, dimension: $0.indicator.dimension.rawValue, figure: $0.figure,
                score: $0.score, share: $0.share, imputed: $0.imputed)
        }
        missing = need.omissions.filter { if case .replacedBy = $0.reason { false } else { true } }
            .map(\.indicator.rawValue)
        venues = explanation.venues
        stops = explanation.stops.map(StopSummary.init)
        creditVenue = explanation.credit?.venue
        creditMinutes = explanation.credit?.travel.roundedUpToMinutes.count
        share = explanation.share
        excluding = explanation.excluding.map(ComparisonSummary.init)
        cadences = explanation.cadences.map {
            Cadence(visits: $0.visits, plan: ComparisonSummary($0.comparison))
        }
        forcing = explanation.forcing.map(ComparisonSummary.init)
        guard let own = scenario.services.first(where: { $0.id == explanation.service }) else {
            trials = []
            reasons = []
            return
        }
        let words = ObstacleWords(own, in: scenario)
        conflict = explanation.conflict.map { ConflictSummary($0, words) }
        trials = explanation.trials.map { TrialSummary($0, words) }
        reasons = explanation.reasons.map { ObstacleWords.key($0.relaxation.obstacle) }
    }

    package enum CodingKeys: String, CodingKey {
        case code = "code_insee"
        case name = "nom"
        case service
        case eligibility = "motif"
        case points
        case volume
        case intensity = "intensite"
        case rank = "rang"
        case ingredients = "indicateurs"
        case missing = "indicateurs_inconnus"
        case venues = "lieux"
        case stops = "arrets"
        case creditVenue = "lieu_qui_la_dessert"
        case creditMinutes = "minutes"
        case share = "part_du_besoin_couvert"
        case excluding = "sans_arret"
        case cadences = "autres_frequences"
        case forcing = "avec_arret"
        case conflict = "empechement"
        case trials = "essais"
        case reasons = "raisons_confirmees"
    }
}
