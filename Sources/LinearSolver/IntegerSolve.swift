import CGLPK

extension LinearProblem {
    /// Maximises over integers by branch and cut.
    ///
    /// - Parameters:
    ///   - shouldStop: asked at every event of the search, on this thread; not while a single relaxation is solved.
    ///   - onIncumbent: called with each better plan. What it throws ends the search and is thrown on from here.
    /// - Throws: `LinearError`, and what `onIncumbent` throws.
    public mutating func solveInteger(
        _ limits: MixedLimits = MixedLimits(), shouldStop: (() -> Bool)? = nil,
        onIncumbent: @escaping (Incumbent) throws -> Void
    ) throws -> MixedOutcome {
        let watcher = Watcher(columnCount: limits.presolve ? nil : columnCount, shouldStop, onIncumbent)
        let outcome = try solveInteger(limits, watcher)
        if let failure = watcher.failure { throw failure }
        return outcome
    }

    /// Maximises over integers by branch and cut; `shouldStop` is asked at every event of the search, on this thread.
    public mutating func solveInteger(
        _ limits: MixedLimits = MixedLimits(), shouldStop: (() -> Bool)? = nil
    ) throws(LinearError) -> MixedOutcome {
        try solveInteger(limits, Watcher(columnCount: nil, shouldStop, nil))
    }

    private mutating func solveInteger(_ limits: MixedLimits, _ watcher: Watcher) throws(LinearError) -> MixedOutcome {
        let problem = try live()
        guard rowCount > 0, columnCount > 0, glp_get_num_nz(problem) > 0 else { throw .emptyProblem }
        guard limits.relativeGap.isFinite, limits.relativeGap >= 0 else { throw .notFinite(where: "relative gap") }
        isSearched = false
        guard limits.presolve || isSolved else {
            return MixedOutcome(stop: .noOptimalBasis, plan: .undefined, bound: nil)
        }
        var raw = itn_limits(
            presolve: limits.presolve ? 1 : 0, cuts: limits.cuts.rawValue,
            milliseconds: Int32(clamping: max(1, limits.milliseconds)),
            node_limit: limits.nodes == .max ? -1 : Int32(clamping: max(0, limits.nodes)),
            relative_gap: limits.relativeGap)
        // The root's optimum bounds all plans before the search has said anything.
        let root = isSolved ? glp_get_obj_val(problem) : nil
        var last = itn_progress()
        let code = withExtendedLifetime(watcher) {
            itn_intopt(
                problem, &raw,
                { context, progress in
                    guard let context, let progress else { return 0 }
                    return Unmanaged<Watcher>.fromOpaque(context).takeUnretainedValue().look(progress.pointee) ? 1 : 0
                }, Unmanaged.passUnretained(watcher).toOpaque(), &last)
        }
        try check(code, "glp_intopt")
        isSearched = true
        let stop = try MixedStop(
            code: code, isAsked: watcher.hasStopped, atNodeLimit: limits.nodes < .max && last.nodes > limits.nodes)
        let plan = try PlanStatus(code: glp_mip_status(problem))
        return MixedOutcome(
            stop: stop, plan: plan,
            bound: Self.bound(
                plan, objective: glp_mip_obj_val(problem), tree: last.has_bound != 0 ? last.bound : nil, root: root))
    }

    /// A node that can hold nothing better than the plan is no longer in the tree, so its bound may be below the plan.
    private static func bound(_ plan: PlanStatus, objective: Double, tree: Double?, root: Double?) -> Double? {
        let open = [tree, root].compactMap { $0 }.min()
        return switch plan {
        case .optimal: objective
        case .feasible: open.map { max($0, objective) }
        case .undefined: open
        case .provenNone: nil
        }
    }

    /// The objective of the best plan; nil where there is none.
    public func plannedObjective() throws(LinearError) -> Double? {
        try hasPlan() ? glp_mip_obj_val(try live()) : nil
    }

    /// The best plan's value of each column; nil where there is none.
    public func plannedValues() throws(LinearError) -> [Double]? {
        guard try hasPlan() else { return nil }
        let problem = try live()
        return (0..<columnCount).map { glp_mip_col_val(problem, Int32($0 + 1)) }
    }

    private func hasPlan() throws(LinearError) -> Bool {
        let status = glp_mip_status(try live())
        return isSearched && (status == GLP_OPT || status == GLP_FEAS)
    }
}

/// What GLPK calls back during a search. Nothing leaves `look` but by returning: GLPK's frames are not ours to unwind.
private final class Watcher {
    private let columnCount: Int?
    private let shouldStop: (() -> Bool)?
    private let onIncumbent: ((Incumbent) throws -> Void)?
    private(set) var failure: (any Error)?
    private(set) var hasStopped = false

    init(columnCount: Int?, _ shouldStop: (() -> Bool)?, _ onIncumbent: ((Incumbent) throws -> Void)?) {
        self.columnCount = columnCount
        self.shouldStop = shouldStop
        self.onIncumbent = onIncumbent
    }

    /// Whether the search shall end.
    func look(_ progress: itn_progress) -> Bool {
        // GLPK may go on a little after it was asked to end.
        guard !hasStopped else { return true }
        if progress.has_new_plan != 0, let onIncumbent {
            do {
                try onIncumbent(incumbent(progress))
            } catch {
                failure = error
                hasStopped = true
            }
        }
        if !hasStopped, let shouldStop, shouldStop() { hasStopped = true }
        return hasStopped
    }

    private func incumbent(_ progress: itn_progress) -> Incumbent {
        Incumbent(
            objective: progress.objective,
            bound: progress.has_bound != 0 ? max(progress.bound, progress.objective) : nil,
            values: columnCount.map { count in (0..<count).map { glp_mip_col_val(progress.problem, Int32($0 + 1)) } })
    }
}

extension MixedStop {
    /// What a return code of `glp_intopt` means; one we do not know is an error, never a guess.
    package init(code: Int32, isAsked: Bool = false, atNodeLimit: Bool = false) throws(LinearError) {
        switch code {
        case 0: self = .finished
        case GLP_ETMLIM: self = .timeLimit
        case GLP_EMIPGAP: self = .gapReached
        case GLP_ESTOP: self = !isAsked && atNodeLimit ? .nodeLimit : .stopped
        case GLP_EROOT: self = .noOptimalBasis
        case GLP_ENOPFS: self = .relaxationInfeasible
        case GLP_ENODFS: self = .relaxationUnbounded
        case GLP_EFAIL: self = .numericalTrouble
        default: throw .unknownCode(routine: "glp_intopt", code: Int(code))
        }
    }
}

extension PlanStatus {
    package init(code: Int32) throws(LinearError) {
        switch code {
        case GLP_UNDEF: self = .undefined
        case GLP_OPT: self = .optimal
        case GLP_FEAS: self = .feasible
        case GLP_NOFEAS: self = .provenNone
        default: throw .unknownCode(routine: "glp_mip_status", code: Int(code))
        }
    }
}
