import GeoModel
import PlanningModel

/// The best plan of another scenario of a service beside the plan at hand.
public struct PlanComparison: Sendable {
    /// Of the one service.
    public var scenario: Scenario
    public var answer: VariantAnswer
    /// What the best plan of the other scenario is worth; `nil` where none was found.
    public var value: ValueRange?
    /// The same less the value of the plan at hand. Negative: the other scenario costs.
    public var change: ValueRange?
    /// The same less the value of the best plan of the own scenario, which may be better than the plan at hand.
    public var gain: ValueRange?
    public var figures: PlanFigures?
    /// Those figures less the ones of the plan at hand.
    public var figureChange: PlanFigures?
    public var stops: StopDifference?

    /// - Parameter allowsLess: the other scenario has no plan that the own one has not, so that no plan of it is worth
    ///   more than the own bound.
    init(_ scenario: Scenario, _ answer: VariantAnswer, beside own: PlanAtHand, allowsLess: Bool) {
        self.scenario = scenario
        self.answer = answer
        guard let plan = answer.plan else { return }
        let bound = allowsLess ? min(plan.bound, own.plan.bound) : plan.bound
        let value = ValueRange(least: plan.value, most: bound)
        let figures = PlanFigures(plan, in: scenario)
        self.value = value
        change = value - ValueRange(own.plan.value)
        gain = value - ValueRange(least: own.plan.value, most: own.plan.bound)
        self.figures = figures
        figureChange = figures - own.figures
        stops = StopDifference(from: own.stops, to: StopState.all(of: plan, in: scenario))
    }

    /// Whether a commune has a stop in the plan found.
    func serves(_ commune: String) -> Bool {
        let venues = Set(scenario.territory.venues.filter { $0.commune == commune }.map(\.id))
        return answer.plan?.days.contains { $0.visits.contains { venues.contains($0.venue) } } ?? false
    }
}

/// The plan of one service that is explained, with what is asked of it again and again.
struct PlanAtHand: Sendable {
    /// Of the one service.
    var scenario: Scenario
    var service: Service
    var plan: ServicePlan
    var figures: PlanFigures
    var stops: [StopState]

    init(_ plan: ServicePlan, of service: Service, in whole: Scenario) {
        scenario = whole.only(service)
        self.service = service
        self.plan = plan
        figures = PlanFigures(plan, in: scenario)
        stops = StopState.all(of: plan, in: scenario)
    }

    /// The same service with one more pin, which takes something away only.
    func pinned(_ pin: Pin) -> Scenario {
        var other = scenario
        other.services[0].pins.append(pin)
        return other
    }
}
