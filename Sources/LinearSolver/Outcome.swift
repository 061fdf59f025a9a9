/// Why a solve ended. GLPK's return codes, each once.
public enum SolveStop: Hashable, Sendable {
    case finished
    case iterationLimit
    case timeLimit
    /// The basis handed over was singular or ill-conditioned, or has the wrong size.
    case badBasis
    case numericalTrouble
}

/// What is known of a primal or a dual solution.
public enum SolutionStatus: Hashable, Sendable {
    case undefined
    case feasible
    case infeasible
    case provenNone
}

/// Three answers that are never mixed: why it stopped, the primal, the dual.
public struct Outcome: Hashable, Sendable {
    public var stop: SolveStop
    public var primal: SolutionStatus
    public var dual: SolutionStatus

    public var isOptimal: Bool { stop == .finished && primal == .feasible && dual == .feasible }
    public var isInfeasible: Bool { stop == .finished && primal == .provenNone }
}
