import GeoModel
import PlanningModel

/// R15: stops lie in the service's communes, and each is visited at least `minimumVisits` times in 4 weeks. The communes are
/// one EPCI or EPCI that touch; else it is told, with their names and how far they are apart.
/// Source: leaflet of the Caf du Nord (one coherent territory, do not dilute).
public struct NoDilution: Sendable {
    public let id = RuleID.r15
    public var minimumVisits: Int
    public var neighbours: Metres

    public init(_ parameters: Parameters) {
        minimumVisits = parameters.minimumVisits
        neighbours = parameters.farthestNeighbours
    }
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
            } + scattered(service.service, in: plan)
        }
    }

    /// The service with the largest distance between two of its communes, then each EPCI with what parts it from the others.
    private func scattered(_ service: Service, in plan: PlanView) -> [Violation] {
        let coherence = TerritoryCoherence(
            service.communes.compactMap { plan.communes[$0] }, near: Double(neighbours.count))
        guard let largest = coherence.largestDistance else { return [] }
        return [
            Violation(
                id, .scatteredTerritory, severity: .soft, at: PlanLocus(service: service.id), found: .metres(largest))
        ]
            + coherence.parts.map {
                Violation(
                    id, .epciApart, severity: .soft, at: PlanLocus(service: service.id, subject: $0.epci),
                    found: .metres($0.toTheRest), limit: .metres(neighbours))
            }
    }

    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        plan.services.flatMap { $0.visitsByVenue.map { $0.visits.count * plan.parameters.cyclesInFourWeeks } }
            .min().map { (.count($0), .count(minimumVisits)) }
    }
}
