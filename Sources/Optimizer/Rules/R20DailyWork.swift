import GeoModel
import PlanningModel

/// R20: longer days are never enumerated.
struct DailyWork: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        model.dailyWork = min(model.dailyWork, scenario.parameters.dailyWork)
    }
}
