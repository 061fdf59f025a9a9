/// What the linear layer refuses, or could not do. No case ends the process.
public enum LinearError: Error, Hashable, Sendable {
    /// A number that is not finite, refused before GLPK sees it.
    case notFinite(where: String)
    /// A lower bound above its upper bound.
    case crossedBounds(where: String, lower: Double, upper: Double)
    /// A bound of an integer column that is not whole.
    case fractionalBound(where: String, value: Double)
    case indexOutOfRange(where: String, index: Int, count: Int)
    /// The same row or column twice in one vector of coefficients: GLPK would abort.
    case duplicateIndex(where: String, index: Int)
    /// Not 255 printable ASCII characters at most, or one that a file would take for something else.
    case badName(String)
    /// Two rows, or two columns, of one name: no file could tell them apart.
    case duplicateName(String)
    /// A problem without rows or columns: there is nothing to factorise.
    case emptyProblem
    /// A basis of so many basic rows and columns for a problem of so many rows.
    case wrongBasis(basic: Int, rows: Int)
    /// The problem was made on another thread: using it there would abort.
    case wrongThread
    /// Called from a closure that GLPK is calling: an error of GLPK could not be survived there.
    case insideCallback
    /// GLPK gave up; the environment of the thread and every problem in it are gone.
    case aborted(routine: String, message: String)
    /// The problem was lost when GLPK gave up earlier, on this problem or on another of its thread.
    case poisoned
    /// A code of GLPK that this version does not know.
    case unknownCode(routine: String, code: Int)
    /// A GLPK older than the layer is written for.
    case unsupportedVersion(found: String, oldest: String)
    /// A GLPK built without an environment of its own for each thread.
    case threadsUnsupported
    /// The file could not be written in full; `code` is `errno`.
    case notWritten(path: String, code: Int32)
    /// The file is not there, or not what it should be.
    case notRead(path: String)
}
