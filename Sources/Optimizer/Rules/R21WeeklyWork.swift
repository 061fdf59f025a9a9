import GeoModel
import RoundPlan

/// R21: a row in every week, and one over the cycle.
extension WeeklyWork: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        for team in service.teams.indices {
            model.weekRows.append(
                WeekRow(family: "work", rule: id, resource: .work, team: team, lower: nil, upper: maximum.count))
        }
        // The cycle repeated is the history: its mean is the mean over 12 weeks.
        model.cycleWork = averageMaximum * scenario.parameters.cycleWeeks
    }
}
