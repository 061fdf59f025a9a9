import GeoModel
import PlanningModel

/// R14: near services families use: how far the nearest known one is from each stop, as the crow flies.
/// Source: leaflet of the Caf du Nord.
public struct NearServices: Sendable {
    public let id = RuleID.r14

    public init() {}
}

extension NearServices: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        let services = FamilyServices(plan.scenario.territory)
        return plan.stopCommunes.filter { stop in
            plan.venues[stop.venue].flatMap { services.nearest(to: $0.position) } == nil
        }.map {
            Violation(
                id, .noServiceKnown, severity: .unknown, at: PlanLocus(service: $0.service, subject: $0.venue))
        }
    }

    /// The farthest stop.
    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        let services = FamilyServices(plan.scenario.territory)
        return plan.stopCommunes.compactMap { stop in
            plan.venues[stop.venue].flatMap { services.nearest(to: $0.position)?.metres }
        }.max().map { (.metres(Metres($0)), nil) }
    }
}
