import GeoModel

/// R32: a stop keeps its weekday and its opening hours over the whole cycle.
/// Source: practice of itinerant services (bus of the Yonne).
public struct SameTime: Sendable {
    public let id = RuleID.r32

    public init() {}
}

extension SameTime: CheckingRule {
    public func violations(in plan: CheckedPlan) -> [Violation] {
        plan.services.flatMap { service in
            service.visitsByVenue.flatMap { venue, visits -> [Violation] in
                guard let usual = visits.first else { return [] }
                return visits.dropFirst().flatMap { other -> [Violation] in
                    let locus = PlanLocus(
                        service: service.service.id, week: other.day.week, weekday: other.day.weekday, subject: venue)
                    var found: [Violation] = []
                    if other.day.weekday != usual.day.weekday { found.append(Violation(id, .otherWeekday, at: locus)) }
                    if other.visit.openings != usual.visit.openings {
                        found.append(
                            Violation(
                                id, .otherStart, at: locus, found: other.visit.openings.first.map { .time($0.start) },
                                limit: usual.visit.openings.first.map { .time($0.start) }))
                    }
                    return found
                }
            }
        }
    }
}
