import GeoModel
import PlanningModel

/// R02: an accueillant is present whenever the service is open; a driver counts only if also accueillant.
/// Source: leaflet of the Caf du Nord.
public struct AccueillantPresent: Sendable {
    public let id = RuleID.r02

    public init() {}
}

extension AccueillantPresent: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        plan.receptions.filter { !$0.present.hasAccueillant }.map {
            Violation(id, .noAccueillant, at: $0.locus, found: .count(0), limit: .count(1))
        }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        plan.receptions.map { reception in reception.present.count { $0.roles.contains(.accueillant) } }.min()
            .map { (.count($0), .count(1)) }
    }
}

extension PlanView {
    /// A day on which parents are received, and who is there to do it.
    struct Reception {
        var locus: PlanLocus
        var present: [StaffMember]
    }

    /// Every day of a round with an opening, and every opening of a fixed centre.
    var receptions: [Reception] {
        let people = Dictionary(scenario.staff.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let centres = Set(scenario.centres.map(\.id))
        return services.flatMap { service in
            service.plan.days.filter { day in day.visits.contains { !$0.openings.isEmpty } }.map { day in
                Reception(
                    locus: PlanLocus(
                        service: service.service.id, week: day.week, weekday: day.weekday, subject: day.crew),
                    present: scenario.present(crew: day.crew, week: day.week, day.weekday))
            }
        }
            + plan.shifts.filter { centres.contains($0.service) }.map { shift in
                Reception(
                    locus: PlanLocus(service: shift.service, week: shift.week, weekday: shift.weekday),
                    present: shift.staff.compactMap { people[$0] }.filter { person in
                        scenario.present(crew: person.crew, week: shift.week, shift.weekday).contains(person)
                    })
            }
    }
}
