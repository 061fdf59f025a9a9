import GeoModel
import PlanningModel

/// R17: listening is anonymous. There is no place for a caller in a scenario or a plan: only hours, staff and counts, so
/// that the rule is kept by the format itself, which a test reads.
/// Source: leaflet of the Caf du Nord.
public struct AnonymousListening: Sendable {
    public let id = RuleID.r17

    public init() {}
}

extension AnonymousListening: CheckingRule {
    public func applies(to plan: PlanView) -> Bool { !plan.scenario.listening.isEmpty }
    public func violations(in plan: PlanView) -> [Violation] { [] }
}
