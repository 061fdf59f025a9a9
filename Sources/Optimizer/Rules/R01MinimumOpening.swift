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

extension Parameters {
    /// R01 in each week of a folded cycle: the most that one of the weeks it stands for asks for.
    func minimumHalfDays(foldedInto weeks: Int) -> [Int] {
        (0..<weeks).map { folded in
            stride(from: folded, to: cycleWeeks, by: weeks).map { minimumHalfDays(inWeek: $0 + 1) }.max() ?? 0
        }
    }
}
