import GeoModel

/// The rules of the field guide, all of them.
public enum RuleID: String, CaseIterable, Hashable, Sendable, Codable {
    case r01 = "R01"
    case r02 = "R02"
    case r03 = "R03"
    case r04 = "R04"
    case r05 = "R05"
    case r06 = "R06"
    case r07 = "R07"
    case r08 = "R08"
    case r09 = "R09"
    case r10 = "R10"
    case r11 = "R11"
    case r12 = "R12"
    case r13 = "R13"
    case r14 = "R14"
    case r15 = "R15"
    case r16 = "R16"
    case r17 = "R17"
    case r18 = "R18"
    case r19 = "R19"
    case r20 = "R20"
    case r21 = "R21"
    case r22 = "R22"
    case r23 = "R23"
    case r24 = "R24"
    case r25 = "R25"
    case r26 = "R26"
    case r27 = "R27"
    case r28 = "R28"
    case r29 = "R29"
    case r30 = "R30"
    case r31 = "R31"
    case r32 = "R32"
    case r33 = "R33"
    case r34 = "R34"
    case r35 = "R35"

    public enum Kind: Hashable, Sendable {
        /// A plan that breaks it is invalid; where data are missing it cannot be called *conforme*.
        case hard
        /// Reported.
        case soft
        /// Told, never judged.
        case information
    }

    /// As the field guide has it; what a rule says above its threshold may still be softer than the rule.
    public var kind: Kind {
        switch self {
        case .r08, .r10, .r11, .r12, .r13, .r14, .r18, .r29, .r35: .soft
        case .r09, .r31: .information
        default: .hard
        }
    }
}

/// Hard: a plan that breaks it is invalid. Soft: reported. Unknown: neither kept nor broken.
public enum Severity: String, Hashable, Sendable, Codable {
    case hard
    case soft
    /// The data that would tell are missing.
    case unknown
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
        case tooFewAccueillants, sessionWithoutOpening, sessionNotHeld
        case noConfidentialSpace, noCollectiveSpace, confidentialSpaceUnknown, collectiveSpaceUnknown
        case notAccessible, accessibilityUnknown, noOwnAccess, ownAccessUnknown, notRecognisable
        case recognisableUnknown
        case limitedAges, agesBeyondTwo, otherDemand
        case missionMissing, programmeUnknown, charged, chargeUnknown
        case noReferent, socialCentreUnknown, lowerNeed, noPartner, noMaternity, noEarlyChildhood
        case noServiceKnown, listeningDuringReception, noUrgentHelp
        case lateAtPrison, noEscort, escortNotCleared, escortUnknown, outsideVisitHours, visitHoursUnknown
        case prisonClosed, tooManyEvenings, lateSchedule, publicationUnknown
        case noDriver, wrongLicence, licenceUnknown, massUnknown, driveTimeRules, sizeUnknown
        case permitExpired, permitUnknown, noPower, powerUnknown
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
    /// The plan has nothing that the rule speaks of.
    case notConcerned
}

/// A rule with its findings.
public struct RuleVerdict: Hashable, Sendable {
    public var rule: RuleID
    public var state: RuleState
    public var violations: [Violation]
    /// The tightest figure met over the plan, and the threshold it is held against.
    public var found: Amount?
    public var limit: Amount?

    public init(
        rule: RuleID, state: RuleState, violations: [Violation], found: Amount? = nil, limit: Amount? = nil
    ) {
        self.rule = rule
        self.state = state
        self.violations = violations
        self.found = found
        self.limit = limit
    }
}
