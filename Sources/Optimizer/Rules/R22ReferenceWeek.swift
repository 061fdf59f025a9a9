import GeoModel
import RoundPlan

/// R22: the crew stays together, so its shortest contract binds; nothing where overtime is allowed.
extension ReferenceWeek: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        guard !overtimeAllowed else { return }
        let limit = scenario.crew(of: service.teams[0]).map { self.limit(of: $0) }.min() ?? reference
        model.weekRows.append(WeekRow(family: "work", rule: id, resource: .work, lower: nil, upper: limit.count))
    }
}
