import GeoModel
import RoundPlan

/// R02: the crew is whole whenever the van is out, so it is settled before any round is made.
extension AccueillantPresent: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        for team in service.teams where !Self.holds(for: scenario.crew(of: team)) {
            throw .noAccueillant(service: service.id, crew: team.crew)
        }
    }
}
