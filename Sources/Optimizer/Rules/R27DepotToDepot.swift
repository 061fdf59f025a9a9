import GeoModel
import RoundPlan

/// R27: holds by construction.
extension DepotToDepot: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        // By construction: DayClock starts and ends each day at the depot, and its work holds all driving.
    }
}
