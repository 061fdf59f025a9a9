import LinearSolver

/// What the search cannot go on from.
enum SearchError: Error {
    case masterNotSolved(Outcome)
}
