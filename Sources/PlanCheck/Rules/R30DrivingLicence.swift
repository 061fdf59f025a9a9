import GeoModel
import PlanningModel

/// R30: the driver's licence fits the van: B up to 3.5 t of maximum laden mass (PTAC) and 9 seats; above that mass C1 or C,
/// above these seats D1 (to 17) or D. Source: Code de la route, R221-4. The European directive 2025/2205 (4.25 t) is not assumed.
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
        let size = plan.vans[van]
        let answers = Set(drivers.map { $0.mayDrive(size) })
        if answers.contains(.present) { return nil }
        guard answers.contains(.unknown) else {
            // Too many seats for them whatever the mass, or too heavy.
            if let seats = size?.seats,
                drivers.allSatisfy({ DrivingLicence($0.licence).allows(mass: nil, seats: seats) == .absent })
            {
                return Violation(
                    id, .wrongLicenceForSeats, at: locus, found: .count(seats), limit: .count(DrivingLicence.fewSeats))
            }
            return Violation(
                id, .wrongLicence, at: locus, found: size?.maximumMass.map { .count($0) },
                limit: .count(DrivingLicence.lightMass))
        }
        let missing: Violation.Kind =
            if size?.maximumMass == nil { .massUnknown } else if drivers.contains(where: \.licence.isEmpty) {
                .licenceUnknown
            } else { .seatsUnknown }
        return Violation(id, missing, severity: .unknown, at: locus)
    }
}
