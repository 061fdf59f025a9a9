import GeoModel
import PlanningModel

/// R24: kept when days are put on weekdays and given their hours.
struct WeeklyRest: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        model.weeklyRest = scenario.parameters.weeklyRest
        model.twoDaysOff = scenario.parameters.twoDaysOff == .yes
    }
}
