import GeoModel
import PlanningModel

/// R16: listening hours differ from the reception hours of the scenario, or of those services that it is said to stand beside:
/// they never overlap.
/// Source: leaflet of the Caf du Nord.
public struct ListeningApart: Sendable {
    public let id = RuleID.r16

    public init() {}
}

extension ListeningApart: CheckingRule {
    public func applies(to plan: PlanView) -> Bool { !plan.scenario.listening.isEmpty }

    public func violations(in plan: PlanView) -> [Violation] {
        let centres = Set(plan.scenario.centres.map(\.id))
        return plan.scenario.listening.flatMap { listening -> [Violation] in
            plan.plan.shifts.filter { $0.service == listening.id }.flatMap { shift -> [Violation] in
                let receptions =
                    plan.services.filter { listening.isBeside($0.service.id) }.flatMap(\.plan.days)
                    .filter { $0.week == shift.week && $0.weekday == shift.weekday }
                    .flatMap { $0.visits.flatMap(\.openings) }
                    + plan.plan.shifts.filter {
                        centres.contains($0.service) && listening.isBeside($0.service) && $0.week == shift.week
                            && $0.weekday == shift.weekday
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

    /// Share of the listening hours outside of Monday to Friday 9 to 17.
    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        let listening = Set(plan.scenario.listening.map(\.id))
        let shifts = plan.plan.shifts.filter { listening.contains($0.service) }
        let all = shifts.reduce(0) { $0 + $1.hours.length.count }
        guard all > 0 else { return nil }
        let office = shifts.filter { $0.weekday <= .friday }.reduce(0) {
            $0 + $1.hours.shared(with: Self.officeHours).count
        }
        return (.share(Double(all - office) / Double(all)), nil)
    }

    static let officeHours = Interval(start: Minutes(9 * 60), end: Minutes(17 * 60))
}
