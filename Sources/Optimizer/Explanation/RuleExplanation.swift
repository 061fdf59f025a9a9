import GeoModel
import PlanningModel

/// What a rule costs a service: its limit moved, and the service solved again.
public struct RuleExplanation: Sendable {
    public var service: String
    public var rule: RuleID
    public var obstacle: Obstacle
    /// Empty where the catalogue of parameters permits no move.
    public var trials: [RelaxationTrial]
    /// For each trial, what the duals of the relaxation made of it before it was solved: points in 4 weeks. `nil` where
    /// the rule is no row of the model, or where the plan reaches all need at no cost, so that its bound needs no duals.
    public var estimates: [Double?]
}
