import GeoModel
import RoundPlan

/// R20: longer days are never enumerated.
extension DailyWork: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        model.dailyWork = min(model.dailyWork, maximum)
    }
}
