import GeoModel

/// Why a plan cannot be changed as it was asked.
package enum ReplanFailure: Error {
    /// A day that may change, before the plan begins.
    case beforeThePlan(CivilDate, first: CivilDate)
    case closedDayBeforeThePlan(CivilDate, first: CivilDate)
    case tooManyWeeks(Int, most: Int)
    case unknownSubject(PlanEvent, known: [String])
    /// A loss of value is stated, and nothing changes for good.
    case lossOfWeeks
    /// The new scenario has a cycle of another length.
    case otherCycle(before: Int, after: Int)
    /// A service is left without a van.
    case lastVan(String, service: String)
    /// Proven: no plan of the service is left, whatever changes.
    case infeasible(service: String)
    /// Neither plan nor proof in the time given.
    case undecided(service: String)
    /// What is over in a week goes with no plan of it.
    case noWeek(CivilDate)
    case interrupted

    package var isInfeasible: Bool {
        switch self {
        case .lastVan, .infeasible, .noWeek: true
        default: false
        }
    }
}
