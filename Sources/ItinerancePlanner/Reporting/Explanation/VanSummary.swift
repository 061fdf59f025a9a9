import Optimizer

/// A van of `expliquer --json`.
package struct VanSummary: Sendable, Encodable {
    package var van: String
    package var service: String
    package var days: Int
    package var halfDays: Int
    package var kilometres: Double
    package var hours: Double
    package var stops: [StopSummary]
    package var without: ComparisonSummary?

    package init(_ explanation: VanExplanation) {
        van = explanation.van
        service = explanation.service
        days = explanation.days
        halfDays = explanation.halfDays
        kilometres = explanation.metres.kilometres
        hours = Double(explanation.work.count) / 60
        stops = explanation.stops.map(StopSummary.init)
        without = explanation.without.map(ComparisonSummary.init)
    }

    package enum CodingKeys: String, CodingKey {
        case van = "vehicule"
        case service
        case days = "jours_4_semaines"
        case halfDays = "demi_journees_4_semaines"
        case kilometres = "km_4_semaines"
        case hours = "heures_par_personne_4_semaines"
        case stops = "arrets"
        case without = "sans_lui"
    }
}
