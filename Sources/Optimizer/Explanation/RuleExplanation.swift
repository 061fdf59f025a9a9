import GeoModel
import RoundPlan

/// What a rule costs a service: its limit moved, and the service solved again.
public struct RuleExplanation: Sendable {
    public var service: String
    public var rule: RuleID
    public var obstacle: Obstacle
    /// Empty where the catalogue of parameters permits no move.
    public var trials: [RelaxationTrial]
}

/// What a van does in 4 weeks, and what the service is without it.
public struct VanExplanation: Sendable {
    public var service: String
    public var van: String
    /// Days out, half-days open and communes with a stop of it.
    public var days: Int
    public var halfDays: Int
    public var stops: [StopState]
    public var metres: Metres
    /// Work of each person of its crew.
    public var work: Minutes
    /// The best plan of the other teams; `nil` where there is no other.
    public var without: PlanComparison?
}

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
