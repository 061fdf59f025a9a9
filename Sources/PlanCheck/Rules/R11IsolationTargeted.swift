import GeoModel
import PlanningModel

/// R11: the communes served are in more need than the territory: their mean intensity, by families, is no lower.
/// Source: leaflet of the Caf du Nord; need score of the field guide, section 5.
public struct IsolationTargeted: Sendable {
    public let id = RuleID.r11

    public init() {}

    /// Mean need intensity of the communes with a stop, and of all that count; `nil` where nothing counts.
    private func means(_ view: PlanView.ServiceView, _ plan: PlanView) -> (served: Double, all: Double)? {
        let served = Set(view.visitsByVenue.compactMap { plan.venues[$0.venue]?.commune })
        func mean(_ needs: [CommuneNeed]) -> Double? {
            let volume = needs.reduce(0) { $0 + $1.volume }
            return volume > 0 ? needs.reduce(0) { $0 + $1.volume * $1.intensity } / volume : nil
        }
        guard let all = mean(view.plan.needs), let own = mean(view.plan.needs.filter { served.contains($0.commune) })
        else { return nil }
        return (own, all)
    }
}

extension IsolationTargeted: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        plan.services.compactMap { view in
            guard let means = means(view, plan), means.served < means.all else { return nil }
            return Violation(
                id, .lowerNeed, severity: .soft, at: PlanLocus(service: view.service.id), found: .share(means.served),
                limit: .share(means.all))
        }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        plan.services.compactMap { means($0, plan) }.min { $0.served - $0.all < $1.served - $1.all }
            .map { (.share($0.served), .share($0.all)) }
    }
}
