import GeoModel
import RoundPlan

/// R30: settled by the crew and its van before any round is made. What is not known of either rules nothing out.
extension DrivingLicence: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        for team in service.teams {
            let mass = scenario.vans.first { $0.id == team.van }?.maximumMass
            if !Self.mayDrive(scenario.crew(of: team), mass: mass) {
                throw .noDriver(service: service.id, crew: team.crew, van: team.van)
            }
        }
    }
}
