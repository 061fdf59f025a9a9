import GeoModel
import RoundPlan

/// R24: kept when days are put on weekdays and given their hours.
extension WeeklyRest: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        model.weeklyRest = minimum
        model.twoDaysOff = twoDays
    }
}
