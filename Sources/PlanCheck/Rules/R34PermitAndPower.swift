import GeoModel
import PlanningModel

/// R34: a permit to park valid on each date of a visit, and power at the stop or in the van.
/// Source: practice of itinerant services.
public struct PermitAndPower: Sendable {
    public let id = RuleID.r34

    public init() {}
}

extension PermitAndPower: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        let permits = Set(plan.scenario.territory.permits.map(\.venue))
        let power = plan.premises.compactMap { locus, premises in
            Violation.of(id, premises.power, absent: .noPower, unknown: .powerUnknown, at: locus)
        }
        let parking = plan.services.flatMap { service in
            service.visitsByVenue.flatMap { venue, visits -> [Violation] in
                guard permits.contains(venue) else {
                    let locus = PlanLocus(service: service.service.id, subject: venue)
                    return [Violation(id, .permitUnknown, severity: .unknown, at: locus)]
                }
                return visits.filter { visit in
                    let date = plan.scenario.date(week: visit.day.week, visit.day.weekday)
                    return plan.serving.permit(at: venue, on: date) != nil
                }.map {
                    Violation(
                        id, .permitExpired,
                        at: PlanLocus(
                            service: service.service.id, week: $0.day.week, weekday: $0.day.weekday, subject: venue))
                }
            }
        }
        return power + parking
    }
}
