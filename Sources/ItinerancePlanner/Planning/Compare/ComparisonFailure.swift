import PlanCheck
import PlanningModel

/// Why plans cannot be put side by side.
package enum ComparisonFailure: Error {
    /// A plan that is not what its file says, or does not pass the check.
    case invalidPlan(path: String, InvalidPlan)
    /// All that is wrong with several inputs.
    case refused([any Error])
    /// A scenario has no plan.
    case noPlan(path: String, PlanningFailure)
    /// Interrupted before the last scenario was planned.
    case interrupted(path: String)

    package struct InvalidPlan: Sendable {
        /// The fingerprint is not that of the scenario in the file.
        package var hasWrongFingerprint: Bool
        /// A check that finds fault; `nil` where it finds none.
        package var fault: (plan: Plan, check: PlanCheck)?

        package init(hasWrongFingerprint: Bool, fault: (plan: Plan, check: PlanCheck)?) {
            self.hasWrongFingerprint = hasWrongFingerprint
            self.fault = fault
        }
    }
}
