import FileAccess
import GeoModel
import PlanningModel

/// What one team of a service does over a cycle.
package struct TeamSummary: Sendable, Codable, FrenchKeyed {
    package var van: String
    package var crew: String
    package var depot: String
    /// In the cycle.
    package var days: Int
    package var stops: Int
    /// By week.
    package var halfDays: [Int]
    package var kilometres: [Double]
    /// Hours of work of each member of the crew.
    package var hours: [Double]
    package var persons: Int

    package static func all(_ view: PlanView.ServiceView, _ parameters: Parameters) -> [TeamSummary] {
        view.service.teams.indices.map { index in
            let team = view.service.teams[index]
            let days = view.days(of: index)
            let weeks = (1...parameters.cycleWeeks).map { week in days.filter { $0.week == week } }
            return TeamSummary(
                van: team.van, crew: team.crew, depot: team.depot, days: days.count,
                stops: Set(days.flatMap { $0.visits.map(\.venue) }).count,
                halfDays: weeks.map { days in
                    days.reduce(0) { sum, day in
                        sum + HalfDay.allCases.count { view.receives(on: day, $0, parameters) }
                    }
                },
                kilometres: weeks.map { $0.reduce(Metres.zero) { $0 + $1.distance }.kilometres },
                hours: weeks.map { Double($0.reduce(Minutes.zero) { $0 + $1.workTime }.count) / 60 },
                persons: view.crews[index].count)
        }
    }

    package static var frenchKeys: [String: String] {
        [
            "halfDays": "demi_journees_par_semaine", "kilometres": "km_par_semaine", "hours": "heures_par_semaine",
            "persons": "personnes",
        ]
    }
}

extension PlanView.ServiceView {
    /// Days of a team; all of them where the service has no other.
    package func days(of team: Int) -> [DayRound] {
        guard service.teams.count > 1 else { return plan.days }
        return plan.days.filter { $0.isDriven(by: service.teams[team]) }
    }

    package func isOut(_ team: Int) -> Bool { service.teams.count == 1 || !days(of: team).isEmpty }
}
