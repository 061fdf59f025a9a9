import GeoModel
import RoundPlan

/// R01: a row in every week of the cycle.
extension MinimumOpening: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        model.weekRows.append(
            WeekRow(family: "opening", rule: id, resource: .halfDays, team: nil, lower: minimum, upper: nil))
    }
}
