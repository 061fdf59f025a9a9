import GeoModel

/// What became of an opening.
package enum RealisedState: String, CaseIterable, Sendable {
    case held = "tenu"
    case cancelled = "annule"
    case late = "retard"
}

/// One row of a table of what happened: an opening, or the van's day at its depot.
package struct RealisedLine: Sendable {
    package var file: String
    package var line: Int
    package var date: CivilDate
    package var service: String
    /// A venue, or the depot of a team.
    package var place: String
    /// Start of the opening in the plan, where two are held at one venue on one day.
    package var planned: Minutes?
    /// `nil` at a depot.
    package var state: RealisedState?
    package var start: Minutes?
    package var end: Minutes?
    /// Of the van at the place.
    package var arrival: Minutes?
    package var departure: Minutes?
    /// Counts only; `nil` where nobody counted.
    package var parents: Int?
    package var children: Int?
    package var reason: String

    /// Days that a plan may be held against what happened: two years.
    package static let mostDays = 731
}
