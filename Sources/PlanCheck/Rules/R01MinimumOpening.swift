import GeoModel
import PlanningModel

/// R01: each service opens at least a minimum of half-days in every week of the generic cycle: the same in all, but for
/// weeks for which fewer are agreed. At its own dates a week may hold fewer, for holidays, closures or absences: that is
/// reported. Source: leaflet of the Caf du Nord (2½ days, 5 half-days a week).
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

    /// The same at the dates of the cycle, in the same order.
    private func held(in plan: PlanView) -> [Int] {
        plan.services.flatMap { view in plan.weeks.map { plan.heldHalfDays(of: view, inWeek: $0).count } }
            + plan.scenario.centres.flatMap { centre in
                plan.weeks.map { plan.heldHalfDays(of: centre, inWeek: $0).count }
            }
    }

    public func violations(in plan: PlanView) -> [Violation] {
        zip(counts(in: plan), held(in: plan)).compactMap { usual, held in
            let least = minimum(inWeek: usual.week)
            let locus = PlanLocus(service: usual.service, week: usual.week)
            if usual.found < least {
                return Violation(id, .tooFewHalfDays, at: locus, found: .count(usual.found), limit: .count(least))
            }
            guard held < least else { return nil }
            return Violation(
                id, .tooFewHeldHalfDays, severity: .soft, at: locus, found: .count(held), limit: .count(least))
        }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        counts(in: plan).map { (found: $0.found, least: minimum(inWeek: $0.week)) }
            .min { ($0.found - $0.least, $0.found) < ($1.found - $1.least, $1.found) }
            .map { (.count($0.found), .count($0.least)) }
    }
}
