/// Every tolerance of column generation, by name. In units of the objective unless said otherwise.
package enum Tolerance {
    /// A column enters the master when its reduced cost is above this.
    @inlinable package static var reducedCost: Double { 1e-6 }
    /// Reduced costs below this that bring no new column are rounding, and the master has converged.
    @inlinable package static var convergence: Double { 1e-3 }
    /// A cut enters when it is violated by more.
    @inlinable package static var violation: Double { 5e-7 }
    /// A value is integral when it is nearer to a whole number than this.
    @inlinable package static var integrality: Double { 1e-6 }
    /// The same for sums of many values, such as the days of a cycle.
    @inlinable package static var countIntegrality: Double { 1e-4 }
    /// What converged reduced costs may add to the value of a whole plan; far below a thousandth.
    @inlinable package static var fixing: Double { 1e-4 }
    /// An artificial column above this means that the master is infeasible.
    @inlinable package static var artificial: Double { 1e-7 }
    /// Added to a bound, in thousandths of a unit, before it is rounded down to whole thousandths: far above the
    /// rounding error of the sums, far below one thousandth.
    @inlinable package static var boundMargin: Double { 1e-4 }
    /// Added to a bound on whole scores before it is rounded down: above the rounding error of the sums.
    @inlinable package static var scoreMargin: Double { 1e-5 }
    /// How far below the score that is needed a bound must be to be rounded down below it.
    @inlinable package static var enough: Double { 1e-3 }
}
