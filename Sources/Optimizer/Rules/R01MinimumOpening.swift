import GeoModel
import PlanningModel

/// R01: a row in every week of the cycle. How many half-days, `RoundsProblem.minimumHalfDays` says by folded week.
struct MinimumOpening: ConstrainingRule {
    func constrain(_ model: inout RoundsModel, of service: Service, in scenario: Scenario) throws(ModelRefusal) {
        model.weekRows.append(
            WeekRow(
                family: "opening", rule: .r01, resource: .halfDays, team: nil,
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
