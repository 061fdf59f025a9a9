import GeoModel
import RoundPlan

/// R15: cadences below the minimum are not offered. Stops outside the territory never enter a problem.
extension NoDilution: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        model.cadences.removeAll { $0 < minimumVisits }
        guard !model.cadences.isEmpty else { throw .noCadence(service: service.id) }
    }
}
