import GeoModel
import PlanningModel

/// R26: days that span longer at every start are never enumerated. Those above the ordinary span at every start are
/// counted where only so many may be, and those that are long all the same when days get their hours.
struct DaySpan: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        let parameters = scenario.parameters
        model.daySpan = min(model.daySpan, parameters.spanMaximum)
        guard parameters.spanReported < parameters.spanMaximum else { return }
        let most = service.teams.map { scenario.share(of: $0, inDays: parameters.longDaysInCycle) }
        guard most.contains(where: { $0 < parameters.weekdays.count * parameters.cycleWeeks }) else { return }
        model.longDays = LongDayLimit(above: parameters.spanReported, inCycle: most)
    }
}
