import FileAccess
import GeoModel
import PlanCheck
import PlanningModel

/// A week of `expliquer --json`.
package struct WeekSummary: Sendable, Encodable, FrenchKeyed {
    package struct Team: Sendable, Encodable, FrenchKeyed {
        package var van: String
        package var days: Int
        package var hours: Double
        package var limit: Double

        package static var frenchKeys: [String: String] {
            ["days": "jours", "hours": "heures_par_personne", "limit": "heures_au_plus"]
        }

        package init(van: String, days: Int, hours: Double, limit: Double) {
            self.van = van
            self.days = days
            self.hours = hours
            self.limit = limit
        }
    }

    package struct Closure: Sendable, Encodable, FrenchKeyed {
        package var date: CivilDate
        package var halfDays: Int

        package static var frenchKeys: [String: String] {
            ["halfDays": "demi_journees_perdues"]
        }
    }

    package var week: Int
    package var service: String
    package var halfDays: Int
    package var minimumHalfDays: Int
    package var closures: [Closure]
    package var teams: [Team]

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

    package static var frenchKeys: [String: String] {
        ["halfDays": "demi_journees", "minimumHalfDays": "demi_journees_minimum", "closures": "jours_sans_accueil"]
    }
}
