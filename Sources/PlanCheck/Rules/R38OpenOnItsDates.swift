import GeoModel
import PlanningModel

/// R38: nothing on a date of the cycle on which the venue or the fixed centre's venue is closed.
///
/// Of the other things that R38 speaks of each has its rule: permits R34, prisons R19, people who are away R02, R03 and R30,
/// the hours of venues their commitment. A holiday breaks nothing: the cycle is the usual week, and R35 tells of them.
/// Source: common sense; a visit that cannot take place helps nobody.
public struct OpenOnItsDates: Sendable {
    public let id = RuleID.r38

    public init() {}
}

extension OpenOnItsDates: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        let serving = plan.serving
        guard serving.knowsClosures else { return [] }
        func closed(_ service: String, _ week: Int, _ weekday: Weekday, _ venue: String) -> Violation? {
            serving.closedVisit(at: venue, on: plan.scenario.date(week: week, weekday)).map { _ in
                Violation(
                    id, .placeClosed, at: PlanLocus(service: service, week: week, weekday: weekday, subject: venue))
            }
        }
        let rounds = plan.services.flatMap { view in
            view.plan.days.flatMap { day in
                day.visits.compactMap { closed(view.service.id, day.week, day.weekday, $0.venue) }
            }
        }
        let venues = Dictionary(
            plan.scenario.centres.map { ($0.id, $0.venue) }, uniquingKeysWith: { first, _ in first })
        let centres = plan.plan.shifts.compactMap { shift in
            venues[shift.service].flatMap { closed(shift.service, shift.week, shift.weekday, $0) }
        }
        var seen: Set<PlanLocus> = []
        return (rounds + centres).filter { seen.insert($0.locus).inserted }
    }
}
