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
}
