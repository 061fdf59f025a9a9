import GeoModel
import PlanningModel

/// Hard: a plan that breaks it is invalid. Soft: reported. Unknown: neither kept nor broken.
public enum Severity: String, Hashable, Sendable, Codable {
    case hard
    case soft
    /// The data that would tell are missing.
    case unknown
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
        case tooFewHalfDays, tooFewHeldHalfDays, noAccueillant, outsideTerritory, tooFewVisits, tooMuchWork,
            tooMuchWeeklyWork
        case tooMuchAverageWork, overContract, shortDailyRest, atOnce, shortWeeklyRest, noTwoDaysOff, sundayWorked,
            missingBreak
        case openWithoutBreak, longSpan, spanOverReference, tooManyLongDays, notFromDepot, brokenChain, otherWeekday,
            otherStart
        case otherTeam, otherTour, mixedForms, uneven, notEveryWeek, publicHoliday, schoolHoliday, notCovered,
            notAMonday
        case tooFewAccueillants, sessionWithoutOpening, sessionNotHeld
        case noConfidentialSpace, noCollectiveSpace, confidentialSpaceUnknown, collectiveSpaceUnknown
        case notAccessible, accessibilityUnknown, noOwnAccess, ownAccessUnknown, notRecognisable
        case recognisableUnknown
        case limitedAges, agesBeyondTwo, sessionBeyondSix, otherDemand
        case missionMissing, programmeUnknown, charged, chargeUnknown
        case noReferent, socialCentreUnknown, lowerNeed, noPartner, partnersUnknown, noMaternity, noEarlyChildhood
        case noServiceKnown, farFromServices, scatteredTerritory, epciApart, channelNotListed, listeningDuringReception,
            noUrgentHelp
        case lateAtPrison, noEscort, escortNotCleared, escortUnknown, outsideVisitHours, visitHoursUnknown
        case tooManyInterruptions, longInterruption, tooManyPeriods, manyPeriods
        case tooManyAboard
        case prisonClosed, tooManyEvenings, lateSchedule, publicationUnknown
        case noDriver, wrongLicence, wrongLicenceForSeats, licenceUnknown, massUnknown, seatsUnknown, driveTimeRules,
            sizeUnknown
        case placeClosed, permitExpired, permitUnknown, noPower, powerUnknown
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
