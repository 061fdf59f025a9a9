import GeoModel

/// A van with the crew that drives it and the depot where each of its days starts and ends.
public struct Team: Hashable, Sendable, Codable {
    public var van: String
    public var crew: String
    public var depot: String
    /// The only weekdays it works for its service, where its van or its crew is shared; `nil` for all.
    public var weekdays: [Weekday]?
    /// What a week of each person holds for its service at most, where its crew is shared; `nil` for what its weekdays are of
    /// all weekdays of the crew.
    public var weeklyHours: Minutes?

    public init(van: String, crew: String, depot: String, weekdays: [Weekday]? = nil, weeklyHours: Minutes? = nil) {
        self.van = van
        self.crew = crew
        self.depot = depot
        self.weekdays = weekdays
        self.weeklyHours = weeklyHours
    }

    public func works(on weekday: Weekday) -> Bool { weekdays?.contains(weekday) ?? true }

    /// Whether another team that works these weekdays, `nil` for all, may have its van or its crew: never on one weekday.
    public func isApart(from others: [Weekday]?) -> Bool {
        guard let weekdays, let others else { return false }
        return Set(weekdays).isDisjoint(with: others)
    }

    enum CodingKeys: String, CodingKey {
        case van = "vehicule"
        case crew = "equipe"
        case depot
        case weekdays = "jours"
        case weeklyHours = "minutes_semaine"
    }
}

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
        let rule = ReferenceWeek(parameters)
        return share(of: team, in: crew(of: team).map(rule.limit).min() ?? rule.reference)
    }
}
