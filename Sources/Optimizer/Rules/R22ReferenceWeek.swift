import GeoModel
import PlanningModel

/// R22: a crew stays together, so its shortest contract binds. Where overtime is allowed, its price counts, if it has one.
struct ReferenceWeek: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        for (index, team) in service.teams.enumerated() {
            guard scenario.parameters.overtime == .yes else {
                model.weekRows.append(
                    WeekRow(
                        family: "work", rule: .r22, resource: .work, team: index,
                        upper: scenario.weeklyLimit(of: team).count))
                continue
            }
            guard scenario.parameters.priceOfOvertimeHour > 0 else { continue }
            let limits = scenario.crew(of: team).map {
                scenario.share(of: team, in: scenario.parameters.weeklyLimit(of: $0)).count
            }
            for limit in Set(limits).sorted() {
                model.overtime.append(
                    OvertimeLimit(team: index, limit: limit, persons: limits.count { $0 == limit }))
            }
        }
    }
}
