import Foundation
import LinearSolver

/// When the search for one instance ends, and where its chance comes from.
package struct TeamOrienteeringLimits: Sendable {
    package var seconds: Double
    package var seed: UInt64

    package init(seconds: Double, seed: UInt64) {
        self.seconds = seconds
        self.seed = seed
    }
}

/// What is known of an instance when the search ends.
package struct TeamOrienteeringResult: Sendable {
    /// Tours by the numbers of the file, counted from 1, without the ends.
    package var tours: [[Int]]
    package var score: Int
    /// No plan scores more.
    package var bound: Int
    /// The bound when the relaxation of the root was solved, or as far as it came.
    package var rootBound: Int
    package var nodes: Int
    package var columns: Int
    package var isProven: Bool { score >= bound }
}

/// An instance with its result.
package struct TeamOrienteeringSolved: Sendable {
    package var instance: TeamOrienteeringInstance
    package var result: TeamOrienteeringResult
    package var seconds: Double
    package var seed: UInt64
}

package enum TeamOrienteeringSolver {
    /// Solves each instance until proven or out of time, `width` at once, each on a thread of its own.
    ///
    /// - Parameter done: called once for each instance as it ends, one call at a time.
    /// - Returns: what `done` made of each, in the order of the instances.
    /// - Throws: `LinearError` where GLPK gave up.
    package static func solve<T: Sendable>(
        _ instances: [TeamOrienteeringInstance], _ limits: TeamOrienteeringLimits, width: Int,
        shouldStop: @escaping @Sendable () -> Bool = { false },
        done: @escaping @Sendable (TeamOrienteeringSolved) -> T
    ) throws -> [T] {
        let turn = NSLock()
        return try SolverThread.run(
            instances.map { instance in
                { @Sendable () throws -> T in
                    let start = ContinuousClock.now
                    let end = start + .seconds(limits.seconds)
                    let result = try solve(
                        instance, seed: limits.seed, shouldStop: { shouldStop() || ContinuousClock.now >= end })
                    let solved = TeamOrienteeringSolved(
                        instance: instance, result: result, seconds: (ContinuousClock.now - start) / .seconds(1),
                        seed: limits.seed)
                    return turn.withLock { done(solved) }
                }
            }, width: width)
    }

    /// Solves on the calling thread, which must be one of `SolverThread`.
    ///
    /// - Parameter trace: told how the search goes, for those who work on it.
    package static func solve(
        _ instance: TeamOrienteeringInstance, seed: UInt64, shouldStop: @escaping () -> Bool,
        trace: ((String) -> Void)? = nil
    ) throws -> TeamOrienteeringResult {
        var search = try TourBranchAndPrice.root(instance, seed: seed, shouldStop: shouldStop, trace: trace)
        search.run()
        return search.result
    }
}
