import GeoModel
import PlanningModel

/// A plan as it is, replayed many times under other needs, other ways and absences: no part of it is planned again.
public struct PlanReplay: Sendable {
    public struct ServiceReplay: Sendable {
        public var service: String
        public var needs: NeedReplay
        public var travel: TravelReplay
        public var absences: AbsenceReplay
    }

    /// In the order of the plan.
    public var services: [ServiceReplay]
    public var laws: ReplayLaws
    public var draws: ReplayDraws

    public init(_ plan: Plan, laws: ReplayLaws = ReplayLaws(), draws: ReplayDraws = ReplayDraws()) {
        let scenario = plan.scenario
        let travel = scenario.travel
        self.laws = laws
        self.draws = draws
        services = PlanView(plan).services.enumerated().map { turn, view in
            ServiceReplay(
                service: view.service.id,
                needs: NeedReplay(ServiceRecount(view, in: scenario, travel), laws: laws, draws: draws, turn: turn),
                travel: TravelReplay(view, in: scenario, laws: laws, draws: draws, turn: turn),
                absences: AbsenceReplay(view, in: scenario, laws: laws, draws: draws, turn: turn))
        }
    }
}
