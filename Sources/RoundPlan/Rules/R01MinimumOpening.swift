import GeoModel

/// R01: each service opens at least `minimum` half-days in every week of the generic cycle.
/// Source: leaflet of the Caf du Nord (2½ days, 5 half-days a week).
public struct MinimumOpening: Sendable {
    public let id = RuleID.r01
    public var minimum: Int

    public init(_ parameters: Parameters) { minimum = parameters.minimumHalfDays }
}

extension MinimumOpening: CheckingRule {
    /// Half-days of each service and fixed centre in each week.
    private func counts(in plan: CheckedPlan) -> [(service: String, week: Int, found: Int)] {
        plan.services.flatMap { view in
            plan.weeks.map { (view.service.id, $0, view.halfDays(inWeek: $0, plan.parameters).count) }
        }
            + plan.scenario.centres.flatMap { centre in
                plan.weeks.map { (centre.id, $0, plan.halfDays(of: centre, inWeek: $0).count) }
            }
    }

    public func violations(in plan: CheckedPlan) -> [Violation] {
        counts(in: plan).filter { $0.found < minimum }.map {
            Violation(
                id, .tooFewHalfDays, at: PlanLocus(service: $0.service, week: $0.week), found: .count($0.found),
                limit: .count(minimum))
        }
    }

    public func margin(in plan: CheckedPlan) -> (found: Amount, limit: Amount?)? {
        counts(in: plan).map(\.found).min().map { (.count($0), .count(minimum)) }
    }
}
