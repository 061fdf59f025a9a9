import GeoModel

/// R01: each service opens at least `minimum` half-days in every week of the generic cycle.
/// Source: leaflet of the Caf du Nord (2½ days, 5 half-days a week).
public struct MinimumOpening: Sendable {
    public let id = RuleID.r01
    public var minimum: Int

    public init(_ parameters: Parameters) { minimum = parameters.minimumHalfDays }
}

extension MinimumOpening: CheckingRule {
    public func violations(in plan: CheckedPlan) -> [Violation] {
        plan.services.flatMap { service in
            plan.weeks.compactMap { week in
                let found = service.halfDays(inWeek: week, plan.parameters).count
                guard found < minimum else { return nil }
                return Violation(
                    id, .tooFewHalfDays, at: PlanLocus(service: service.service.id, week: week), found: .count(found),
                    limit: .count(minimum))
            }
        }
    }

    public func margin(in plan: CheckedPlan) -> (found: Amount, limit: Amount)? {
        plan.services.flatMap { service in plan.weeks.map { service.halfDays(inWeek: $0, plan.parameters).count } }
            .min().map { (.count($0), .count(minimum)) }
    }
}
