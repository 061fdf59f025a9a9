import GeoModel
import PlanningModel

/// R08: over the cycle each of the five missions has a session, and the programme is held as often as it says.
/// Information and welcome are given at every opening.
/// Source: leaflet of the Caf du Nord.
public struct FiveMissions: Sendable {
    public let id = RuleID.r08

    public init() {}
}

extension FiveMissions: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        plan.services.flatMap { view -> [Violation] in
            let locus = PlanLocus(service: view.service.id)
            guard !view.service.programme.isEmpty else {
                return [Violation(id, .programmeUnknown, severity: .unknown, at: locus)]
            }
            let held = view.heldSessions
            var found = held.filter { $0.day == nil }.map {
                Violation(
                    id, .sessionWithoutOpening, severity: .soft,
                    at: PlanLocus(
                        service: view.service.id, week: $0.session.week, weekday: $0.session.weekday,
                        subject: $0.kind.id))
            }
            for kind in view.service.programme {
                let count = held.count { $0.kind.id == kind.id && $0.day != nil } * plan.parameters.cyclesInFourWeeks
                guard count < kind.timesInFourWeeks else { continue }
                found.append(
                    Violation(
                        id, .sessionNotHeld, severity: .soft,
                        at: PlanLocus(service: view.service.id, subject: kind.id), found: .count(count),
                        limit: .count(kind.timesInFourWeeks)))
            }
            let covered = view.missionsCovered
            for mission in Mission.allCases where !covered.contains(mission) {
                found.append(
                    Violation(
                        id, .missionMissing, severity: .soft,
                        at: PlanLocus(service: view.service.id, subject: mission.rawValue)))
            }
            return found
        }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        plan.services.filter { !$0.service.programme.isEmpty }.map(\.missionsCovered.count).min()
            .map { (.count($0), .count(Mission.allCases.count)) }
    }
}

extension PlanView.ServiceView {
    /// Missions with a session in the cycle.
    public var missionsCovered: Set<Mission> {
        let opens = plan.days.contains { day in day.visits.contains { !$0.openings.isEmpty } }
        return Set(heldSessions.filter { $0.day != nil }.map(\.kind.mission))
            .union(opens ? [.information, .welcome] : [])
    }
}
