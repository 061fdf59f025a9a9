import GeoModel
import PlanningModel

/// R14: near services families use: how far the nearest known one is from each stop, as the crow flies. A stop farther than
/// `farthestServices` from all that are known is told; where none is known, nothing can be said.
/// Source: leaflet of the Caf du Nord; the distance is our choice, à confirmer.
public struct NearServices: Sendable {
    public let id = RuleID.r14
    public var farthest: Metres

    public init(_ parameters: Parameters) { farthest = parameters.farthestServices }
}

extension NearServices: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        let services = FamilyServices(plan.scenario.territory)
        return plan.stopCommunes.compactMap { stop in
            let locus = PlanLocus(service: stop.service, subject: stop.venue)
            guard let metres = plan.venues[stop.venue].flatMap({ services.nearest(to: $0.position)?.metres }) else {
                return Violation(id, .noServiceKnown, severity: .unknown, at: locus)
            }
            guard Metres(metres) > farthest else { return nil }
            return Violation(
                id, .farFromServices, severity: .soft, at: locus, found: .metres(Metres(metres)),
                limit: .metres(farthest))
        }
    }

    /// The farthest stop.
    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        let services = FamilyServices(plan.scenario.territory)
        return plan.stopCommunes.compactMap { stop in
            plan.venues[stop.venue].flatMap { services.nearest(to: $0.position)?.metres }
        }.max().map { (.metres(Metres($0)), .metres(farthest)) }
    }
}
