import GeoModel
import PlanningModel

/// R33: the visits of a stop are evenly spaced, across the end of the cycle too. With cadence 8, each of its two weekdays
/// comes every week.
/// Source: Savaşer and Kara, 2022 (mobile healthcare with periodic visits).
public struct EvenSpacing: Sendable {
    public let id = RuleID.r33

    public init() {}
}

extension EvenSpacing: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        let cycleDays = plan.parameters.cycleWeeks * 7
        return plan.services.flatMap { service in
            service.stops(plan.parameters).flatMap { stop -> [Violation] in
                let lines = plan.parameters.twiceWeekly == .yes ? stop.lines.map(\.visits) : [stop.visits]
                return lines.flatMap { visits -> [Violation] in
                    let weekday = lines.count > 1 ? visits.first?.day.weekday : nil
                    let locus = PlanLocus(service: service.service.id, weekday: weekday, subject: stop.venue)
                    let days = visits.map { ($0.day.week - 1) * 7 + $0.day.weekday.rawValue }.sorted()
                    let gaps = days.indices.map { index in
                        (index == days.count - 1 ? days[0] + cycleDays : days[index + 1]) - days[index]
                    }
                    guard let longest = gaps.max(), let shortest = gaps.min() else { return [] }
                    if longest > shortest {
                        return [Violation(id, .uneven, at: locus, found: .count(longest), limit: .count(shortest))]
                    }
                    guard lines.count > 1, longest > 7 else { return [] }
                    return [Violation(id, .notEveryWeek, at: locus, found: .count(longest), limit: .count(7))]
                }
            }
        }
    }
}
