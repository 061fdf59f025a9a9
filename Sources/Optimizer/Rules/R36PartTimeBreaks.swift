import GeoModel
import PlanningModel

/// R36: days whose midday is too long for people who are part-time are never enumerated, where every crew has one of them.
/// Of services with other crews beside, this is less than the rule asks.
struct PartTimeBreaks: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        let parameters = scenario.parameters
        let isPartTime = service.teams.map { scenario.crew(of: $0).contains(where: parameters.isPartTime) }
        guard isPartTime.allSatisfy({ $0 }), !isPartTime.isEmpty else { return }
        model.interruptions = .init(
            count: parameters.partTimeInterruptions, longest: parameters.partTimeInterruption)
    }
}
