import GeoModel
import LinearSolver
import PlanningModel

/// Why a service has no plan: a set of obstacles that no plan can meet all at once, and what would help.
public struct Conflict: Sendable {
    public var service: String
    /// In the order in which a planner is best told of them: what is asked first, then what stands in the way.
    public var members: [Obstacle]
    /// Members without which a search within its limits found no plan and no proof: they may not be needed.
    public var unsettled: Set<Obstacle>
    /// Of the one service, as it is.
    package var scenario: Scenario
    /// Obstacles that do not matter: without all of them there is still no plan (proven).
    package var setAside: Set<Obstacle>
    /// For each member, what moving it alone brings, all else as it was.
    public var remedies: [ConflictRemedy]
    /// Where no member alone helps: obstacles that have to be set aside together, confirmed by a plan, each of them
    /// needed. Empty where one alone helps, or where none were found.
    public var together: [Obstacle]

    public var isIrreducible: Bool { unsettled.isEmpty }

    /// The scenario in which only the members are left. It has no plan; without any one settled member it has.
    package func core(without member: Obstacle? = nil) -> Scenario {
        scenario.without(setAside.union(member.map { [$0] } ?? []))
    }
}

/// What setting aside, or moving, one member of a conflict brings.
public struct ConflictRemedy: Sendable {
    public enum Outcome: String, Hashable, Sendable {
        /// Confirmed by a plan.
        case helps
        /// Proven: there is still no plan.
        case isNotEnough
        case undecided
    }

    public var obstacle: Obstacle
    /// Of the service without the obstacle, all else as it was.
    public var dropping: Outcome
    /// The smallest move that was confirmed by a plan; `nil` where the obstacle has no figure, or where no move that
    /// the catalogue permits helps.
    public var smallest: Relaxation?
    /// The largest move that was proven not to be enough; `nil` where none was.
    public var tooLittle: Relaxation?
    /// Whether the step below the smallest move was proven not to be enough.
    public var isSmallest = false
}
