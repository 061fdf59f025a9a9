import GeoModel
import PlanningModel

/// R29: the staff knows its schedule seven days before the first day.
/// Source: ALISFA.
public struct ScheduleKnown: Sendable {
    public let id = RuleID.r29
    public var days: Int

    public init(_ parameters: Parameters) { days = parameters.noticeDays }
}

extension ScheduleKnown: CheckingRule {
    private func notice(_ plan: PlanView) -> Int? {
        plan.scenario.publishedOn.map { plan.scenario.firstMonday.dayNumber - $0.dayNumber }
    }

    public func violations(in plan: PlanView) -> [Violation] {
        guard let notice = notice(plan) else {
            return [Violation(id, .publicationUnknown, severity: .unknown, at: PlanLocus())]
        }
        guard notice < days else { return [] }
        return [
            Violation(
                id, .lateSchedule, severity: .soft, at: PlanLocus(), found: .count(notice), limit: .count(days))
        ]
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        notice(plan).map { (.count($0), .count(days)) }
    }
}
