import GeoModel

/// What is wrong with the teams of a service.
package enum TeamFault: Hashable, Sendable {
    /// A key of the short form beside the list.
    case twoForms(String)
    case noTeams
    case notAMapping
    /// A van or a crew, by its key, that works elsewhere on the same days.
    case shared(String, String)
    case crewTwice(String)
    case badHours(String)
    case tooManyHours(String, Minutes, most: Minutes)
}
