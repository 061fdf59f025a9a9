import PlanAnalysis

/// Why access is not measured.
package enum CoverageFailure: Error {
    /// No commune has the figure that people are counted by.
    case noWeight(CoverageWeight)
}
