import GeoModel
import PlanningModel

/// R35: closed on public holidays; school holidays of zone B known; dates beyond the calendar are not covered.
/// Source: Code du travail, L3133-1; calendar of the Éducation nationale (Lille is in zone B).
public struct Holidays: Sendable {
    public let id = RuleID.r35

    public init() {}
}

extension Holidays: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        let scenario = plan.plan.scenario
        var found: [Violation] = []
        if scenario.firstMonday.weekday != .monday { found.append(Violation(id, .notAMonday, at: PlanLocus())) }
        for service in plan.services {
            for week in plan.weeks {
                let usual = service.halfDays(inWeek: week, plan.parameters)
                for weekday in Weekday.allCases {
                    let closure = scenario.closure(week: week, weekday)
                    let lost = usual.count { $0.weekday == weekday }
                    guard let closure, lost > 0 else { continue }
                    let kind: Violation.Kind =
                        switch closure {
                        case .publicHoliday: .publicHoliday
                        case .schoolHoliday: .schoolHoliday
                        case .notCovered: .notCovered
                        }
                    found.append(
                        Violation(
                            id, kind, severity: kind == .notCovered ? .unknown : .soft,
                            at: PlanLocus(service: service.service.id, week: week, weekday: weekday),
                            found: .count(lost)))
                }
            }
        }
        return found
    }
}
