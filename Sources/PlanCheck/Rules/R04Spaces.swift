import GeoModel
import PlanningModel

/// R04: a confidential space and a collective one at the same time, from the van and the stop together.
/// Source: leaflet of the Caf du Nord.
public struct Spaces: Sendable {
    public let id = RuleID.r04

    public init() {}
}

extension Violation {
    /// What a tri-state says of a hard rule: nothing where it is true.
    static func of(
        _ rule: RuleID, _ fact: Presence, absent: Kind, unknown: Kind, severity: Severity = .hard, at locus: PlanLocus
    ) -> Violation? {
        switch fact {
        case .present: nil
        case .absent: Violation(rule, absent, severity: severity, at: locus)
        case .unknown: Violation(rule, unknown, severity: .unknown, at: locus)
        }
    }
}

extension Spaces: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        plan.premises.flatMap { locus, premises in
            [
                Violation.of(
                    id, premises.confidential, absent: .noConfidentialSpace, unknown: .confidentialSpaceUnknown,
                    at: locus),
                Violation.of(
                    id, premises.collective, absent: .noCollectiveSpace, unknown: .collectiveSpaceUnknown,
                    at: locus),
            ].compactMap { $0 }
        }
    }
}
