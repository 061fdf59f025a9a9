import GeoModel

/// R33: the visits of a stop are evenly spaced, across the end of the cycle too.
/// Source: Savaşer and Kara, 2022 (mobile healthcare with periodic visits).
public struct EvenSpacing: Sendable {
    public let id = RuleID.r33

    public init() {}
}

extension EvenSpacing: CheckingRule {
    public func violations(in plan: CheckedPlan) -> [Violation] {
        let cycleDays = plan.parameters.cycleWeeks * 7
        return plan.services.flatMap { service in
            service.visitsByVenue.compactMap { venue, visits -> Violation? in
                let days = visits.map { ($0.day.week - 1) * 7 + $0.day.weekday.rawValue }.sorted()
                let gaps = days.indices.map { index in
                    (index == days.count - 1 ? days[0] + cycleDays : days[index + 1]) - days[index]
                }
                guard let longest = gaps.max(), let shortest = gaps.min(), longest > shortest else { return nil }
                return Violation(
                    id, .uneven, at: PlanLocus(service: service.service.id, subject: venue), found: .count(longest),
                    limit: .count(shortest))
            }
        }
    }
}
