import GeoModel
import RoundPlan

/// R35: asks nothing of the generic cycle.
extension Holidays: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        // The generic cycle is planned; dated days that fall on a closure are listed with the plan.
    }
}
