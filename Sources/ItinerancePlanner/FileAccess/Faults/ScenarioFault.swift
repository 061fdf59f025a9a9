/// What is wrong with a scenario, its services, their floors and budgets.
package enum ScenarioFault: Hashable, Sendable {
    case noServices
    case noTerritory
    /// A territory is named, and not one commune is in it.
    case emptyTerritory
    /// An EPCI of the table of EPCI that no commune belongs to.
    case epciWithoutCommunes(String)
    case idTwice(String)
    case communeTwice(String)
    /// An identifier that is not where it should be.
    case unknownReference(String, Register, near: [String])
    /// A parameter that the profile of work fixes.
    case profileBound(String)
    /// A limit of access not above the radius of full access.
    case radii
    case windowTooShort
    case lunchTooShort
    case noDimensionWeight
    case noCadence
    case notAShare(String)
    case tooLarge(String)
    case commaInBraces

    /// Where identifiers are known.
    package enum Register: Hashable, Sendable {
        /// A table of the territory.
        case file(String)
        case scenario
        case plan
    }
}
