import GeoModel
import PlanningModel

/// Why no model can be made at all.
public enum ModelRefusal: Error, Hashable, Sendable {
    /// R02: the crew of a service has no accueillant.
    case noAccueillant(service: String, crew: String)
    /// R30: nobody of a crew drives, or nobody's licence allows its van.
    case noDriver(service: String, crew: String, van: String)
    /// No commune of positive weight.
    case noEligibleCommune(service: String)
    /// No venue in the communes of the service.
    case noVenue(service: String)
    /// No team works on any weekday of the parameters.
    case noWeekday(service: String)
    /// A way the service needs is not in its travel matrix.
    case noWay(service: String, from: String, to: String)
    /// R15: no cadence of at least `minimumVisits` fits the cycle.
    case noCadence(service: String)
    /// R01 cannot be met: the figures of each limit that stands in the way.
    case openingOutOfReach(OpeningShortage)
    /// Opening hours of a venue that cannot be read.
    case unreadableHours(service: String, venue: String)
}

/// Why a week cannot reach the minimum opening, with the figures of the limit that stands in the way.
public struct OpeningShortage: Hashable, Sendable {
    public enum Limit: Hashable, Sendable {
        /// A session is too short to count as a half-day.
        case sessionTooShort(session: Minutes, minimum: Minutes)
        /// No venue can be reached, opened and left within the limits of one day, or of work without a break (R25).
        case dailyLimits(leastWork: Minutes, dailyWork: Minutes, daySpan: Minutes, onEnd: Minutes)
        /// Too few weekdays or venues.
        case daysAndVenues(weekdays: Int, venues: Int)
        /// R34, R38: on dates of a week of the cycle, from 1, so many of the venues are closed or have no permit that only so
        /// many weekdays are left on which any may be visited.
        case placesClosed(week: Int, closed: Int, venues: Int, weekdays: Int)
        /// The least weekly work that reaches the minimum is above what a week allows.
        case weeklyWork(least: Minutes, limit: Minutes)
    }

    public var service: String
    public var required: Int
    /// Half-days a week can reach at most.
    public var reachable: Int
    public var limit: Limit
}
