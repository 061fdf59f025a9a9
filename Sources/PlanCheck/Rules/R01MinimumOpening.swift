import GeoModel
import PlanningModel

/// R01: each service opens at least a minimum of half-days in every week of the generic cycle: the same in all, but for
/// weeks for which fewer are agreed. Source: leaflet of the Caf du Nord (2½ days, 5 half-days a week).
public struct MinimumOpening: Sendable {
    public let id = RuleID.r01
    private let parameters: Parameters

    public init(_ parameters: Parameters) { self.parameters = parameters }

    /// - Parameter week: of the cycle, from 1.
    public func minimum(inWeek week: Int) -> Int { parameters.minimumHalfDays(inWeek: week) }
}

extension MinimumOpening: CheckingRule {
    /// Half-days of each service and fixed centre in each week.
    private func counts(in plan: PlanView) -> [(service: String, week: Int, found: Int)] {
        plan.services.flatMap { view in
            plan.weeks.map { (view.service.id, $0, view.halfDays(inWeek: $0, plan.parameters).count) }
        }
            + plan.scenario.centres.flatMap { centre in
                plan.weeks.map { (centre.id, $0, plan.halfDays(of: centre, inWeek: $0).count) }
            }
    }

    public func violations(in plan: PlanView) -> [Violation] {
        counts(in: plan).filter { $0.found < minimum(inWeek: $0.week) }.map {
            Violation(
                id, .tooFewHalfDays, at: PlanLocus(service: $0.service, week: $0.week), found: .count($0.found),
                limit: .count(minimum(inWeek: $0.week)))
        }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        counts(in: plan).map { (found: $0.found, least: minimum(inWeek: $0.week)) }
            .min { ($0.found - $0.least, $0.found) < ($1.found - $1.least, $1.found) }
            .map { (.count($0.found), .count($0.least)) }
    }
}
