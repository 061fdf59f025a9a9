import GeoModel
import PlanningModel

/// The steps by which a numeric obstacle may be moved, as far as the catalogue of parameters permits: from 1, the
/// smallest, to `count`. A larger step never forbids what a smaller one allows.
struct ObstacleScale {
    var obstacle: Obstacle
    var count: Int
    private var measure: @Sendable (Int) -> Measure

    /// - Parameter step: 1…`count`.
    func relaxation(_ step: Int) -> Relaxation { Relaxation(obstacle, measure(step)) }

    /// Minutes of a step of time.
    static let timeStep = 5

    private init(_ obstacle: Obstacle, count: Int, _ measure: @escaping @Sendable (Int) -> Measure) {
        self.obstacle = obstacle
        self.count = max(0, count)
        self.measure = measure
    }

    /// `nil` where the obstacle has no figure, or none that may be moved.
    ///
    /// - Parameter without: what a plan uses up that knows no budget; budgets need it.
    init?(_ obstacle: Obstacle, in scenario: Scenario, without figures: PlanFigures? = nil) {
        let parameters = scenario.parameters
        switch obstacle {
        case .minimumOpening:
            let minimum = parameters.minimumHalfDays
            self.init(obstacle, count: minimum) { .threshold(.count(minimum - $0)) }
        case .minimumVisits:
            let lower = [2, 1].filter { $0 < parameters.minimumVisits && $0 >= parameters.cyclesInFourWeeks }
            self.init(obstacle, count: lower.count) { .threshold(.count(lower[$0 - 1])) }
        case .dailyWork:
            self.init(obstacle, upTo: "travail_jour_max_heures", from: parameters.dailyWork)
        case .weeklyWork:
            let limits = WeeklyLimits.catalogue
            let room = max(limits.week - parameters.weeklyWork, limits.average - parameters.averageWeeklyWork)
            self.init(obstacle, count: Self.steps(room)) { .moreTime(Minutes(Self.timeStep * $0)) }
        case .referenceWeek:
            guard parameters.overtime == .no else { return nil }
            self.init(obstacle, upTo: "heures_semaine_max", from: parameters.referenceWeek)
        case .daySpan:
            guard parameters.profile == .custom else { return nil }
            self.init(obstacle, upTo: "amplitude_max_heures", from: parameters.spanMaximum)
        case .dailyRest:
            guard parameters.profile == .custom else { return nil }
            self.init(obstacle, downTo: "repos_quotidien_heures", from: parameters.dailyRest)
        case .weeklyRest:
            self.init(obstacle, downTo: "repos_hebdo_heures", from: parameters.weeklyRest)
        case .floor(let kind):
            guard let floor = scenario.services.first?.floors[keyPath: kind.path] else { return nil }
            // Whole hundredths below it, down to nothing.
            let first = Int((100 * floor).rounded(.up))
            self.init(obstacle, count: first) { .threshold(.share(Double(first - $0) / 100)) }
        case .budget(let kind):
            guard let budget = scenario.services.first?.budgets[keyPath: kind.path], let figures else { return nil }
            let unit = kind == .personHours ? 1.0 : 5.0
            let first = (budget / unit).rounded(.down)
            let count = (figures.used(kind) / unit).rounded(.up) - first
            self.init(obstacle, count: Int(min(1e6, count))) {
                .threshold(kind.amount((first + Double($0)) * unit))
            }
        case .workBreak, .openingWindow, .pin, .formerStop, .venueHours, .premises, .permits, .closures: return nil
        }
        guard count > 0 else { return nil }
    }

    private init(_ obstacle: Obstacle, upTo key: String, from value: Minutes) {
        self.init(obstacle, count: Self.steps(ParameterCatalogue.hours(key).upperBound - value)) {
            .moreTime(Minutes(Self.timeStep * $0))
        }
    }

    private init(_ obstacle: Obstacle, downTo key: String, from value: Minutes) {
        self.init(obstacle, count: Self.steps(value - ParameterCatalogue.hours(key).lowerBound)) {
            .lessTime(Minutes(Self.timeStep * $0))
        }
    }

    private static func steps(_ room: Minutes) -> Int { room.count / timeStep }
}
