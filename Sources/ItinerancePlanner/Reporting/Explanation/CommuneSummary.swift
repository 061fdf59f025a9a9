import FileAccess
import FrenchText
import Optimizer
import PlanningModel

/// One commune of `expliquer --json`.
package struct CommuneSummary: Sendable, Encodable, FrenchKeyed {
    package struct Cadence: Sendable, Encodable, FrenchKeyed {
        package var visits: Int
        package var plan: ComparisonSummary

        package static var frenchKeys: [String: String] {
            ["visits": "visites_4_semaines"]
        }
    }

    package struct Ingredient: Sendable, Encodable, FrenchKeyed {
        package var indicator: String
        package var dimension: String
        package var figure: Double
        package var score: Double
        package var share: Double
        package var imputed: Bool

        package static var frenchKeys: [String: String] {
            ["figure": "valeur", "score": "note", "share": "part_de_l_intensite", "imputed": "mediane_de_l_epci"]
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
        eligibility = need.weight.eligibility.word
        points = need.weight.points.points
        volume = need.weight.volume
        intensity = need.intensity.value
        rank = need.rank
        ingredients = need.intensity.ingredients.map {
            Ingredient(
                indicator: $0.indicator.word, dimension: $0.indicator.dimension.word, figure: $0.figure,
                score: $0.score, share: $0.share, imputed: $0.imputed)
        }
        missing = need.omissions.filter { if case .replacedBy = $0.reason { false } else { true } }
            .map(\.indicator.word)
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

    package static var frenchKeys: [String: String] {
        [
            "code": "code_insee", "eligibility": "motif", "points": "points", "rank": "rang",
            "ingredients": "indicateurs", "missing": "indicateurs_inconnus", "creditVenue": "lieu_qui_la_dessert",
            "creditMinutes": "minutes", "share": "part_du_besoin_couvert", "excluding": "sans_arret",
            "cadences": "autres_frequences", "forcing": "avec_arret", "conflict": "empechement",
            "reasons": "raisons_confirmees",
        ]
    }
}
