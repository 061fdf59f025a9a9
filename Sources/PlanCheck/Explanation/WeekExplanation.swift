import GeoModel
import PlanningModel

/// What a week of the cycle holds against its limits: facts of the plan, nothing solved.
public struct WeekExplanation: Sendable {
    /// The week of one team.
    public struct Team: Sendable {
        public var van: String
        /// Days out, and days of the week on which the service may be out.
        public var days: Int
        public var workingDays: Int
        /// Work of each person, and the limit of the one who has least (R22).
        public var work: Minutes
        public var limit: Minutes
        /// The longest day: work (R20) and span (R26).
        public var longestWork: Minutes
        public var longestSpan: Minutes
    }

    public var service: String
    public var week: Int
    public var halfDays: Int
    public var minimumHalfDays: Int
    /// Dated days of the week on which the service stays closed, with the half-days that it loses.
    public var closures: [Closure]
    public var teams: [Team]
    /// Limits of a day, and R21.
    public var dailyWork: Minutes
    public var daySpan: Minutes
    public var weeklyWork: Minutes
    public var overtimeAllowed: Bool

    public struct Closure: Sendable {
        public var date: CivilDate
        public var reason: DayClosure
        public var halfDays: Int
    }
}

extension WeekExplanation {
    /// A week of the cycle, from 1, for each service, in the order of the scenario's.
    public static func all(_ week: Int, in plan: Plan) -> [WeekExplanation] {
        let views = PlanView(plan).services
        return plan.scenario.services.compactMap { service in
            views.first { $0.service.id == service.id }.map { WeekExplanation(week, $0, in: plan.scenario) }
        }
    }

    private init(_ week: Int, _ view: PlanView.ServiceView, in scenario: Scenario) {
        let parameters = scenario.parameters
        let open = view.halfDays(inWeek: week, parameters)
        let closed = parameters.weekdays.compactMap { weekday in
            scenario.closure(week: week, weekday).map { (weekday: weekday, reason: $0) }
        }
        service = view.service.id
        self.week = week
        halfDays = open.count
        minimumHalfDays = parameters.minimumHalfDays(inWeek: week)
        closures = closed.map { weekday, reason in
            Closure(
                date: scenario.date(week: week, weekday), reason: reason,
                halfDays: open.count { $0.weekday == weekday })
        }
        teams = view.service.teams.map { team in
            let days = view.days(inWeek: week).filter { $0.isDriven(by: team) }
            return Team(
                van: team.van, days: days.count, workingDays: parameters.weekdays.count(where: team.works),
                work: days.reduce(.zero) { $0 + $1.workTime },
                limit: scenario.weeklyLimit(of: team),
                longestWork: days.map(\.workTime).max() ?? .zero, longestSpan: days.map(\.span).max() ?? .zero)
        }
        dailyWork = parameters.dailyWork
        daySpan = parameters.spanMaximum
        weeklyWork = parameters.weeklyWork
        overtimeAllowed = parameters.overtime == .yes
    }
}
