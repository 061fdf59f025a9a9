/// Why no front is drawn.
package enum FrontFailure: Error {
    /// None of the services, or several, have the identifier that was given.
    case whichService(String?, known: [String])
    /// The service shares a crew or a van with another.
    case sharedTeam(service: String)
    /// Nothing costs anything: there is no front of need and cost.
    case noCost
    case interrupted
}
