import LinearSolver

/// Runs one piece of work on a solver thread and hands its result back.
package func onSolverThread<T: Sendable>(_ work: @escaping @Sendable () throws -> T) throws -> T {
    try SolverThread.run([work], width: 1)[0]
}
