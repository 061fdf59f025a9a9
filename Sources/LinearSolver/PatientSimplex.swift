extension LinearProblem {
    /// Maximises as `solve` does, in bouts, so that no single solve outlasts a limit and none goes round in circles.
    ///
    /// GLPK perturbs a program once a call where it stalls, and may then stall again for good: each bout gives it another
    /// try. A bout that moves nothing is followed by one of the other method, and those by a fresh basis. Work is counted
    /// in iterations, so that the answer does not depend on the machine's speed.
    ///
    /// - Parameter bout: iterations between two looks at the clock, and without progress before the method changes.
    /// - Returns: the outcome, its `stop` being `iterationLimit` where `shouldStop` came first or nothing helped.
    package mutating func solvePatiently(
        dual: Bool, bout: Int = 2_000, shouldStop: () -> Bool
    ) throws(LinearError) -> Outcome {
        var useDual = dual
        var failures = 0
        var last = -Double.infinity
        while true {
            let outcome = try solve(dual: useDual, iterationLimit: bout)
            if outcome.isOptimal { return outcome }
            if shouldStop() { return outcome }
            if outcome.stop == .iterationLimit {
                let value = try objective()
                let isMoving = abs(value - last) > 1e-9 * (1 + abs(value))
                last = value
                if isMoving { continue }
            }
            failures += 1
            switch failures {
            case 1: useDual = false
            case 2: useDual.toggle()
            case 3:
                try resetBasis()
                useDual = false
            case 4...Self.mostFailures: useDual.toggle()
            default: return outcome
            }
        }
    }

    private static let mostFailures = 12
}
