/// What the linear layer refuses, or could not do. No case ends the process.
public enum LinearError: Error, Hashable, Sendable {
    /// A number that is not finite, refused before GLPK sees it.
    case notFinite(where: String)
    /// A lower bound above its upper bound.
    case crossedBounds(where: String, lower: Double, upper: Double)
    case indexOutOfRange(where: String, index: Int, count: Int)
    /// The same row or column twice in one vector of coefficients: GLPK would abort.
    case duplicateIndex(where: String, index: Int)
    case badName(String)
    /// A problem without rows or columns: there is nothing to factorise.
    case emptyProblem
    /// The problem was made on another thread: using it there would abort.
    case wrongThread
    /// GLPK gave up; the environment of the thread and every problem in it are gone.
    case aborted(routine: String, message: String)
    /// The problem was lost when GLPK gave up earlier.
    case poisoned
    /// A code of GLPK that this version does not know.
    case unknownCode(routine: String, code: Int)
}
