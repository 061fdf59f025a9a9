import GeoModel
import PlanningModel

/// R30: the driver's licence fits the van: B up to 3.5 t of maximum laden mass (PTAC), above it C1 or C.
/// Source: Code de la route, R221-4. The European directive 2025/2205 (4.25 t) is not assumed.
public struct LicensedDriver: Sendable {
    public let id = RuleID.r30

    public init() {}
}

extension LicensedDriver: CheckingRule {
    public func violations(in plan: PlanView) -> [Violation] {
        let people = Dictionary(plan.scenario.staff.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let rounds = plan.services.flatMap { service in
            service.plan.days.compactMap { day in
                drive(
                    plan, van: day.van, plan.scenario.present(crew: day.crew, week: day.week, day.weekday),
                    PlanLocus(service: service.service.id, week: day.week, weekday: day.weekday, subject: day.van))
            }
        }
        let outings = plan.plan.outings.compactMap { outing in
            drive(
                plan, van: outing.van, outing.staff.compactMap { people[$0] },
                PlanLocus(service: outing.service, week: outing.week, weekday: outing.weekday, subject: outing.van))
        }
        return rounds + outings
    }

    private func drive(_ plan: PlanView, van: String, _ crew: [StaffMember], _ locus: PlanLocus) -> Violation? {
        let drivers = crew.filter { $0.roles.contains(.driver) }
        guard !drivers.isEmpty else { return Violation(id, .noDriver, at: locus) }
        guard let mass = plan.vans[van]?.maximumMass else {
            return Violation(id, .massUnknown, severity: .unknown, at: locus)
        }
        if drivers.contains(where: { DrivingLicence($0.licence).allows(mass: mass) }) { return nil }
        return drivers.contains(where: \.licence.isEmpty)
            ? Violation(id, .licenceUnknown, severity: .unknown, at: locus)
            : Violation(id, .wrongLicence, at: locus, found: .count(mass), limit: .count(DrivingLicence.lightMass))
    }
}
