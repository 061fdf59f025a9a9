import FileAccess
import GeoModel

/// Why a promise is not put into a scenario file, or not taken out.
package enum PinFailure: Error {
    case unknownService(String, known: [String])
    /// Several services, and none is named.
    case whichService([String])
    /// The plan that a promise is held against does not have the service.
    case serviceNotInPlan(String, known: [String])
    /// With the change, the scenario would be refused.
    case wouldBeRefused(InputFailure, isRelease: Bool)
    /// The promise ends before the cycle begins.
    case endsTooSoon(CivilDate, first: CivilDate)
    case interrupted
    /// Whether the promises can be kept together cannot be searched.
    case notSearched(PlanningFailure)
    /// Nothing promises anything on the target, or not in these fields.
    case noSuchPin(target: String, fields: [String], near: [String])
}
