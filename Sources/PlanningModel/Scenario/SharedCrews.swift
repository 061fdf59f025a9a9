import GeoModel

extension Scenario {
    /// What of a limit on a person's week is left to one team of that person's crew: all of it, unless the crew is shared.
    ///
    /// Hours that a team states are its own; the rest is shared by numbers of weekdays, rounded down. The shares of a crew
    /// never exceed the limit together, unless the stated ones do.
    public func share(of team: Team, in limit: Minutes) -> Minutes {
        if let hours = team.weeklyHours { return min(limit, hours) }
        let others = teams(ofCrew: team.crew)
        guard others.count > 1 else { return limit }
        func days(_ team: Team) -> Int { parameters.weekdays.count(where: team.works) }
        let stated = others.compactMap(\.weeklyHours).reduce(.zero, +)
        let open = others.filter { $0.weeklyHours == nil }.reduce(0) { $0 + days($1) }
        return Minutes(max(0, (limit - stated).count) * days(team) / max(1, open))
    }

    /// Whether the crew of a team is in other teams too.
    public func isShared(_ team: Team) -> Bool { teams(ofCrew: team.crew).count > 1 }

    private func teams(ofCrew crew: String) -> [Team] {
        (services.flatMap(\.teams) + teamsElsewhere).filter { $0.crew == crew }
    }

    /// What of a number of days (evenings of a week, long days of a cycle) is left to one team of a crew: all, unless the crew is
    /// shared; else by numbers of weekdays, the largest remainders rounded up, so that the shares come to the number.
    public func share(of team: Team, inDays most: Int) -> Int {
        let all = teams(ofCrew: team.crew)
        guard all.count > 1, let own = all.firstIndex(of: team) else { return most }
        let days = all.map { team in parameters.weekdays.count(where: team.works) }
        let total = max(1, days.reduce(0, +))
        let whole = days.map { $0 * most / total }
        let left = most - whole.reduce(0, +)
        let order = days.indices.sorted { (days[$1] * most % total, $0) < (days[$0] * most % total, $1) }
        return whole[own] + (order.prefix(left).contains(own) ? 1 : 0)
    }

    /// R22: what a team may work in a week, by the shortest contract of its crew and its share of it.
    public func weeklyLimit(of team: Team) -> Minutes {
        share(of: team, in: crew(of: team).map(parameters.weeklyLimit).min() ?? parameters.referenceWeek)
    }

    /// Whether some crew is in several teams: a plan may then keep every rule and yet give its teams other shares.
    public var hasSharedCrews: Bool { services.flatMap(\.teams).contains(where: isShared) }
}
