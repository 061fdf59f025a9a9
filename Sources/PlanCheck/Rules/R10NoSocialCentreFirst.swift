import GeoModel
import PlanningModel

/// R10: first where there is no centre social; a stop where there is one names its référent parentalité.
/// Source: leaflet of the Caf du Nord.
public struct NoSocialCentreFirst: Sendable {
    public let id = RuleID.r10

    public init() {}
}

extension NoSocialCentreFirst: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        let centres = SocialCentres(plan.scenario.territory)
        let named = Set(plan.scenario.territory.partners.filter(\.isParentingReferent).map(\.commune))
        return plan.stopCommunes.compactMap { stop in
            let locus = PlanLocus(service: stop.service, subject: stop.venue)
            return switch centres.presence(in: stop.commune) {
            case .absent: nil
            case .unknown: Violation(id, .socialCentreUnknown, severity: .unknown, at: locus)
            case .present:
                named.contains(stop.commune.code) ? nil : Violation(id, .noReferent, severity: .soft, at: locus)
            }
        }
    }

    /// Share of the visits in communes without a centre social, of those of which it is known; none where nothing is.
    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        let centres = SocialCentres(plan.scenario.territory)
        let known = plan.stopCommunes.map { (presence: centres.presence(in: $0.commune), visits: $0.visits) }
            .filter { $0.presence != .unknown }
        let all = known.reduce(0) { $0 + $1.visits }
        guard all > 0 else { return nil }
        let without = known.filter { $0.presence == .absent }.reduce(0) { $0 + $1.visits }
        return (.share(Double(without) / Double(all)), nil)
    }
}

extension PlanView {
    /// Every stop of the rounds with its commune and its visits in the cycle.
    var stopCommunes: [(service: String, venue: String, commune: Commune, visits: Int)] {
        services.flatMap { service in
            service.visitsByVenue.compactMap { venue, visits in
                venues[venue].flatMap { communes[$0.commune] }.map {
                    (service.service.id, venue, $0, visits.count)
                }
            }
        }
    }
}
