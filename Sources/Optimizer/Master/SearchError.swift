import LinearSolver

/// A failure that ends the search.
enum SearchError: Error {
    case masterNotSolved(Outcome)
}
