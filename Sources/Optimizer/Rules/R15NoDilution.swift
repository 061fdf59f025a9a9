import GeoModel
import PlanningModel

/// R15: cadences below the minimum are not offered. Stops outside the territory never enter a problem.
struct NoDilution: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        model.cadences.removeAll { $0 < scenario.parameters.minimumVisits }
        guard !model.cadences.isEmpty else { throw .noCadence(service: service.id) }
    }
}
