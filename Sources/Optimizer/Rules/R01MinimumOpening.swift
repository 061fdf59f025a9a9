import GeoModel
import RoundPlan

/// R01: a row in every week of the cycle. Weeks with fewer half-days are lightened where the cycle is folded.
extension MinimumOpening: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        model.weekRows.append(
            WeekRow(
                family: "opening", rule: id, resource: .halfDays, team: nil, lower: scenario.parameters.minimumHalfDays,
                upper: nil))
    }
}
