import FileAccess
import Optimizer

/// A van of `expliquer --json`.
package struct VanSummary: Sendable, Encodable, FrenchKeyed {
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

    package static var frenchKeys: [String: String] {
        [
            "days": "jours_4_semaines", "halfDays": "demi_journees_4_semaines", "kilometres": "km_4_semaines",
            "hours": "heures_par_personne_4_semaines", "without": "sans_lui",
        ]
    }
}
