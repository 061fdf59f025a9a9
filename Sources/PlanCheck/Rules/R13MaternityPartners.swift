import GeoModel
import PlanningModel

/// R13: a Maison des 1 000 premiers jours names a maternity and an early-childhood service among its partners.
/// Source: leaflet of the Caf du Nord (recommended).
public struct MaternityPartners: Sendable {
    public let id = RuleID.r13
    /// Words of the partners' table.
    public static let maternity: Set<String> = ["maternite"]
    public static let earlyChildhood: Set<String> = ["pmi", "eaje", "rpe", "laep", "creche", "petite_enfance"]

    public init() {}
}

extension MaternityPartners: CheckingRule {
    public func applies(to plan: PlanView) -> Bool {
        plan.services.contains { $0.service.kind == .firstThousandDays }
    }

    public func violations(in plan: PlanView) -> [Violation] {
        plan.services.filter { $0.service.kind == .firstThousandDays }.flatMap { view -> [Violation] in
            let named = Set(view.service.partners)
            let kinds = Set(
                plan.scenario.territory.partners.filter { named.contains($0.id) }.map { $0.kind.lowercased() })
            let locus = PlanLocus(service: view.service.id)
            var found: [Violation] = []
            if kinds.isDisjoint(with: Self.maternity) {
                found.append(Violation(id, .noMaternity, severity: .soft, at: locus))
            }
            if kinds.isDisjoint(with: Self.earlyChildhood) {
                found.append(Violation(id, .noEarlyChildhood, severity: .soft, at: locus))
            }
            return found
        }
    }
}
