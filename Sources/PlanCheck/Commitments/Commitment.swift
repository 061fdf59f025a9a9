import GeoModel
import PlanningModel

/// What a scenario promises beyond the rules of the field guide.
public enum Commitment: Hashable, Sendable {
    /// The benefit of every EPCI.
    case epciFloor
    case highestNeedFloor
    case worstOffFloor
    case kilometreBudget
    case hourBudget
    case euroBudget
    /// Index into the service's pins.
    case pin(Int)
    /// Stops of the cycle before keep weekday and weeks.
    case formerStops
    /// Openings lie within the hours of their venues.
    case venueHours
}

/// Where and how a commitment is not kept, as data: no sentence in it.
public struct CommitmentBreach: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case floorMissed, budgetPassed
        case notServed, servedThoughExcluded, tooFewVisits, tooManyVisits, otherWeekday, otherHalf, otherStart, otherVan
        case otherCrew, otherWeek, otherOrder
        case formerWeekdayLost, formerWeeksLost
        case venueClosed, venueClosedInSchoolHolidays, hoursNotRead
    }

    public var kind: Kind
    /// A breach that is soft is only reported.
    public var severity: Severity
    public var locus: PlanLocus
    public var found: Amount?
    public var limit: Amount?

    public init(
        _ kind: Kind, severity: Severity = .hard, at locus: PlanLocus, found: Amount? = nil, limit: Amount? = nil
    ) {
        self.kind = kind
        self.severity = severity
        self.locus = locus
        self.found = found
        self.limit = limit
    }
}

/// What became of one commitment of a service.
public struct CommitmentVerdict: Hashable, Sendable {
    public var service: String
    public var commitment: Commitment
    public var state: RuleState
    public var breaches: [CommitmentBreach]
    /// The figure nearest to the threshold, and the threshold.
    public var found: Amount?
    public var limit: Amount?

    init(
        _ commitment: Commitment, of service: String, _ breaches: [CommitmentBreach], isCheckable: Bool = true,
        found: Amount? = nil, limit: Amount? = nil
    ) {
        self.service = service
        self.commitment = commitment
        self.breaches = breaches
        self.found = found
        self.limit = limit
        state =
            if breaches.contains(where: { $0.severity == .hard }) { .broken } else if !isCheckable {
                .notCheckable
            } else if breaches.isEmpty { .met } else { .reported }
    }
}

extension ServiceRecount {
    /// Every commitment of the service: floors, budgets, pins, former stops, hours of its venues.
    func commitments(in plan: PlanView) -> [CommitmentVerdict] {
        FloorCheck(self, in: plan.plan.scenario).verdicts + BudgetCheck(view, in: plan.plan.scenario).verdicts
            + PinCheck(view, in: plan.plan.scenario).verdicts + FormerStopCheck(view, plan.parameters).verdicts
            + VenueHoursCheck(view, in: plan.plan.scenario).verdicts
    }
}
