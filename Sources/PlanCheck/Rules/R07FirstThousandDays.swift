import GeoModel
import PlanningModel

/// R07: a Maison des 1 000 premiers jours counts births, and is for expectant parents and ages 0 to 2. A single session may be
/// wider, as its LAEP is for children under six, so long as the very young are among those it is for.
/// Source: leaflet of the Caf du Nord; Caf, référentiel LAEP (children under six).
public struct FirstThousandDays: Sendable {
    public let id = RuleID.r07
    public static let oldest = 2
    /// "Under six", which files write `0-5` or `0-6`.
    public static let oldestAtSession = 6

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
            if let ages = view.service.ages, ages.until > Self.oldest {
                found.append(Violation(id, .agesBeyondTwo, at: locus))
            }
            for session in view.service.programme where !session.isForProfessionals {
                guard let ages = session.ages, ages.from > Self.oldest || ages.until > Self.oldestAtSession else {
                    continue
                }
                var locus = locus
                locus.subject = session.id
                found.append(Violation(id, .sessionBeyondSix, at: locus))
            }
            return found
        }
    }
}
