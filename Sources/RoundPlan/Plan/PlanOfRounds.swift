import GeoModel

extension Plan {
    /// A plan of rounds made elsewhere: what they reach and cost is worked out from the scenario. Its bound is all need
    /// reached at no cost, since no search has found a better one.
    ///
    /// - Parameter rounds: days by identifier of the service; a service without any gets an empty plan.
    public init(rounds: [String: [DayRound]], scenario: Scenario, fingerprint: String, sources: [SourceFile]) {
        func plan(_ services: [ServicePlan]) -> Plan {
            Plan(
                services: services, stop: .interrupted, seed: 0, scenario: scenario, fingerprint: fingerprint,
                sources: sources)
        }
        let bare = plan(
            scenario.services.map { service in
                ServicePlan(
                    id: service.id, needReached: .zero, cost: .zero, bound: .zero, days: rounds[service.id] ?? [],
                    credits: [], needs: [])
            })
        let costs = CostRecomputation(scenario)
        let travel = scenario.travel
        self = plan(
            CheckedPlan(bare).services.map { view in
                let recount = ServiceRecount(view, in: scenario, travel)
                let needs = recount.needs.counted
                let credits = recount.options.values.compactMap { options in
                    options.max { ($0.points, $1.venue) < ($1.points, $0.venue) }
                }
                return ServicePlan(
                    id: view.service.id, needReached: recount.needReached, cost: costs.cost(of: view),
                    bound: needs.reduce(.zero) { $0 + $1.points }, days: view.plan.days, credits: credits,
                    needs: needs)
            })
    }
}
