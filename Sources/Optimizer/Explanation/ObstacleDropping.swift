import GeoModel
import PlanningModel

extension Obstacle {
    /// The window that stands for none: no service opens at night, and R28 limits evenings after 20:00.
    public static let widestWindow = Minutes(7 * 60)...Minutes(20 * 60)
}

extension Scenario {
    /// The scenario of one service alone: its best plan is the same, since what others take of its crews stays theirs.
    func only(_ service: Service) -> Scenario {
        var own = self
        own.services = [service]
        own.teamsElsewhere = services.filter { $0.id != service.id }.flatMap(\.teams)
        return own
    }

    /// The same as if some obstacles of its one service did not exist: each plan of before is still one.
    package func without(_ obstacles: Set<Obstacle>) -> Scenario {
        var other = self
        for obstacle in obstacles { other.drop(obstacle) }
        let dropped = obstacles.compactMap { if case .pin(let index) = $0 { index } else { nil } }
        if !dropped.isEmpty {
            other.services[0].pins = services[0].pins.indices.filter { !dropped.contains($0) }
                .map { services[0].pins[$0] }
        }
        return other
    }

    /// Longer than any day or week could last.
    private static let wholeDay = Minutes(24 * 60)
    private static let wholeWeek = Minutes(7 * 24 * 60)

    private mutating func drop(_ obstacle: Obstacle) {
        switch obstacle {
        case .minimumOpening: parameters.minimumHalfDays = 0
        case .minimumVisits: parameters.minimumVisits = 1
        case .dailyWork: parameters.dailyWork = Self.wholeDay
        case .weeklyWork:
            parameters.weeklyWork = Self.wholeWeek
            parameters.averageWeeklyWork = Self.wholeWeek
        case .referenceWeek:
            parameters.referenceWeek = Self.wholeWeek
            for index in staff.indices { staff[index].weeklyHours = Self.wholeWeek }
            for index in services[0].teams.indices { services[0].teams[index].weeklyHours = nil }
        case .dailyRest: parameters.dailyRest = .zero
        case .weeklyRest:
            parameters.weeklyRest = .zero
            parameters.twoDaysOff = .no
        case .workBreak:
            parameters.breakAfter = Self.wholeDay
            // With nobody part-time no midday is too long (R36).
            parameters.fullTime = .zero
        case .daySpan:
            parameters.spanMaximum = Self.wholeDay
            parameters.longDaysMaximum = Parameters.everyDay
        case .openingWindow:
            parameters.windowStart = min(parameters.windowStart, Obstacle.widestWindow.lowerBound)
            parameters.windowEnd = max(parameters.windowEnd, Obstacle.widestWindow.upperBound)
        case .floor(let kind): services[0].floors[keyPath: kind.path] = nil
        case .budget(let kind): services[0].budgets[keyPath: kind.path] = nil
        case .formerStop(let venue): services[0].formerStops.removeAll { $0.venue == venue }
        case .venueHours(let venue):
            for index in territory.venueFacts.indices where territory.venueFacts[index].venue == venue {
                territory.venueFacts[index].openingHours = ""
            }
        case .premises:
            for index in territory.venueFacts.indices { territory.venueFacts[index].forgetAbsences() }
            for index in vans.indices { vans[index].forgetAbsences() }
        case .permits: territory.permits = []
        case .closures:
            let prisons = Set(territory.prisons.map(\.id))
            calendar.exceptions.removeAll { !prisons.contains($0.place) }
        // By index: all at once, by the caller.
        case .pin: break
        }
    }
}

extension VenueFacts {
    /// What is known to be missing becomes unknown.
    fileprivate mutating func forgetAbsences() {
        for fact in [
            \VenueFacts.confidentialSpace, \.collectiveSpace, \.ownAccess, \.accessible, \.recognisable, \.power,
        ] where self[keyPath: fact] == .absent { self[keyPath: fact] = .unknown }
    }
}

extension Van {
    fileprivate mutating func forgetAbsences() {
        for fact in [\Van.confidentialSpace, \.collectiveSpace, \.accessible, \.recognisable, \.ownPower]
        where self[keyPath: fact] == .absent { self[keyPath: fact] = .unknown }
    }
}
