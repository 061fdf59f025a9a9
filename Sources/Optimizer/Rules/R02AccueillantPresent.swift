import GeoModel
import PlanningModel

/// R02: the crew is whole whenever the van is out, so it is settled before any round is made.
struct AccueillantPresent: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        for team in service.teams where !scenario.crew(of: team).hasAccueillant {
            throw .noAccueillant(service: service.id, crew: team.crew)
        }
    }
}
