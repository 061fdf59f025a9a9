import GeoModel
import RoundPlan

/// R32: holds by construction.
extension SameTime: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        // By construction: a column holds all visits of a stop on one weekday, and Placement gives them one start.
    }
}
