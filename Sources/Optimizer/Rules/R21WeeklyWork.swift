import GeoModel
import PlanningModel

/// R21: a row in every week, and one over the cycle.
struct WeeklyWork: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        let averageMaximum = scenario.parameters.averageWeeklyWork
        for (index, team) in service.teams.enumerated() {
            // Of a crew that is shared, each week keeps to its share of the mean: so does any mean of weeks.
            let mean = scenario.share(of: team, in: averageMaximum)
            let upper = mean < averageMaximum ? mean : scenario.parameters.weeklyWork
            model.weekRows.append(
                WeekRow(family: "work", rule: .r21, resource: .work, team: index, upper: upper.count))
        }
        // The cycle repeated is the history: its mean is the mean over 12 weeks.
        model.cycleWork = averageMaximum * scenario.parameters.cycleWeeks
    }
}
