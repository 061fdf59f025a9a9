import GeoModel

extension Scenario {
    /// What of a limit on a person's week is left to one team of that person's crew: all of it, unless the crew is shared.
    ///
    /// Hours that a team states are its own; the rest is shared by numbers of weekdays, rounded down. The shares of a crew
    /// never exceed the limit together, unless the stated ones do.
    public func share(of team: Team, in limit: Minutes) -> Minutes {
        if let hours = team.weeklyHours { return min(limit, hours) }
        let others = (services.flatMap(\.teams) + teamsElsewhere).filter { $0.crew == team.crew }
        guard others.count > 1 else { return limit }
        func days(_ team: Team) -> Int { parameters.weekdays.count(where: team.works) }
        let stated = others.compactMap(\.weeklyHours).reduce(.zero, +)
        let open = others.filter { $0.weeklyHours == nil }.reduce(0) { $0 + days($1) }
        return Minutes(max(0, (limit - stated).count) * days(team) / max(1, open))
    }

    /// R22: what a team may work in a week, by the shortest contract of its crew and its share of it.
    public func weeklyLimit(of team: Team) -> Minutes {
        share(of: team, in: crew(of: team).map(parameters.weeklyLimit).min() ?? parameters.referenceWeek)
    }
}
