import GeoModel

/// R09: free, or for a symbolic sum.
/// Source: leaflet of the Caf du Nord.
public struct FreeOfCharge: Sendable {
    public let id = RuleID.r09

    public init() {}
}

extension FreeOfCharge: CheckingRule {
    public func violations(in plan: CheckedPlan) -> [Violation] {
        plan.services.compactMap { view in
            let locus = PlanLocus(service: view.service.id)
            return switch view.service.charge {
            case .free, .symbolic: nil
            case .paid: Violation(id, .charged, severity: .soft, at: locus)
            case .unknown: Violation(id, .chargeUnknown, severity: .unknown, at: locus)
            }
        }
    }
}
