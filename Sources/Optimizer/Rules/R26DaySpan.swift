import GeoModel
import PlanningModel

/// R26: days that span longer at every start are never enumerated.
struct DaySpan: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        model.daySpan = min(model.daySpan, scenario.parameters.spanMaximum)
    }
}
