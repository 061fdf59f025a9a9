import GeoModel

/// A plan laid out to be read: each service with what it points to.
public struct PlanView: Sendable {
    /// A visit by its day of the cycle.
    public struct DatedVisit: Hashable, Sendable {
        public var week: Int
        public var weekday: Weekday
        public var venue: String

        public init(week: Int, weekday: Weekday, venue: String) {
            self.week = week
            self.weekday = weekday
            self.venue = venue
        }
    }

    public struct ServiceView: Sendable {
        public var service: Service
        public var plan: ServicePlan
        /// The crew of each team, in the order of the service's teams.
        public var crews: [[StaffMember]]
        /// Visits of the cycle on a date on which their venue is closed (R38): they bring nothing and count for nothing.
        public let closedVisits: Set<DatedVisit>

        public func isClosed(_ visit: Visit, on day: DayRound) -> Bool {
            !closedVisits.isEmpty
                && closedVisits.contains(DatedVisit(week: day.week, weekday: day.weekday, venue: visit.venue))
        }

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
    public let venues: [String: Place]
    public let facts: [String: VenueFacts]
    public let vans: [String: Van]
    public let communes: [String: Commune]
    /// What is known of dates.
    public let serving: ServingDates

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
        let serving = ServingDates(scenario)
        self.serving = serving
        services = plan.services.compactMap { servicePlan in
            known[servicePlan.id].map { service in
                ServiceView(
                    service: service, plan: servicePlan, crews: service.teams.map(plan.scenario.crew),
                    closedVisits: Self.closedVisits(servicePlan, scenario, serving))
            }
        }
    }

    private static func closedVisits(
        _ plan: ServicePlan, _ scenario: Scenario, _ serving: ServingDates
    ) -> Set<DatedVisit> {
        guard serving.knowsClosures else { return [] }
        return Set(
            plan.days.flatMap { day in
                let date = scenario.date(week: day.week, day.weekday)
                return day.visits.filter { serving.closedVisit(at: $0.venue, on: date) != nil }
                    .map { DatedVisit(week: day.week, weekday: day.weekday, venue: $0.venue) }
            })
    }
}
