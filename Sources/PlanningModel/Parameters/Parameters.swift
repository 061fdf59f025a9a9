import GeoModel

/// Working-time rules in force: ALISFA is the stricter default, the law alone, or figures of one's own.
public enum WorkProfile: CaseIterable, Hashable, Sendable {
    case alisfa
    case legalOnly
    case custom
}

/// What happens to the round in school holidays.
public enum SchoolHolidayMode: CaseIterable, Hashable, Sendable {
    case same
    case closed
}

/// What becomes of a round that falls on a public holiday.
public enum PublicHolidayMode: CaseIterable, Hashable, Sendable {
    /// It falls.
    case cancel
    /// It is held on another day of its week, where van and crew are free and the week opens too little otherwise.
    case makeUp
}

/// Whether crew hours count as a cost of the plan.
public enum WageMode: CaseIterable, Hashable, Sendable {
    case fixed
    case variable
}

public enum YesNo: CaseIterable, Hashable, Sendable {
    case yes
    case no
}

/// Every figure the planning depends on, at its default. `ParameterCatalogue` names, bounds and sources each.
public struct Parameters: Hashable, Sendable {
    public var cycleWeeks = 4
    public var weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
    public var minimumVisits = 2
    public var minimumHalfDays = 5
    /// Weeks of the cycle, from 1, for which fewer half-days are agreed.
    public var lighterWeeks: [Int: Int] = [:]
    public var halfDayMinimum = Minutes(150)
    public var halfDaySplit = Minutes(13 * 60)
    public var sessionLength = Minutes(180)
    public var morningStart = Minutes(9 * 60)
    public var afternoonStart = Minutes(14 * 60)
    public var windowStart = Minutes(8 * 60 + 30)
    public var windowEnd = Minutes(18 * 60 + 30)
    public var startStep = Minutes(15)
    public var setUp = Minutes(30)
    public var packUp = Minutes(20)
    public var lunch = Minutes(50)
    public var lunchFrom = Minutes(12 * 60)
    public var lunchUntil = Minutes(14 * 60 + 30)
    public var profile = WorkProfile.alisfa
    public var dailyWork = Minutes(10 * 60)
    public var weeklyWork = Minutes(48 * 60)
    public var averageWeeklyWork = Minutes(44 * 60)
    public var referenceWeek = Minutes(35 * 60)
    public var overtime = YesNo.no
    public var dailyRest = Minutes(12 * 60)
    public var weeklyRest = Minutes(35 * 60)
    public var twoDaysOff = YesNo.yes
    public var breakAfter = Minutes(6 * 60)
    public var breakLength = Minutes(20)
    public var spanReported = Minutes(10 * 60)
    public var spanMaximum = Minutes(12 * 60)
    /// Days in 4 weeks, for each person, that may span more than the reported span: ALISFA's “exceptionnellement”.
    public var longDaysMaximum = Parameters.exceptionalDays
    /// Work beyond this time of day is evening work, on at most so many days a week.
    public var eveningFrom = Minutes(20 * 60)
    public var eveningsMaximum = 3
    /// A contract of fewer hours a week is part-time; its days have at most so many interruptions, none longer than that.
    public var fullTime = Minutes(35 * 60)
    public var partTimeInterruptions = 1
    public var partTimeInterruption = Minutes(2 * 60)
    /// A break as long as this ends a period of work; a day with more periods than reported is told, and none has more
    /// than the maximum.
    public var periodBreak = Minutes(60)
    public var periodsReported = 2
    public var periodsMaximum = 3
    /// Days before the first one by which the staff knows its schedule.
    public var noticeDays = 7
    /// Minutes at the prison before a visit, and of a visit.
    public var prisonMargin = Minutes(45)
    public var prisonVisit = Minutes(45)
    /// Minutes to leave a prison after a visit, and to take children in or leave them at a commune.
    public var prisonExit = Minutes(15)
    public var pickUpStop = Minutes(5)
    public var schoolHolidays = SchoolHolidayMode.same
    public var holidays = PublicHolidayMode.cancel
    /// Whether a stop may be visited on two fixed weekdays of every week (cadence 8).
    public var twiceWeekly = YesNo.no
    /// Whether several short stops may share a half-day, and how long each lasts.
    public var shortStops = YesNo.no
    public var shortStopsPerHalfDay = 2
    public var shortStopLength = Minutes(75)
    public var shortStopSetUp = Minutes(15)
    public var shortStopPackUp = Minutes(10)
    /// Prices of soft rules in points, 0 where they are only reported: R10 for each visit in 4 weeks of a commune that
    /// has a centre social, R12 for each stop without a partner in its commune, R14 for each kilometre between a stop and
    /// the nearest service families use, R22 for each hour that a person works above the reference week, R26 for each hour
    /// that a person's day spans above the reported span.
    public var priceOfVisitBesideSocialCentre = 0.0
    public var priceOfStopWithoutPartner = 0.0
    public var priceOfKilometreToServices = 0.0
    public var priceOfOvertimeHour = 0.0
    public var priceOfSpanHour = 0.0
    /// Kilometres as the crow flies: stops farther from all known services families use are told (R14), and two EPCI whose
    /// nearest communes lie farther apart do not touch (R15).
    public var servicesKilometres = 1.0
    public var neighbourKilometres = 10.0
    public var pricePerEuro = 0.01
    public var costPerKilometre = 0.52
    public var costPerHour = 28.0
    public var wages = WageMode.fixed
    public var frequency = FrequencyShape.exponential
    public var travel = TravelParameters()
    public var access = AccessParameters()
    public var need = NeedParameters()

    public init() {}

    /// Sets the working-time figures that a profile fixes; `custom` starts from the law alone.
    public mutating func apply(_ profile: WorkProfile) {
        self.profile = profile
        let strict = profile == .alisfa
        dailyRest = Minutes(60 * (strict ? 12 : 11))
        spanMaximum = Minutes(60 * (strict ? 12 : 13))
        twoDaysOff = strict ? .yes : .no
        longDaysMaximum = strict ? Self.exceptionalDays : Self.everyDay
        periodsReported = strict ? 2 : Self.anyPeriods
        periodsMaximum = strict ? 3 : Self.anyPeriods
    }

    /// Our reading of “exceptionnellement” (à confirmer): one day a week.
    private static let exceptionalDays = 4
    /// Days in 4 weeks: no limit.
    public static let everyDay = 28
    /// Periods of work in a day: no limit.
    public static let anyPeriods = 10

    /// The factor from one cycle to the 4 weeks in which visits and costs are counted.
    public var cyclesInFourWeeks: Int { 4 / cycleWeeks }

    /// R26 in one cycle: days above `spanReported`, for each person.
    public var longDaysInCycle: Int { longDaysMaximum / cyclesInFourWeeks }

    /// Visits in 4 weeks a stop may have, most first: 4, 2 and 1, as far as the cycle can hold them evenly spaced
    /// and `minimumVisits` allows.
    public var cadences: [Int] { [4, 2, 1].filter { $0 >= minimumVisits && $0 >= cyclesInFourWeeks } }

    public var farthestServices: Metres { Metres(Int((1000 * servicesKilometres).rounded())) }
    public var farthestNeighbours: Metres { Metres(Int((1000 * neighbourKilometres).rounded())) }
}
