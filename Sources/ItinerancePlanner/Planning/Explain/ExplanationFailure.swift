import PlanCheck
import PlanningModel

/// Why something cannot be explained.
package enum ExplanationFailure: Error {
    case unknownWeek(Int, of: Int)
    case unknownVan(String, known: [String])
    /// The check finds fault with the plan that serves a commune.
    case notConfirmed(commune: String, Plan, PlanCheck)
}
