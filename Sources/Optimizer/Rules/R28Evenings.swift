import GeoModel
import PlanningModel

/// R28: days that no hours bring home before the evening are counted, week by week, and those that are late all the same
/// when days get their hours. Never forbidden altogether.
struct Evenings: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        let parameters = scenario.parameters
        let most = service.teams.map { scenario.share(of: $0, inDays: parameters.eveningsMaximum) }
        guard most.contains(where: { $0 < parameters.weekdays.count }) else { return }
        model.evenings = EveningLimit(after: parameters.eveningFrom, inWeek: most)
    }
}
