import GeoModel

/// Rules of the field guide that this version constrains and checks.
public enum RuleID: String, CaseIterable, Hashable, Sendable, Codable {
    case r01 = "R01"
    case r02 = "R02"
    case r15 = "R15"
    case r20 = "R20"
    case r21 = "R21"
    case r22 = "R22"
    case r23 = "R23"
    case r24 = "R24"
    case r25 = "R25"
    case r26 = "R26"
    case r27 = "R27"
    case r32 = "R32"
    case r33 = "R33"
    case r35 = "R35"
}

/// Hard: a plan that breaks it is invalid. Soft: reported.
public enum Severity: String, Hashable, Sendable, Codable {
    case hard
    case soft
}

/// A figure with its unit.
public enum Amount: Hashable, Sendable {
    case count(Int)
    case minutes(Minutes)
    case time(Minutes)
    case metres(Metres)
    case points(MilliPoints)
    /// A share of 1.
    case share(Double)
    /// In 4 weeks.
    case kilometres(Double)
    case personHours(Double)
    case euros(Double)
}

/// Where a finding stands in a plan.
public struct PlanLocus: Hashable, Sendable {
    public var service: String?
    public var week: Int?
    public var weekday: Weekday?
    /// A venue, a commune or a person.
    public var subject: String?

    public init(service: String? = nil, week: Int? = nil, weekday: Weekday? = nil, subject: String? = nil) {
        self.service = service
        self.week = week
        self.weekday = weekday
        self.subject = subject
    }
}

/// What a rule found wrong, as data: no sentence in it, so that two plans compare as sets.
public struct Violation: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case tooFewHalfDays, noAccueillant, outsideTerritory, tooFewVisits, tooMuchWork, tooMuchWeeklyWork
        case tooMuchAverageWork, overContract, shortDailyRest, shortWeeklyRest, noTwoDaysOff, missingBreak
        case openWithoutBreak, longSpan, spanOverReference, notFromDepot, brokenChain, otherWeekday, otherStart
        case otherTeam, otherTour, mixedForms, uneven, notEveryWeek, publicHoliday, schoolHoliday, notCovered,
            notAMonday
        case outsideWindow, offGrid, wrongSession, shortLunch, closedWeekday, twoRoundsOneDay, wrongEquipment
    }

    public var rule: RuleID?
    public var kind: Kind
    public var severity: Severity
    public var locus: PlanLocus
    public var found: Amount?
    public var limit: Amount?

    public init(
        _ rule: RuleID?, _ kind: Kind, severity: Severity = .hard, at locus: PlanLocus, found: Amount? = nil,
        limit: Amount? = nil
    ) {
        self.rule = rule
        self.kind = kind
        self.severity = severity
        self.locus = locus
        self.found = found
        self.limit = limit
    }
}

/// What became of one rule.
public enum RuleState: Hashable, Sendable {
    case met
    case broken
    /// Only soft findings: the plan is valid, and they are said.
    case reported
    /// The data a rule needs are missing.
    case notCheckable
}

/// A rule with its findings.
public struct RuleVerdict: Hashable, Sendable {
    public var rule: RuleID
    public var state: RuleState
    public var violations: [Violation]
    /// The tightest figure met over the plan, and the threshold it is held against.
    public var found: Amount?
    public var limit: Amount?
}
