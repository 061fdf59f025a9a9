import GeoModel
import PlanningModel

/// R31: the European rules on drive times do not bind a van of at most 3.5 t and 9 seats; beyond, the operator checks.
/// Source: regulation (EC) 561/2006, article 2.
public struct DriveTimeRules: Sendable {
    public let id = RuleID.r31
    public static let seats = 9

    public init() {}
}

extension DriveTimeRules: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        let used = Set(plan.services.flatMap { $0.plan.days.map(\.van) } + plan.plan.outings.map(\.van))
        return used.sorted().compactMap { id in
            let locus = PlanLocus(subject: id)
            guard let van = plan.vans[id], let mass = van.maximumMass, let seats = van.seats else {
                return Violation(self.id, .sizeUnknown, severity: .unknown, at: locus)
            }
            guard mass > DrivingLicence.lightMass || seats > Self.seats else { return nil }
            return Violation(self.id, .driveTimeRules, severity: .soft, at: locus)
        }
    }
}
