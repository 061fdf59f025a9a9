import GeoModel
import PlanningModel

/// R30: settled by the crew and its van before any round is made. What is not known of either rules nothing out.
struct LicensedDriver: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        for team in service.teams {
            if !scenario.crew(of: team).mayDrive(scenario.vans.first { $0.id == team.van }) {
                throw .noDriver(service: service.id, crew: team.crew, van: team.van)
            }
        }
    }
}
