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
    /// What an hour of one person is paid, whether or not wages vary with it.
    package let hourlyWage: Double

    package init(_ parameters: Parameters) {
        perKilometre = parameters.costPerKilometre
        hourlyWage = parameters.costPerHour
        perHour = parameters.wages == .variable ? hourlyWage : nil
    }

    /// Whether all plans cost the same: nothing.
    package var isNothing: Bool { perKilometre <= 0 && (perHour ?? 0) <= 0 }

    package func euros(kilometres: Double, hours: Double, persons: Int = 1) -> Double {
        road(kilometres: kilometres) + hours * (perHour ?? 0) * Double(persons)
    }

    package func road(kilometres: Double) -> Double { kilometres * perKilometre }

    /// The wages of the work, part of what a plan costs only where they vary.
    package func wages(personHours: Double) -> Double { personHours * hourlyWage }
}
