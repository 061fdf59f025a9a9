import GeoModel
import PlanningModel

/// R23: kept when days are put on weekdays and given their hours.
struct DailyRest: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        model.dailyRest = scenario.parameters.dailyRest
    }
}
