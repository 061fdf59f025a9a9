import GeoModel

/// R02: an accueillant is present whenever the service is open; a driver counts only if also accueillant.
/// Source: leaflet of the Caf du Nord.
public struct AccueillantPresent: Sendable {
    public let id = RuleID.r02

    public init() {}

    /// The crew stays together all day, so it is enough that one of its members is an accueillant.
    public static func holds(for crew: [StaffMember]) -> Bool { crew.contains { $0.roles.contains(.accueillant) } }
}

extension AccueillantPresent: CheckingRule {
    public func violations(in plan: CheckedPlan) -> [Violation] {
        plan.services.flatMap { service in
            service.plan.days.compactMap { day in
                let crew = plan.plan.scenario.staff.filter { $0.crew == day.crew }
                guard !Self.holds(for: crew), day.visits.contains(where: { !$0.openings.isEmpty }) else { return nil }
                return Violation(
                    id, .noAccueillant,
                    at: PlanLocus(service: service.service.id, week: day.week, weekday: day.weekday, subject: day.crew),
                    found: .count(0), limit: .count(1))
            }
        }
    }

    public func margin(in plan: CheckedPlan) -> (found: Amount, limit: Amount)? {
        let driven = Set(plan.services.flatMap { $0.plan.days.map(\.crew) })
        return driven.map { crew in
            plan.plan.scenario.staff.count { $0.crew == crew && $0.roles.contains(.accueillant) }
        }.min()
            .map { (.count($0), .count(1)) }
    }
}
