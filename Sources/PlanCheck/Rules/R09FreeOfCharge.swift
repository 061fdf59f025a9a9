import GeoModel
import PlanningModel

/// R09: free, or for a symbolic sum: rounds and fixed centres.
/// Source: leaflet of the Caf du Nord.
public struct FreeOfCharge: Sendable {
    public let id = RuleID.r09

    public init() {}
}

extension FreeOfCharge: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        let charges =
            plan.services.map { ($0.service.id, $0.service.charge) } + plan.scenario.centres.map { ($0.id, $0.charge) }
        return charges.compactMap { service, charge in
            let locus = PlanLocus(service: service)
            return switch charge {
            case .free, .symbolic: nil
            case .paid: Violation(id, .charged, severity: .soft, at: locus)
            case .unknown: Violation(id, .chargeUnknown, severity: .unknown, at: locus)
            }
        }
    }
}
