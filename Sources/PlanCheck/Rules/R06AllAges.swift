import GeoModel
import PlanningModel

/// R06: a lieu ressources receives parents of children of all ages; single sessions may be for some.
/// Source: leaflet of the Caf du Nord.
public struct AllAges: Sendable {
    public let id = RuleID.r06

    public init() {}
}

extension AllAges: CheckingRule {
    public func applies(to plan: PlanView) -> Bool {
        plan.services.contains { $0.service.kind == .parentingResource }
    }

    public func violations(in plan: PlanView) -> [Violation] {
        plan.services.filter { $0.service.kind == .parentingResource && $0.service.ages != nil }.map { service in
            Violation(id, .limitedAges, at: PlanLocus(service: service.service.id))
        }
    }
}
