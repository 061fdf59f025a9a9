import GeoModel
import PlanningModel

/// How far an obstacle is moved.
public enum Measure: Hashable, Sendable {
    /// As if it did not exist.
    case dropped
    /// A limit on time raised by so much.
    case moreTime(Minutes)
    /// A rest shortened by so much.
    case lessTime(Minutes)
    /// Another threshold, in its own unit.
    case threshold(Amount)
    /// R01: half-days at least in these weeks of the cycle only, from 1; the others as they were.
    case halfDays(Int, weeks: [Int])
}

/// One obstacle moved, all else as it was.
public struct Relaxation: Hashable, Sendable {
    public var obstacle: Obstacle
    public var measure: Measure

    public init(_ obstacle: Obstacle, _ measure: Measure) {
        self.obstacle = obstacle
        self.measure = measure
    }

    /// The scenario of one service with the obstacle moved.
    package func applied(to scenario: Scenario) -> Scenario {
        var other = scenario
        switch (obstacle, measure) {
        case (_, .dropped): return scenario.without([obstacle])
        case (.dailyWork, .moreTime(let time)): other.parameters.dailyWork = scenario.parameters.dailyWork + time
        case (.daySpan, .moreTime(let time)): other.parameters.spanMaximum = scenario.parameters.spanMaximum + time
        case (.weeklyWork, .moreTime(let time)):
            let limits = WeeklyLimits.catalogue
            other.parameters.weeklyWork = min(limits.week, scenario.parameters.weeklyWork + time)
            other.parameters.averageWeeklyWork = min(limits.average, scenario.parameters.averageWeeklyWork + time)
        case (.referenceWeek, .moreTime(let time)):
            other.parameters.referenceWeek = scenario.parameters.referenceWeek + time
            for index in other.staff.indices {
                other.staff[index].weeklyHours = scenario.staff[index].weeklyHours + time
            }
            for (index, team) in scenario.services[0].teams.enumerated() {
                other.services[0].teams[index].weeklyHours = team.weeklyHours.map { $0 + time }
            }
        case (.dailyRest, .lessTime(let time)): other.parameters.dailyRest = scenario.parameters.dailyRest - time
        case (.weeklyRest, .lessTime(let time)): other.parameters.weeklyRest = scenario.parameters.weeklyRest - time
        case (.minimumOpening, .threshold(.count(let count))): other.parameters.minimumHalfDays = count
        case (.minimumOpening, .halfDays(let count, let weeks)):
            for week in weeks { other.parameters.lighterWeeks[week] = count }
        case (.minimumVisits, .threshold(.count(let count))): other.parameters.minimumVisits = count
        case (.floor(let kind), .threshold(.share(let share))): other.services[0].floors[keyPath: kind.path] = share
        case (.budget(let kind), .threshold(let amount)):
            if let value = amount.budgeted { other.services[0].budgets[keyPath: kind.path] = value }
        default: break
        }
        return other
    }
}

extension Amount {
    /// The figure of a budget.
    fileprivate var budgeted: Double? {
        switch self {
        case .kilometres(let value), .personHours(let value), .euros(let value): value
        case .count, .minutes, .time, .metres, .points, .share: nil
        }
    }
}

/// The most that R21 allows, by the catalogue.
struct WeeklyLimits {
    var week: Minutes
    var average: Minutes

    static let catalogue = WeeklyLimits(
        week: ParameterCatalogue.hours("travail_semaine_max_heures").upperBound,
        average: ParameterCatalogue.hours("travail_semaine_moyenne_heures").upperBound)
}

extension ParameterCatalogue {
    /// What the catalogue permits a parameter in hours.
    static func hours(_ key: String) -> ClosedRange<Minutes> {
        guard let entry = entries.first(where: { $0.key == key }), case .hours(_, let range) = entry.kind else {
            preconditionFailure("\(key) is no parameter in hours")
        }
        return Minutes(Int(60 * range.lowerBound))...Minutes(Int(60 * range.upperBound))
    }
}
