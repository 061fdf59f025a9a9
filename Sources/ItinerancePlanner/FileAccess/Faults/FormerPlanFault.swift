import GeoModel

/// Why a scenario cannot go on from a plan.
package enum FormerPlanFault: Hashable, Sendable {
    /// Weeks of its cycle, and of the scenario's.
    case otherCycle(Int, Int)
    /// Its first day, not before the scenario's.
    case notBefore(CivilDate, CivilDate)
    case serviceNotInPlan(String, [String])
    /// Its venues that are no more.
    case goneVenues([String])
}
