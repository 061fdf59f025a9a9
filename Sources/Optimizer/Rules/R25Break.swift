import GeoModel
import PlanningModel

/// R25: days whose hours leave some stretch of work too long are never enumerated.
struct WorkBreak: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        model.breakAfter = scenario.parameters.breakAfter
        model.breakLength = scenario.parameters.breakLength
    }
}
