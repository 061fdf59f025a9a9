import GeoModel
import PlanningModel

/// R12: work with référents and local services: each stop has a partner in its commune, and where that commune has a centre
/// social, its référent parentalité is the one to ask for.
/// Source: leaflet of the Caf du Nord.
public struct LocalPartners: Sendable {
    public let id = RuleID.r12

    public init() {}
}

extension LocalPartners: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        // A list that is not given says nothing of anybody.
        if plan.scenario.territory.partners.isEmpty {
            return plan.services.map {
                Violation(id, .partnersUnknown, severity: .unknown, at: PlanLocus(service: $0.service.id))
            }
        }
        let partners = Dictionary(grouping: plan.scenario.territory.partners, by: \.commune)
        let centres = SocialCentres(plan.scenario.territory)
        return plan.stopCommunes.compactMap { stop in
            let locus = PlanLocus(service: stop.service, subject: stop.venue)
            guard let own = partners[stop.commune.code] else {
                return Violation(id, .noPartner, severity: .soft, at: locus)
            }
            guard centres.presence(in: stop.commune) == .present, !own.contains(where: \.isParentingReferent) else {
                return nil
            }
            return Violation(id, .noReferent, severity: .soft, at: locus)
        }
    }

    /// Share of the stops with a partner.
    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        let stops = plan.stopCommunes
        let partnered = Set(plan.scenario.territory.partners.map(\.commune))
        guard !stops.isEmpty, !partnered.isEmpty else { return nil }
        return (.share(Double(stops.count { partnered.contains($0.commune.code) }) / Double(stops.count)), nil)
    }
}
