import CGLPK

extension LinearProblem {
    /// Maximises by the simplex method, integer columns taken as continuous, warm from the basis at hand. Numerical
    /// trouble starts again from a fresh basis.
    public mutating func solve(
        dual: Bool, iterationLimit: Int = Int(Int32.max), milliseconds: Int = Int(Int32.max)
    ) throws(LinearError) -> Outcome {
        let problem = try live()
        guard rowCount > 0, columnCount > 0, glp_get_num_nz(problem) > 0 else { throw .emptyProblem }
        let limit = Int32(clamping: max(0, iterationLimit))
        let time = Int32(clamping: max(1, milliseconds))
        isSolved = false
        var code = itn_simplex(problem, dual ? 1 : 0, limit, time)
        if code == GLP_EBADB || code == GLP_ESING || code == GLP_ECOND || code == GLP_EFAIL {
            try check(itn_reset_basis(problem), "glp_std_basis")
            code = itn_simplex(problem, 0, limit, time)
        }
        try check(code, "glp_simplex")
        let outcome = Outcome(
            stop: try SolveStop(code: code), primal: try SolutionStatus(code: glp_get_prim_stat(problem)),
            dual: try SolutionStatus(code: glp_get_dual_stat(problem)))
        isSolved = outcome.isOptimal
        return outcome
    }
}

extension SolveStop {
    /// What a return code of `glp_simplex` means; one we do not know is an error, never a guess.
    package init(code: Int32) throws(LinearError) {
        switch code {
        case 0: self = .finished
        case GLP_EITLIM: self = .iterationLimit
        case GLP_ETMLIM: self = .timeLimit
        case GLP_EBADB, GLP_ESING, GLP_ECOND: self = .badBasis
        case GLP_EFAIL, GLP_EOBJLL, GLP_EOBJUL: self = .numericalTrouble
        default: throw .unknownCode(routine: "glp_simplex", code: Int(code))
        }
    }
}

extension SolutionStatus {
    package init(code: Int32) throws(LinearError) {
        switch code {
        case GLP_UNDEF: self = .undefined
        case GLP_FEAS: self = .feasible
        case GLP_INFEAS: self = .infeasible
        case GLP_NOFEAS: self = .provenNone
        default: throw .unknownCode(routine: "glp_get_prim_stat", code: Int(code))
        }
    }
}
