import GeoModel
import PlanningModel

/// R28: rounds end before the evening wherever a crew could be out on more evenings than the rule allows. This is more
/// than the rule asks of a crew that would stay under its number; rounds so late are no use to families.
struct Evenings: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        let parameters = scenario.parameters
        if parameters.weekdays.count > parameters.eveningsMaximum {
            model.latestArrival = min(model.latestArrival, parameters.eveningFrom)
        }
    }
}
