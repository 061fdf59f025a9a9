import GeoModel

/// A rule that judges a finished plan, from the plan alone.
public protocol CheckingRule: Sendable {
    var id: RuleID { get }
    func violations(in plan: CheckedPlan) -> [Violation]
    /// The figure nearest to the threshold over the plan, and the threshold where there is one.
    func margin(in plan: CheckedPlan) -> (found: Amount, limit: Amount?)?
    /// False where the plan has nothing that the rule speaks of.
    func applies(to plan: CheckedPlan) -> Bool
}

extension CheckingRule {
    public func margin(in plan: CheckedPlan) -> (found: Amount, limit: Amount?)? { nil }
    public func applies(to plan: CheckedPlan) -> Bool { true }

    public func verdict(on plan: CheckedPlan) -> RuleVerdict {
        guard applies(to: plan) else { return RuleVerdict(rule: id, state: .notConcerned, violations: []) }
        let violations = violations(in: plan)
        let severities = Set(violations.map(\.severity))
        let state: RuleState =
            if severities.contains(.hard) { .broken } else if severities.contains(.unknown) {
                .notCheckable
            } else if severities.contains(.soft) { .reported } else { .met }
        let margin = margin(in: plan)
        return RuleVerdict(
            rule: id, state: state, violations: violations, found: margin?.found, limit: margin?.limit)
    }
}

/// A plan laid out for the rules: each service with what it points to.
public struct CheckedPlan: Sendable {
    public struct ServiceView: Sendable {
        public var service: Service
        public var plan: ServicePlan
        /// The crew of each team, in the order of the service's teams.
        public var crews: [[StaffMember]]

        /// The team a day names; `nil` where the service has no such team.
        public func team(of day: DayRound) -> Team? {
            service.teams.first(where: day.isDriven)
        }

        /// The people out on a day; none where the service has no such team.
        public func crew(of day: DayRound) -> [StaffMember] {
            zip(service.teams, crews).first { day.isDriven(by: $0.0) }?.1 ?? []
        }

        public func days(inWeek week: Int) -> [DayRound] { plan.days.filter { $0.week == week } }

        /// Visits by venue, in the order of the cycle.
        public var visitsByVenue: [(venue: String, visits: [(day: DayRound, visit: Visit)])] {
            var byVenue: [String: [(DayRound, Visit)]] = [:]
            for day in plan.days { for visit in day.visits { byVenue[visit.venue, default: []].append((day, visit)) } }
            return byVenue.keys.sorted().map { ($0, byVenue[$0]!.map { (day: $0.0, visit: $0.1) }) }
        }
    }

    public var plan: Plan
    public var services: [ServiceView]
    public var parameters: Parameters { plan.scenario.parameters }
    public var scenario: Scenario { plan.scenario }
    public var weeks: ClosedRange<Int> { 1...parameters.cycleWeeks }
    /// By identifier.
    let venues: [String: Place]
    let facts: [String: VenueFacts]
    let vans: [String: Van]
    let communes: [String: Commune]

    public init(_ plan: Plan) {
        self.plan = plan
        let scenario = plan.scenario
        venues = Dictionary(scenario.territory.venues.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        facts = Dictionary(
            scenario.territory.venueFacts.map { ($0.venue, $0) }, uniquingKeysWith: { first, _ in first })
        vans = Dictionary(scenario.vans.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        communes = Dictionary(
            scenario.territory.communes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Dictionary(
            plan.scenario.services.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        services = plan.services.compactMap { servicePlan in
            known[servicePlan.id].map { service in
                ServiceView(
                    service: service, plan: servicePlan, crews: service.teams.map(plan.scenario.crew))
            }
        }
    }
}
