/// Why plans cannot be put side by side.
package enum ComparisonFailure: Error {
    /// All that is wrong with several inputs.
    case refused([any Error])
    /// A scenario has no plan.
    case noPlan(path: String, PlanningFailure)
    /// Interrupted before the last scenario was planned.
    case interrupted(path: String)
}
