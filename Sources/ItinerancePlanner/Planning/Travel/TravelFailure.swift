import GeoModel
import Routing

/// Why a scenario has no travel matrix, or none to compare.
package enum TravelFailure: Error {
    /// More places than a matrix holds.
    case tooManyPlaces
    case server(RoutingFault)
    /// What the server answered cannot be kept.
    case cacheUnwritable(path: String)
    /// Needed ways that the server says are not there.
    case unreachable([TravelPair])
    /// The scenario has no matrix that straight lines could be compared with.
    case noMatrix(scenario: String)
}
