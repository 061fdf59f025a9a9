/// When to stop a search for integers, and how to search.
public struct MixedLimits: Hashable, Sendable {
    /// Below 1 it is 1, above what GLPK can count it is without limit. With `presolve`, GLPK does not look at it while
    /// it solves the root.
    public var milliseconds = Int(Int32.max)
    /// Stop after so many nodes, the root being one.
    public var nodes = Int.max
    /// Stop once plan and bound are this near, relative to the plan.
    public var relativeGap = 0.0
    /// Let GLPK simplify the program first. Without, the program must have been solved to its optimum by `solve`, and
    /// the values of plans are seen while the search goes on.
    public var presolve = true
    public var cuts: Cuts = []

    public init() {}
}

/// Cutting planes that GLPK may add at the root and in the tree.
public struct Cuts: OptionSet, Hashable, Sendable {
    public let rawValue: Int32
    public init(rawValue: Int32) { self.rawValue = rawValue }

    public static let gomory = Cuts(rawValue: 1)
    public static let mixedRounding = Cuts(rawValue: 2)
    public static let cover = Cuts(rawValue: 4)
    public static let clique = Cuts(rawValue: 8)
}

/// Why a search for integers ended.
public enum MixedStop: Hashable, Sendable {
    case finished
    case timeLimit
    case nodeLimit
    case gapReached
    /// The caller asked for it.
    case stopped
    /// Without presolve, the program must be solved to its optimum first.
    case noOptimalBasis
    /// Even without integrality nothing is feasible.
    case relaxationInfeasible
    /// Without integrality the objective has no end; with integers it may have none either.
    case relaxationUnbounded
    case numericalTrouble
}

/// What is known of the best plan.
public enum PlanStatus: Hashable, Sendable {
    case undefined
    case feasible
    case optimal
    case provenNone
}

/// Three answers that are never mixed: why it stopped, what the plan is, how good any plan can be.
public struct MixedOutcome: Hashable, Sendable {
    public var stop: MixedStop
    public var plan: PlanStatus
    /// No plan has more, up to GLPK's tolerances. Nil where nothing is known, or where there is no plan.
    public var bound: Double?

    public init(stop: MixedStop, plan: PlanStatus, bound: Double?) {
        self.stop = stop
        self.plan = plan
        self.bound = bound
    }

    public var hasPlan: Bool { plan == .feasible || plan == .optimal }
}

/// A plan found while the search goes on.
public struct Incumbent: Hashable, Sendable {
    public var objective: Double
    public var bound: Double?
    /// One value a column. Nil with presolve: GLPK then works on another program, and maps back at the end.
    public var values: [Double]?
}
