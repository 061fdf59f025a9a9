import GeoModel
import RoundPlan

/// R23: kept when days are put on weekdays and given their hours.
extension DailyRest: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        model.dailyRest = minimum
    }
}
