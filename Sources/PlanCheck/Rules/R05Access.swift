import GeoModel
import PlanningModel

/// R05: accessible to all, with an access of its own, recognisable: stop and van alike.
/// Source: leaflet of the Caf du Nord.
public struct OpenToAll: Sendable {
    public let id = RuleID.r05

    public init() {}
}

extension OpenToAll: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        plan.premises.flatMap { locus, premises in
            [
                Violation.of(
                    id, premises.accessible, absent: .notAccessible, unknown: .accessibilityUnknown,
                    at: locus),
                Violation.of(
                    id, premises.ownAccess, absent: .noOwnAccess, unknown: .ownAccessUnknown, at: locus),
                Violation.of(
                    id, premises.recognisable, absent: .notRecognisable, unknown: .recognisableUnknown,
                    at: locus),
            ].compactMap { $0 }
        }
    }
}
