import GeoModel

/// Why a plan is not held against what it is held against.
package enum JudgementFailure: Error {
    /// A last day before the plan, or too long after its first.
    case untilOutside(CivilDate, first: CivilDate)
    /// Two plans whose cycles are not of one length.
    case otherCycle(before: Int, after: Int)
}
