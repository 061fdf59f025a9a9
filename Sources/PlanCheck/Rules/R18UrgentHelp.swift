import GeoModel
import PlanningModel

/// R18: each listening slot has a listener able to give urgent psychological help, or the service names a relay.
/// Source: leaflet of the Caf du Nord.
public struct UrgentHelp: Sendable {
    public let id = RuleID.r18

    public init() {}
}

extension UrgentHelp: CheckingRule {
    public func applies(to plan: PlanView) -> Bool { !plan.scenario.listening.isEmpty }

    public func violations(in plan: PlanView) -> [Violation] {
        let able = Set(plan.scenario.staff.filter { $0.roles.contains(.urgentHelp) }.map(\.id))
        return plan.scenario.listening.filter(\.urgentRelay.isEmpty).flatMap { listening in
            plan.plan.shifts.filter { $0.service == listening.id && able.isDisjoint(with: $0.staff) }.map {
                Violation(
                    id, .noUrgentHelp, severity: .soft,
                    at: PlanLocus(service: listening.id, week: $0.week, weekday: $0.weekday))
            }
        }
    }
}
