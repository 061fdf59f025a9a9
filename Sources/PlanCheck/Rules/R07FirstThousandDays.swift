import GeoModel
import PlanningModel

/// R07: a Maison des 1 000 premiers jours counts births, and its sessions are for expectant parents and ages 0 to 2.
/// Source: leaflet of the Caf du Nord.
public struct FirstThousandDays: Sendable {
    public let id = RuleID.r07
    public static let oldest = 2

    public init() {}
}

extension FirstThousandDays: CheckingRule {
    private func concerned(_ plan: PlanView) -> [PlanView.ServiceView] {
        plan.services.filter { $0.service.kind == .firstThousandDays }
    }

    public func applies(to plan: PlanView) -> Bool { !concerned(plan).isEmpty }

    public func violations(in plan: PlanView) -> [Violation] {
        concerned(plan).flatMap { view -> [Violation] in
            let locus = PlanLocus(service: view.service.id)
            var found: [Violation] = []
            // The weights in the plan are those of births, or the recomputation of needs says otherwise.
            if plan.scenario.needs(of: view.service).measure != .births {
                found.append(Violation(id, .otherDemand, at: locus))
            }
            let tooOld =
                [view.service.ages].compactMap { $0 }
                + view.service.programme.filter { !$0.isForProfessionals }.compactMap(\.ages)
            if tooOld.contains(where: { $0.until > Self.oldest }) {
                found.append(Violation(id, .agesBeyondTwo, at: locus))
            }
            return found
        }
    }
}
