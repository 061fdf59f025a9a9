import GeoModel
import PlanningModel

/// R19: a prison visit fits the prison's slot: there a margin before it, an adult cleared to go in, the prison open; and the
/// van has a seat for everyone aboard at once, the driver, the escorts and all children.
/// Source: practice of relais enfants-parents; à confirmer.
public struct PrisonSlots: Sendable {
    public let id = RuleID.r19
    public var margin: Minutes

    public init(_ parameters: Parameters) { margin = parameters.prisonMargin }
}

extension PrisonSlots: CheckingRule {
    public func applies(to plan: PlanView) -> Bool { !plan.scenario.prisonRelays.isEmpty }

    public func violations(in plan: PlanView) -> [Violation] {
        plan.scenario.prisonRelays.flatMap { relay in
            cleared(relay) + plan.plan.outings.filter { $0.service == relay.id }.flatMap { outing(plan, $0) }
        }
    }

    private func cleared(_ relay: PrisonRelay) -> [Violation] {
        Violation.of(
            id, relay.escortCleared, absent: .escortNotCleared, unknown: .escortUnknown,
            at: PlanLocus(service: relay.id)
        ).map { [$0] } ?? []
    }

    private func outing(_ plan: PlanView, _ outing: PrisonOuting) -> [Violation] {
        let locus = PlanLocus(
            service: outing.service, week: outing.week, weekday: outing.weekday, subject: outing.prison)
        var found: [Violation] = []
        let latest = outing.visit.start - margin
        if outing.arrivalAtPrison.map({ $0 > latest }) ?? true {
            found.append(
                Violation(
                    id, .lateAtPrison, at: locus, found: outing.arrivalAtPrison.map { .time($0) },
                    limit: .time(latest)))
        }
        let escorts = plan.scenario.staff.filter { outing.staff.contains($0.id) && $0.roles.contains(.escort) }
        if escorts.isEmpty { found.append(Violation(id, .noEscort, at: locus)) }
        let aboard = outing.staff.count + outing.children
        if let seats = plan.vans[outing.van]?.seats {
            if aboard > seats {
                found.append(
                    Violation(id, .tooManyAboard, at: locus, found: .count(aboard), limit: .count(seats)))
            }
        } else {
            found.append(Violation(id, .seatsUnknown, severity: .unknown, at: locus))
        }
        let date = plan.scenario.date(week: outing.week, outing.weekday)
        if plan.serving.closure(of: outing.prison, on: date) != nil {
            found.append(Violation(id, .prisonClosed, at: locus))
        }
        let hours = plan.scenario.territory.prisons.first { $0.id == outing.prison }?.visitHours ?? ""
        if hours.isEmpty {
            found.append(Violation(id, .visitHoursUnknown, severity: .unknown, at: locus))
        } else if let open = try? OpeningHours(parsing: hours).intervals(on: date, calendar: plan.scenario.calendar),
            !open.contains(where: { $0.lowerBound <= outing.visit.start && outing.visit.end <= $0.upperBound })
        {
            found.append(Violation(id, .outsideVisitHours, at: locus, found: .time(outing.visit.start)))
        }
        return found
    }

    /// The shortest time at the prison before a visit.
    public func margin(in plan: PlanView) -> (found: Amount, limit: Amount?)? {
        plan.plan.outings.compactMap { outing in outing.arrivalAtPrison.map { outing.visit.start - $0 } }.min()
            .map { (.minutes($0), .minutes(margin)) }
    }
}
