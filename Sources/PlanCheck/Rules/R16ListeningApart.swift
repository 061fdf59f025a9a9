import GeoModel
import PlanningModel

/// R16: listening hours differ from the reception hours of the same service: they never overlap.
/// Source: leaflet of the Caf du Nord.
public struct ListeningApart: Sendable {
    public let id = RuleID.r16

    public init() {}
}

extension ListeningApart: CheckingRule {
    public func applies(to plan: PlanView) -> Bool { !plan.scenario.listening.isEmpty }

    public func violations(in plan: PlanView) -> [Violation] {
        plan.scenario.listening.flatMap { listening -> [Violation] in
            let besides = Set(listening.besides)
            return plan.plan.shifts.filter { $0.service == listening.id }.flatMap { shift -> [Violation] in
                let receptions =
                    plan.services.filter { besides.contains($0.service.id) }.flatMap(\.plan.days)
                    .filter { $0.week == shift.week && $0.weekday == shift.weekday }
                    .flatMap { $0.visits.flatMap(\.openings) }
                    + plan.plan.shifts.filter {
                        besides.contains($0.service) && $0.week == shift.week && $0.weekday == shift.weekday
                    }.map(\.hours)
                return receptions.filter { $0.start < shift.hours.end && shift.hours.start < $0.end }.map {
                    Violation(
                        id, .listeningDuringReception,
                        at: PlanLocus(service: listening.id, week: shift.week, weekday: shift.weekday),
                        found: .time(shift.hours.start), limit: .time($0.end))
                }
            }
        }
    }
}
