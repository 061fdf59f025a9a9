import GeoModel
import PlanningModel

/// R17: listening is anonymous. There is no place for a caller in a scenario or a plan: only hours, staff and counts, so
/// that the rule is kept by the format itself, which a test reads; and how to call is a word of a list, not free text.
/// Source: leaflet of the Caf du Nord.
public struct AnonymousListening: Sendable {
    public let id = RuleID.r17

    public init() {}
}

extension AnonymousListening: CheckingRule {
    public func applies(to plan: PlanView) -> Bool { !plan.scenario.listening.isEmpty }

    /// A channel that is not given says nothing of anybody.
    public func violations(in plan: PlanView) -> [Violation] {
        plan.scenario.listening.filter { !$0.channel.isEmpty && $0.listedChannel == nil }.map {
            Violation(id, .channelNotListed, at: PlanLocus(service: $0.id))
        }
    }
}
