import GeoModel
import PlanningModel

/// R27: every day starts and ends at the depot, and all driving between is work.
/// Source: Code du travail, L3121-4.
public struct DepotToDepot: Sendable {
    public let id = RuleID.r27

    public init() {}
}

extension DepotToDepot: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        plan.services.flatMap { service in
            service.plan.days.flatMap { day -> [Violation] in
                let locus = PlanLocus(service: service.service.id, week: day.week, weekday: day.weekday)
                var found: [Violation] = []
                let depot = service.team(of: day)?.depot
                if day.legs.first?.from != depot || day.legs.last?.to != depot {
                    found.append(Violation(id, .notFromDepot, at: locus))
                }
                let stops = day.visits.map(\.venue)
                let driven = day.legs.dropLast().map(\.to)
                let departures = day.legs.dropFirst().map(\.from)
                if stops != driven || stops != departures { found.append(Violation(id, .brokenChain, at: locus)) }
                return found
            }
        }
    }
}
