import Optimizer
import Routing

/// What a use case tells while it works: whoever asked for it shows what is of use.
package enum PlanningProgress: Sendable {
    case search(SolveProgress)
    /// Visits of the plan that a search began with, which have no place in the plan found.
    case leftOut([LeftOutVisit])
    /// A scenario of several is planned: which one, and how many there are.
    case scenario(path: String, turn: Int, count: Int)
    case front(FrontProgress, wanted: Int)
    /// The least change of a service is looked for.
    case leastChange(service: String)
    /// A draw of the weights of needs.
    case weightDraw(Int, of: Int)
    /// So many questions have been answered for an explanation.
    case answered(Int)
    /// Whether all promises of a service can be kept together.
    case promises
    /// So many scenarios of a grid are done; the cell that was last.
    case cells(Int, of: Int, last: String)
    /// The file of a cell is damaged: the cell is solved again.
    case damagedCell(String)
    case travel(MatrixFetch.Progress)
}

/// Takes what is told, on any thread.
package typealias ProgressReport = @Sendable (PlanningProgress) -> Void
