import GeoModel
import PlanningModel

/// What a day uses up or brings, week by week.
package enum WeekResource: Hashable, Sendable {
    /// Half-days that count for the minimum opening.
    case halfDays
    /// Minutes of work of the crew.
    case work
    /// One van, one day.
    case days
}

/// A row of the master: a resource in every week of the cycle.
struct WeekRow: Hashable, Sendable {
    /// Row family of `docs/modele.md`, with the rule it comes from.
    var family: String
    var rule: RuleID
    var resource: WeekResource
    /// Index into the teams of the service; `nil` for all of them together.
    var team: Int?
    var upper: Int?
}

/// A person's week above which hours are overtime, priced by the minute.
struct OvertimeLimit: Hashable, Sendable {
    var team: Int
    var limit: Int
    var persons: Int
}

/// R28: so many days of a week may end after a time of day, by team.
struct EveningLimit: Hashable, Sendable {
    var after: Minutes
    var inWeek: [Int]
}

/// R26: so many days of a cycle may span more than the ordinary, by team.
struct LongDayLimit: Hashable, Sendable {
    var above: Minutes
    var inCycle: [Int]
}

/// Interruptions of a day, each longer than the statutory break: how many, and how long each.
struct Interruptions: Hashable, Sendable {
    var count: Int
    var longest: Minutes
}

/// What the rules ask of the rounds of one service, before any stop is looked at.
struct RoundsModel: Sendable {
    var weekRows: [WeekRow] = []
    /// Upper limit on the work of all weeks of the cycle together, for each team.
    var cycleWork: Minutes?
    var overtime: [OvertimeLimit] = []
    /// Visits in 4 weeks a stop may have, most first.
    var cadences: [Int]
    /// No day works longer.
    var dailyWork: Minutes
    /// No day spans longer.
    var daySpan: Minutes
    /// No day ends later: a day is over before midnight.
    var latestArrival: Minutes
    /// `nil` where no limit can bind.
    var evenings: EveningLimit?
    var longDays: LongDayLimit?
    /// Rest from one day's end to the next day's start.
    var dailyRest: Minutes
    /// Rest around Sunday.
    var weeklyRest: Minutes
    var twoDaysOff: Bool
    /// No more than `breakAfter` is worked on end without a break of `breakLength`.
    var breakAfter: Minutes
    var breakLength: Minutes
    /// By team; `nil` for a crew without part-timers. Empty where no rule speaks of it.
    var interruptions: [Interruptions?] = []

    /// A model without rules: cadences that the cycle can hold.
    init(_ parameters: Parameters) {
        let day = Minutes(1440)
        cadences = [4, 2, 1].filter { $0 >= parameters.cyclesInFourWeeks }
        dailyWork = day
        daySpan = day
        latestArrival = day - Minutes(1)
        dailyRest = .zero
        weeklyRest = .zero
        twoDaysOff = false
        breakAfter = day
        breakLength = .zero
    }

    /// The tightest limit on a team's work in a week.
    func weekWork(team: Int) -> Int? {
        weekRows.filter { $0.resource == .work && $0.team == team }.compactMap(\.upper).min()
    }
}

/// A rule as the optimizer's model sees it. Written apart from the rule of the check, which judges what comes out: the two
/// share nothing but the figures of the scenario and facts of the model (`PlanningModel`).
protocol ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal)
}

extension RoundsModel {
    /// The rules that bear on rounds as a whole, in the order of their numbers. `RuleFacts.enforcement` says how the others are
    /// kept.
    static let rules: [any ConstrainingRule & Sendable] = [
        MinimumOpening(), AccueillantPresent(), NoDilution(), DailyWork(), WeeklyWork(), ReferenceWeek(), DailyRest(),
        WeeklyRest(), WorkBreak(), DaySpan(), Evenings(), LicensedDriver(), PartTimeBreaks(),
    ]

    static func constrained(by scenario: Scenario, for service: Service) throws(ModelRefusal) -> RoundsModel {
        var model = RoundsModel(scenario.parameters)
        for rule in rules { try rule.constrain(&model, of: service, in: scenario) }
        return model
    }
}
