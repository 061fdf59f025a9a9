import GeoModel
import PlanningModel

/// A figure of a plan that is not what its own data give.
public struct Discrepancy: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case unknownService, missingService, unknownPlace, unknownEquipment
        case legDistance, legDuration, setUp, packUp, openingLength, openingOrder, clock, startGrid, window, lunch
        case breakTimes, weekOutOfCycle, weekdayClosed, twoRounds, twoVisits, sharedTeam, teamOff, teamHours
        case tooManyStops, acrossHalves, tourStart
        case creditMissing, creditUnfounded, creditVenue, creditVisits, creditTravel, creditAccess, creditPoints
        case needMissing, needUnfounded, needPoints, needVolume, needIntensity
        case otherSlot, slotNotHeld, slotHeldTwice, noneOfTheTrade, absentStaff
        case childrenCount, outingCount, outingChain, twoPlacesAtOnce
        case needReached, cost, serviceValue, bound, value, planBound, gap, fingerprint
    }

    public var kind: Kind
    public var locus: PlanLocus
    public var found: Amount?
    public var expected: Amount?

    public init(_ kind: Kind, at locus: PlanLocus, found: Amount? = nil, expected: Amount? = nil) {
        self.kind = kind
        self.locus = locus
        self.found = found
        self.expected = expected
    }
}
