import PlanningModel

/// What driving and working cost as the plan counts it: euros for a kilometre, and for an hour of one person where wages
/// are variable.
///
/// The one formula of the model: objective, budgets, figures of plans and comparisons all come here. The check
/// (`CostRecomputation`) and the audit (`AuditModel`) keep a formula of their own on purpose, so that a mistake made here
/// does not agree with itself there.
package struct RunningCost: Hashable, Sendable {
    package let perKilometre: Double
    /// `nil` where wages are fixed: hours then cost nothing more.
    package let perHour: Double?

    package init(_ parameters: Parameters) {
        perKilometre = parameters.costPerKilometre
        perHour = parameters.wages == .variable ? parameters.costPerHour : nil
    }

    /// Whether all plans cost the same: nothing.
    package var isNothing: Bool { perKilometre <= 0 && (perHour ?? 0) <= 0 }

    package func euros(kilometres: Double, hours: Double, persons: Int = 1) -> Double {
        kilometres * perKilometre + hours * (perHour ?? 0) * Double(persons)
    }
}
