import GeoModel

/// Why a plan is not published.
package enum PublicationFailure: Error {
    /// Nothing is planned before the plan's first day.
    case beforeThePlan(first: CivilDate)
    case endsBeforeStart(CivilDate, until: CivilDate)
    /// More than two years.
    case tooLong
    /// A plan that is none of a single week.
    case notAWeek(path: String)
    case weekOfOtherPlan(path: String, services: [String])
    case weekBeforeThePlan(path: String, CivilDate, first: CivilDate)
    /// Two plans of one week.
    case weekTwice(CivilDate)
    case interrupted
}
