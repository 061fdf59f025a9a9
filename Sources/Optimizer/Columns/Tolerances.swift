/// Every tolerance of the optimizer, by name. Points of need unless said otherwise.
enum Tolerance {
    /// A column enters the master when its reduced cost is above this.
    static let reducedCost = 1e-6
    /// Reduced costs below this that bring no new column are rounding, and the master has converged.
    static let convergence = 1e-3
    /// A cut enters when it is violated by more.
    static let violation = 5e-7
    /// A value is integral when it is nearer to a whole number than this.
    static let integrality = 1e-6
    /// The same for sums of many values, such as the days of a cycle.
    static let countIntegrality = 1e-4
    /// What converged reduced costs may add to the value of a whole plan; far below a thousandth.
    static let fixing = 1e-4
    /// An artificial column above this means the master is infeasible.
    static let artificial = 1e-7
    /// Added to a bound, in thousandths of a point, before it is rounded down to whole thousandths:
    /// far above the rounding error of the sums, far below one unit.
    static let boundMargin = 1e-4
    /// Added to a bound on whole scores before it is rounded down: above the rounding error of the sums.
    static let scoreMargin = 1e-5
    /// How far below the score that is needed a bound must be to be rounded down below it.
    static let enough = 1e-3
}
