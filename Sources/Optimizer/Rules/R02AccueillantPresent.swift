import GeoModel
import RoundPlan

/// R02: the crew is whole whenever the van is out, so it is settled before any round is made.
extension AccueillantPresent: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        guard Self.holds(for: scenario.crew(of: service)) else {
            throw .noAccueillant(service: service.id, crew: service.crew)
        }
    }
}
