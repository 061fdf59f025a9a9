import GeoModel
import PlanningModel

/// R15: stops lie in the service's communes, and each is visited at least `minimumVisits` times in 4 weeks.
/// Source: leaflet of the Caf du Nord (one coherent territory, do not dilute).
public struct NoDilution: Sendable {
    public let id = RuleID.r15
    public var minimumVisits: Int

    public init(_ parameters: Parameters) { minimumVisits = parameters.minimumVisits }
}

extension NoDilution: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        let communeOf = Dictionary(
            plan.plan.scenario.territory.venues.map { ($0.id, $0.commune) }, uniquingKeysWith: { first, _ in first })
        return plan.services.flatMap { service -> [Violation] in
            let territory = Set(service.service.communes)
            return service.visitsByVenue.flatMap { venue, visits -> [Violation] in
                let locus = PlanLocus(service: service.service.id, subject: venue)
                var found: [Violation] = []
                if !(communeOf[venue].map(territory.contains) ?? false) {
                    found.append(Violation(id, .outsideTerritory, at: locus))
                }
                let inFourWeeks = visits.count * plan.parameters.cyclesInFourWeeks
                if inFourWeeks < minimumVisits {
                    found.append(
                        Violation(
                            id, .tooFewVisits, at: locus, found: .count(inFourWeeks), limit: .count(minimumVisits)))
                }
                return found
            }
        }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        plan.services.flatMap { $0.visitsByVenue.map { $0.visits.count * plan.parameters.cyclesInFourWeeks } }
            .min().map { (.count($0), .count(minimumVisits)) }
    }
}
