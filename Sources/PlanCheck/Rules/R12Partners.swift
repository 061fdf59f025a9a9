import GeoModel
import PlanningModel

/// R12: work with référents and local services: each stop has a partner in its commune.
/// Source: leaflet of the Caf du Nord.
public struct LocalPartners: Sendable {
    public let id = RuleID.r12

    public init() {}
}

extension LocalPartners: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        let partnered = Set(plan.scenario.territory.partners.map(\.commune))
        return plan.stopCommunes.filter { !partnered.contains($0.commune.code) }.map {
            Violation(id, .noPartner, severity: .soft, at: PlanLocus(service: $0.service, subject: $0.venue))
        }
    }

    /// Share of the stops with a partner.
    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        let stops = plan.stopCommunes
        let partnered = Set(plan.scenario.territory.partners.map(\.commune))
        guard !stops.isEmpty else { return nil }
        return (.share(Double(stops.count { partnered.contains($0.commune.code) }) / Double(stops.count)), nil)
    }
}
