import GeoModel
import PlanningModel

/// R36: days with more or longer interruptions than people who are part-time may have are never enumerated for a crew that has
/// one of them.
struct PartTimeBreaks: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        let parameters = scenario.parameters
        model.interruptions = service.teams.map { team in
            guard scenario.crew(of: team).contains(where: parameters.isPartTime) else { return nil }
            return .init(count: parameters.partTimeInterruptions, longest: parameters.partTimeInterruption)
        }
    }
}
