import GeoModel
import PlanningModel

/// R03: at least two accueillants at a session of a lieu d'accueil enfants-parents; and, for every session of the
/// programme, as many as it says.
/// Source: Caf, référentiel LAEP.
public struct SessionStaff: Sendable {
    public let id = RuleID.r03
    /// The check's own: what a scenario takes where it says nothing is not looked at here.
    public static let laepMinimum = 2

    public init() {}

    public static func needed(_ kind: SessionKind) -> Int {
        kind.isLaep ? max(laepMinimum, kind.accueillants) : kind.accueillants
    }
}

extension SessionStaff: CheckingRule {
    public func applies(to plan: PlanView) -> Bool {
        plan.services.contains { $0.service.programme.contains { Self.needed($0) > 1 } }
    }

    private func counts(in plan: PlanView) -> [(locus: PlanLocus, found: Int, needed: Int)] {
        plan.services.flatMap { service in
            service.heldSessions.filter { Self.needed($0.kind) > 1 }.map { held in
                let crew = held.day.map {
                    plan.scenario.present(crew: $0.crew, week: $0.week, $0.weekday)
                }
                return (
                    PlanLocus(
                        service: service.service.id, week: held.session.week, weekday: held.session.weekday,
                        subject: held.session.venue),
                    (crew ?? []).count { $0.roles.contains(.accueillant) }, Self.needed(held.kind)
                )
            }
        }
    }

    public func violations(in plan: PlanView) -> [Violation] {
        counts(in: plan).filter { $0.found < $0.needed }.map {
            Violation(id, .tooFewAccueillants, at: $0.locus, found: .count($0.found), limit: .count($0.needed))
        }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        counts(in: plan).min { $0.found - $0.needed < $1.found - $1.needed }
            .map { (.count($0.found), .count($0.needed)) }
    }
}

extension PlanView.ServiceView {
    /// Sessions of the programme with the kind each is of and the round it is held on; `nil` where no opening holds it.
    public var heldSessions: [(session: PlannedSession, kind: SessionKind, day: DayRound?)] {
        let kinds = Dictionary(service.programme.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return plan.sessions.compactMap { session in
            kinds[session.kind].map { kind in
                let day = plan.days.first { day in
                    day.week == session.week && day.weekday == session.weekday
                        && day.visits.contains { visit in
                            visit.venue == session.venue
                                && visit.openings.contains {
                                    $0.start <= session.hours.start && session.hours.end <= $0.end
                                }
                        }
                }
                return (session, kind, day)
            }
        }
    }
}
