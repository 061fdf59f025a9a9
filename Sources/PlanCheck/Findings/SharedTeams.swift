import PlanningModel

extension PlanView {
    /// A team whose crew is in other teams too, with the days that it is out and its share of a limit.
    struct SharedTeam {
        var service: String
        var team: Team
        var days: [DayRound]
        /// What of the limit is left to it, in days.
        var share: Int
    }

    /// Teams that share their crew, by service: each service is planned with what is left to its teams of what the crew may do.
    ///
    /// - Parameter most: days that a person may have.
    func sharedTeams(ofDays most: Int) -> [SharedTeam] {
        services.flatMap { view in
            view.service.teams.filter(scenario.isShared).map { team in
                SharedTeam(
                    service: view.service.id, team: team, days: view.plan.days.filter { $0.isDriven(by: team) },
                    share: scenario.share(of: team, inDays: most))
            }
        }
    }
}
