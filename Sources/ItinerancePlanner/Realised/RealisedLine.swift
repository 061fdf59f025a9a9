import GeoModel
import RoundPlan

/// What became of an opening.
enum RealisedState: String, CaseIterable, Sendable {
    case held = "tenu"
    case cancelled = "annule"
    case late = "retard"
}

/// One row of a table of what happened: an opening, or the van's day at its depot.
struct RealisedLine: Sendable {
    var file: String
    var line: Int
    var date: CivilDate
    var service: String
    /// A venue, or the depot of a team.
    var place: String
    /// Start of the opening in the plan, where two are held at one venue on one day.
    var planned: Minutes?
    /// `nil` at a depot.
    var state: RealisedState?
    var start: Minutes?
    var end: Minutes?
    /// Of the van at the place.
    var arrival: Minutes?
    var departure: Minutes?
    /// Counts only; `nil` where nobody counted.
    var parents: Int?
    var children: Int?
    var reason: String
}

/// What happened over some weeks of a plan, opening by opening.
struct Realised: Sendable {
    struct Opening: Sendable {
        var planned: DatedPlan.Opening
        var line: RealisedLine?
        /// After the last day that is told of.
        var isToCome: Bool

        /// Nothing is known of it, though its day has passed and no calendar closed it.
        var isUnknown: Bool { line == nil && !isToCome && planned.state.isHeld }
        var isHeld: Bool { line.map { $0.state != .cancelled } ?? false }

        /// Minutes after its hour; `nil` where nobody wrote when it began.
        var lateness: Minutes? {
            guard isHeld, let start = line?.start else { return nil }
            return max(.zero, start - planned.hours.start)
        }

        /// The hours it was open, as far as they are told, else as planned.
        var heldHours: Interval? {
            guard isHeld, let line else { return nil }
            return Interval(start: line.start ?? planned.hours.start, end: line.end ?? planned.hours.end)
        }
    }

    struct DepotKey: Hashable, Sendable {
        var date: CivilDate
        var service: String
        var depot: String
    }

    let plan: Plan
    /// The last day that is told of.
    let until: CivilDate
    /// Of whole weeks, in the order of dates and hours.
    let openings: [Opening]
    let depots: [DepotKey: RealisedLine]

    /// Days that a plan may be held against what happened: two years.
    static let mostDays = 731
}
