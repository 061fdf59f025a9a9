import GeoModel
import Optimizer
import RoundPlan

/// A week of `expliquer --json`.
package struct WeekSummary: Sendable, Encodable {
    struct Team: Sendable, Encodable {
        var van: String
        var days: Int
        var hours: Double
        var limit: Double

        enum CodingKeys: String, CodingKey {
            case van = "vehicule"
            case days = "jours"
            case hours = "heures_par_personne"
            case limit = "heures_au_plus"
        }
    }

    struct Closure: Sendable, Encodable {
        var date: CivilDate
        var halfDays: Int

        enum CodingKeys: String, CodingKey {
            case date
            case halfDays = "demi_journees_perdues"
        }
    }

    var week: Int
    var service: String
    var halfDays: Int
    var minimumHalfDays: Int
    var closures: [Closure]
    var teams: [Team]

    package init(_ explanation: WeekExplanation) {
        week = explanation.week
        service = explanation.service
        halfDays = explanation.halfDays
        minimumHalfDays = explanation.minimumHalfDays
        closures = explanation.closures.map { Closure(date: $0.date, halfDays: $0.halfDays) }
        teams = explanation.teams.map {
            Team(
                van: $0.van, days: $0.days, hours: Double($0.work.count) / 60, limit: Double($0.limit.count) / 60)
        }
    }

    enum CodingKeys: String, CodingKey {
        case week = "semaine"
        case service
        case halfDays = "demi_journees"
        case minimumHalfDays = "demi_journees_minimum"
        case closures = "jours_sans_accueil"
        case teams = "equipages"
    }
}
